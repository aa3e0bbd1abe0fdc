import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNear } from './near.ts';
import type { Rect } from '../../../topology/index.ts';

const view = (x: number, y: number, size = 100): Rect => ({ x, y, width: size, height: size });
const holds = (outer: Rect, inner: Rect) =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;

describe('createNear', () => {
  it('is the same window for small steps, and another when the view leaves it', () => {
    const near = createNear(0.5);
    const first = near.around(view(0, 0));
    expect(first).toEqual({ x: -50, y: -50, width: 200, height: 200 });
    expect(near.around(view(40, -40))).toBe(first);
    expect(near.around(view(60, 0))).not.toBe(first);
  });

  it('is made anew when the view has become much smaller', () => {
    const near = createNear(0.5);
    const wide = near.around(view(0, 0, 400));
    expect(near.around(view(100, 100, 250))).toBe(wide);
    expect(near.around(view(100, 100, 100)).width).toBe(200);
  });

  it('always holds the view, and is never much larger than asked for', () => {
    const step = fc.record({
      x: fc.integer({ min: -5000, max: 5000 }),
      y: fc.integer({ min: -5000, max: 5000 }),
      size: fc.integer({ min: 50, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1 }), (steps) => {
        const near = createNear(0.4);
        for (const { x, y, size } of steps) {
          const window = near.around(view(x, y, size));
          expect(holds(window, view(x, y, size))).toBe(true);
          expect(window.width).toBeLessThanOrEqual(size * 1.8 * 2 + 1e-6);
        }
      }),
    );
  });
});
