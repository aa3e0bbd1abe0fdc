import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Curves } from '../../../../traffic/index.ts';
import { gridOf, roundUp } from './grid.ts';

const curves = (all: Readonly<Record<string, readonly (number | null)[]>>): Curves => ({
  at: [],
  unit: '',
  curves: Object.entries(all).map(([name, values]) => ({ name, tone: 'item', values })),
});

describe('two runs over each other', () => {
  it('lays what is under way over what was', () => {
    const grid = gridOf({ curves: curves({ a: [1, 2] }), bucket: 1000 }, 4000, {
      curves: curves({ a: [5, 6, 7, 8] }),
      bucket: 1000,
    });
    expect(grid).toMatchObject({
      seconds: [0.5, 1.5, 2.5, 3.5],
      now: [[1, 2, null, null]],
      before: [[5, 6, 7, 8]],
    });
  });

  it('goes by time where the slices were of another length', () => {
    const grid = gridOf({ curves: curves({ a: [1, 1, 1, 1] }), bucket: 500 }, 2000, {
      curves: curves({ b: [9], a: [3, 4] }),
      bucket: 1000,
    });
    expect(grid.before).toEqual([[3, 3, 4, 4]]);
  });

  it('has none of what was not there', () => {
    const shadow = { curves: curves({ b: [1] }), bucket: 1000 };
    expect(gridOf({ curves: curves({ a: [1] }), bucket: 1000 }, 1000, shadow).before).toEqual([[null]]);
    expect(gridOf({ curves: curves({ a: [1] }), bucket: 1000 }, 1000, null).before).toEqual([[null]]);
  });

  it('everything fits under the end of the axis', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => (value < 1e-6 ? 0 : value)),
          { minLength: 1 },
        ),
        (values) => {
          const { most } = gridOf({ curves: curves({ a: values }), bucket: 10 }, 10 * values.length, null);
          expect(most).toBeGreaterThan(Math.max(...values));
        },
      ),
    );
  });

  it.each([
    [0, 1],
    [0.9, 1],
    [1, 1.25],
    [98, 125],
    [1000, 1250],
    [1900, 2000],
  ])('%f ends at %f', (value, end) => expect(roundUp(value)).toBe(end));
});
