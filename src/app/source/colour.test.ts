import { expect, it } from 'vitest';
import { hexOf } from './colour.ts';

it.each([
  ['rgb(255, 255, 255)', '#ffffff'],
  ['rgb(1, 2, 3)', '#010203'],
  ['rgba(70, 80, 214, 0.5)', '#4650d6'],
])('reads %s as %s', (computed, hex) => {
  expect(hexOf(computed)).toBe(hex);
});
