import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from './rect.ts';
import { firstView, fitView, revealView, type View } from './view.ts';

const size = { width: 700, height: 730 };
const onScreen = (box: Rect, view: View) => ({
  left: box.x * view.zoom + view.x,
  top: box.y * view.zoom + view.y,
  right: (box.x + box.width) * view.zoom + view.x,
  bottom: (box.y + box.height) * view.zoom + view.y,
});

describe('fitView', () => {
  it('shows a small picture at 100 % in the middle, below the toolbar', () => {
    const view = fitView({ x: 0, y: 0, width: 300, height: 200 }, size);
    expect(view.zoom).toBe(1);
    expect(view.x).toBe(200);
    expect(view.y).toBeGreaterThan(68);
  });

  it('shows all of any picture', () => {
    const side = fc.integer({ min: 50, max: 9000 });
    const place = fc.integer({ min: -4000, max: 4000 });
    fc.assert(
      fc.property(fc.record({ x: place, y: place, width: side, height: side }), (bounds) => {
        const seen = onScreen(bounds, fitView(bounds, size));
        expect(seen.left).toBeGreaterThanOrEqual(-1);
        expect(seen.top).toBeGreaterThanOrEqual(-1);
        expect(seen.right).toBeLessThanOrEqual(701);
        expect(seen.bottom).toBeLessThanOrEqual(731);
      }),
    );
  });
});

describe('firstView', () => {
  it('begins at the top left of a picture too large to be read at once', () => {
    const bounds = { x: 100, y: 50, width: 9000, height: 9000 };
    const view = firstView(bounds, size);
    expect(view.zoom).toBeGreaterThan(fitView(bounds, size).zoom);
    expect(onScreen(bounds, view)).toMatchObject({ left: 24, top: 68 });
  });
});

describe('revealView', () => {
  const view = { x: 0, y: 0, zoom: 1 };

  it('leaves the view alone when the node is seen', () => {
    expect(revealView({ x: 200, y: 200, width: 200, height: 80 }, view, size)).toBe(view);
  });

  it.each([
    ['right', { x: 900, y: 200, width: 200, height: 80 }, { x: -424, y: 0 }],
    ['below', { x: 200, y: 800, width: 200, height: 80 }, { x: 0, y: -186 }],
    ['under the toolbar', { x: 200, y: 10, width: 200, height: 80 }, { x: 0, y: 58 }],
  ])('moves no further than needed for a node %s', (_where, box, expected) => {
    expect(revealView(box, view, size)).toEqual({ zoom: 1, ...expected });
  });

  it('is at rest after one move', () => {
    const side = fc.integer({ min: 20, max: 400 });
    const place = fc.integer({ min: -5000, max: 5000 });
    fc.assert(
      fc.property(fc.record({ x: place, y: place, width: side, height: side }), (box) => {
        const moved = revealView(box, view, size);
        expect(revealView(box, moved, size)).toEqual(moved);
      }),
    );
  });
});
