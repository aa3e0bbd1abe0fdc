import { expect, it } from 'vitest';
import { ago } from './ago.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

it.each([
  [0, 'just now'],
  [59_999, 'just now'],
  [MINUTE, '1 minute ago'],
  [59.9 * MINUTE, '59 minutes ago'],
  [DAY, 'yesterday'],
  [6.9 * DAY, '6 days ago'],
  [15 * DAY, '2 weeks ago'],
  [800 * DAY, '2 years ago'],
  [-5_000, 'just now'],
])('says of %d milliseconds “%s”', (since, words) => {
  expect(ago(1e12, 1e12 + since)).toBe(words);
});
