import { expect, it } from 'vitest';
import { wrapped } from './wrap.ts';

it.each([
  ['one two three', 7, 'one two\nthree'],
  ['averylongword a', 4, 'averylongword\na'],
  ['', 5, ''],
])('breaks %j at %i', (text, width, expected) => {
  expect(wrapped(text, width)).toBe(expected);
});
