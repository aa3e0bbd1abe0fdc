import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spread } from './spread.ts';

describe('marks along a line', () => {
  it.each([
    [
      [10, 50],
      [10, 50],
    ],
    [
      [10, 12, 14],
      [10, 30, 50],
    ],
    [
      [95, 99],
      [80, 100],
    ],
    [[], []],
  ])('%j stand at %j', (places, put) => expect(spread(places, 20, 100)).toEqual(put));

  it('none covers another, and the order stays', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 40 }), (places) => {
        const put = spread(
          places.toSorted((a, b) => a - b),
          18,
          1000,
        );
        put.slice(1).forEach((place, index) => expect(place - put[index]!).toBeGreaterThanOrEqual(18));
        expect(Math.max(0, ...put)).toBeLessThanOrEqual(1000);
      }),
    );
  });
});
