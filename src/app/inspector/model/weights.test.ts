import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redistribute, scaleTo } from './weights.ts';

const sum = (weights: readonly number[]) => weights.reduce((all, weight) => all + weight, 0);
const weights = fc.array(fc.nat(100), { minLength: 2, maxLength: 6 });

describe('setting one share', () => {
  it.each([
    [[90, 10], 1, 25, [75, 25]],
    [[100, 0], 0, 60, [60, 40]],
    [[50, 30, 20], 0, 0, [0, 60, 40]],
    [[34, 33, 33], 0, 100, [100, 0, 0]],
    [[100, 0, 0], 0, 50, [50, 25, 25]],
    [[80, 20], 0, 140, [100, 0]],
    [[80, 20], 0, -3, [0, 100]],
    [[1, 1, 1], 2, 2, [1, 0, 2]],
  ])('%j, place %i to %i: %j', (before, index, share, after) => {
    expect(redistribute(before, index, share)).toEqual(after);
  });

  it('keeps the total, in whole numbers that are not negative', () => {
    fc.assert(
      fc.property(weights, fc.nat(5), fc.integer({ min: -10, max: 700 }), (before, place, share) => {
        const index = place % before.length;
        const after = redistribute(before, index, share);
        expect(sum(after)).toBe(sum(before));
        expect(after.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
        expect(after[index]).toBe(Math.max(0, Math.min(sum(before), share)));
      }),
    );
  });
});

describe('scaling', () => {
  it('reaches the total and keeps the order', () => {
    fc.assert(
      fc.property(weights, (before) => {
        const after = scaleTo(before, 100);
        expect(sum(after)).toBe(100);
        if (sum(before) > 0) {
          before.forEach((weight, i) =>
            before.forEach((other, j) => {
              if (weight > other) expect(after[i]).toBeGreaterThanOrEqual(after[j] as number);
            }),
          );
        }
      }),
    );
  });

  it.each([
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [0, 0],
      [50, 50],
    ],
    [
      [9, 1],
      [90, 10],
    ],
  ])('%j to 100: %j', (before, after) => {
    expect(scaleTo(before, 100)).toEqual(after);
  });
});
