import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redistribute, scaled, weightsOf, without, withOneMore } from './weights.ts';

const weights = fc.array(fc.nat({ max: 100 }), { minLength: 1, maxLength: 6 });
const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);

describe('weights', () => {
  it('are read as Istio reads them', () => {
    expect(weightsOf([{}])).toEqual([100]);
    expect(weightsOf([{}, { weight: 30 }])).toEqual([0, 30]);
  });

  it.each([
    [[100], [50, 50]],
    [
      [90, 10],
      [60, 7, 33],
    ],
    [
      [0, 0],
      [34, 33, 33],
    ],
  ])('%j with one more are %j', (before, after) => expect(withOneMore(before)).toEqual(after));

  it('keep their total', () => {
    fc.assert(
      fc.property(weights, fc.nat({ max: 1000 }), (before, total) => {
        const after = scaled(before, total);
        expect(sum(after)).toBe(total);
        expect(after.every((weight) => Number.isInteger(weight) && weight >= 0)).toBe(true);
        if (sum(before) > 0) {
          expect(sum(withOneMore(before))).toBe(sum(before));
          if (before.length > 1) expect(sum(without(before, 0))).toBe(sum(before));
        }
      }),
    );
  });

  it('stay in order: what was more is not less afterwards', () => {
    fc.assert(
      fc.property(weights, fc.nat({ max: 1000 }), (before, total) => {
        const after = scaled(before, total);
        before.forEach((weight, i) =>
          before.forEach((other, j) => {
            if (weight > other) expect(after[i]).toBeGreaterThanOrEqual(after[j] ?? NaN);
          }),
        );
      }),
    );
  });

  it.each([
    [[90, 10], 1, 25, [75, 25]],
    [[100, 0], 0, 60, [60, 40]],
    [[50, 30, 20], 0, 0, [0, 60, 40]],
    [[34, 33, 33], 0, 100, [100, 0, 0]],
    [[100, 0, 0], 0, 50, [50, 25, 25]],
    [[80, 20], 0, 140, [100, 0]],
    [[80, 20], 0, -3, [0, 100]],
    [[1, 1, 1], 2, 2, [1, 0, 2]],
    [[80, 20], 2, 50, [80, 20]],
    [[100], 0, 50, [100]],
  ])('%j with the one at %i set to %i are %j', (before, index, weight, after) => {
    expect(redistribute(before, index, weight)).toEqual(after);
  });

  it('keep their total when one is set, in whole numbers that are not negative', () => {
    const several = fc.array(fc.nat(100), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(several, fc.nat(5), fc.integer({ min: -10, max: 700 }), (before, place, weight) => {
        const index = place % before.length;
        const after = redistribute(before, index, weight);
        expect(sum(after)).toBe(sum(before));
        expect(after.every((each) => Number.isInteger(each) && each >= 0)).toBe(true);
        expect(after[index]).toBe(Math.max(0, Math.min(sum(before), weight)));
      }),
    );
  });
});
