import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scaled, weightsOf, without, withOneMore } from './weights.ts';

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
});
