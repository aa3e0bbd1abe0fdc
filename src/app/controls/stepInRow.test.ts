import { describe, expect, it } from 'vitest';
import { stepInRow } from './stepInRow.ts';

describe('stepInRow', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 1, 0],
    ['ArrowLeft', 0, 2],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['ArrowDown', 0, null],
    ['Enter', 0, null],
    // What has the focus is no button of the row.
    ['Home', -1, null],
  ])('leads by %s from %i to %s', (key, from, to) => {
    expect(stepInRow(key, from, 3)).toBe(to);
  });
});
