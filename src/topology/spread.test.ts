import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './spread.ts';

test('each gets its wish where there is room', () => {
  expect(spread([10, 10], [0, 100], 5)).toEqual([-5, 95]);
});

test('two that wish for one place stand beside it', () => {
  expect(spread([10, 10], [0, 0], 2)).toEqual([-11, 1]);
});

test('the order stays and the gap is kept, and no shift of all brings the whole nearer to the wishes', () => {
  const items = fc.array(
    fc.record({ size: fc.integer({ min: 1, max: 50 }), wish: fc.integer({ min: -200, max: 200 }) }),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(items, fc.integer({ min: 0, max: 20 }), (list, gap) => {
      const starts = spread(
        list.map(({ size }) => size),
        list.map(({ wish }) => wish),
        gap,
      );
      starts.slice(1).forEach((start, n) => {
        expect(start).toBeGreaterThanOrEqual((starts[n] ?? 0) + (list[n]?.size ?? 0) + gap - 1e-6);
      });
      const off = starts.reduce(
        (total, start, n) => total + start + (list[n]?.size ?? 0) / 2 - (list[n]?.wish ?? 0),
        0,
      );
      expect(off / starts.length).toBeCloseTo(0);
    }),
  );
});
