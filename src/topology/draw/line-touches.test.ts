import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineTouches, type EdgeLine } from './edge-lines.ts';
import { pointOn } from './rounded-path.ts';

function line(from: { x: number; y: number }, to: { x: number; y: number }): EdgeLine {
  const middle = (from.y + to.y) / 2;
  const points = [from, { x: from.x, y: middle }, { x: to.x, y: middle }, to];
  const box = {
    x: Math.min(from.x, to.x) - 100,
    y: Math.min(from.y, to.y) - 100,
    width: Math.abs(from.x - to.x) + 200,
    height: Math.abs(from.y - to.y) + 200,
  };
  return {
    edge: { id: 'e' } as EdgeLine['edge'],
    target: '',
    route: { points, radius: 10, alone: [0, 3] },
    path: { line: '', head: '' },
    box,
  };
}
const rect = { x: 0, y: 0, width: 600, height: 600 };

describe('lineTouches', () => {
  it('leaves out a long line that goes past the corner of its box', () => {
    const long = line({ x: 9000, y: -9000 }, { x: -9000, y: 9000 });
    expect(lineTouches(long, { ...rect, y: -300 })).toBe(true);
    expect(lineTouches(long, { ...rect, x: 7000, y: 7000 })).toBe(false);
  });

  it('never leaves out a line of which a point is inside', () => {
    const at = fc.integer({ min: -8000, max: 8000 });
    const point = fc.record({ x: at, y: at });
    fc.assert(
      fc.property(point, point, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, t) => {
        const one = line(from, to);
        const { x, y } = pointOn(one.route.points, t);
        expect(lineTouches(one, { x: x - 50, y: y - 50, width: 100, height: 100 })).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
