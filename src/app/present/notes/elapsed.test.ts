import { expect, it } from 'vitest';
import { against, clock } from './elapsed.ts';

it.each([
  [0, '0:00'],
  [7_900, '0:07'],
  [247_000, '4:07'],
  [3_847_000, '1:04:07'],
  [-5_000, '0:00'],
])('shows %i ms as %s', (milliseconds, shown) => expect(clock(milliseconds)).toBe(shown));

it.each([
  [0, 8, '8 minutes left', false],
  [60_000, 8, '7 minutes left', false],
  [61_000, 8, '7 minutes left', false],
  [7 * 60_000, 8, '1 minute left', false],
  [8 * 60_000 + 1, 8, '1 minute over', true],
  [10 * 60_000, 8, '3 minutes over', true],
])('after %i ms of %i minutes says %s', (passed, planned, words, over) =>
  expect(against(passed, planned)).toEqual({ words, over }),
);
