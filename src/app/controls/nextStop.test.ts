import { describe, expect, it } from 'vitest';
import { nextStop } from './nextStop.ts';

// Headings at 0 and 3.
const isRow = (index: number) => index !== 0 && index !== 3;
const next = (key: string, current: number, length = 6) => nextStop(key, current, length, isRow);

describe('nextStop', () => {
  it.each([
    ['ArrowDown', 1, 2],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 5, 5],
    ['ArrowUp', 4, 2],
    ['ArrowUp', 1, 1],
    ['Home', 5, 1],
    ['End', 1, 5],
    ['PageDown', 1, 5],
    ['PageUp', 5, 1],
  ])('%s from %i: %i', (key, from, to) => {
    expect(next(key, from)).toBe(to);
  });

  it('leaves other keys alone', () => {
    expect(next('Enter', 1)).toBeNull();
    expect(next('a', 1)).toBeNull();
  });

  it('has nowhere to go in a list without rows', () => {
    expect(next('ArrowDown', 0, 1)).toBeNull();
  });
});
