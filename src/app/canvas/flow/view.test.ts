import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlaps, type Rect } from '../../../topology/index.ts';
import {
  firstView,
  fitView,
  middleOf,
  revealAll,
  revealView,
  showsSome,
  showsWhole,
  viewAround,
  type View,
} from './view.ts';
import { anyBox, anyPicture, one, pane, picture } from './view.testkit.ts';

const withMap = { ...pane, map: { width: 200, height: 140 } };
const mapAt: Rect = { x: 488, y: 578, width: 200, height: 140 };

const onScreen = (box: Rect, view: View) => ({
  x: box.x * view.zoom + view.x,
  y: box.y * view.zoom + view.y,
  width: box.width * view.zoom,
  height: box.height * view.zoom,
});

describe('fitView', () => {
  it('shows a small picture at 100 % in the middle, below the tools', () => {
    const view = fitView(one(0, 0, 300, 200), pane);
    expect(view.zoom).toBe(1);
    expect(view.x).toBe(200);
    expect(view.y).toBeGreaterThan(68);
  });

  it('shows all of any picture, with nothing under the tools or the map', () => {
    fc.assert(
      fc.property(anyPicture, (placed) => {
        const view = fitView(placed, withMap);
        for (const node of placed.nodes) {
          const seen = onScreen(node, view);
          expect(seen.x).toBeGreaterThanOrEqual(23);
          expect(seen.y).toBeGreaterThanOrEqual(50);
          expect(seen.x + seen.width).toBeLessThanOrEqual(701);
          expect(seen.y + seen.height).toBeLessThanOrEqual(731);
          expect(overlaps(seen, mapAt)).toBe(false);
        }
      }),
    );
  });

  it('enlarges a small picture for a room, and still shows all of any', () => {
    const large = { ...pane, scale: 1.5 };
    expect(fitView(one(0, 0, 300, 200), large).zoom).toBe(1.5);
    fc.assert(
      fc.property(anyPicture, (placed) => {
        expect(showsWhole(placed, fitView(placed, large), pane)).toBe(true);
      }),
    );
  });

  it('shows all of a mesh of thousands, however far away that is', () => {
    const placed = picture([
      { x: 0, y: 0, width: 250, height: 90 },
      { x: 48_000, y: 20_000, width: 250, height: 90 },
    ]);
    expect(showsWhole(placed, fitView(placed, pane), pane)).toBe(true);
  });

  it('gives the map no room where nothing would lie under it', () => {
    const placed = one(0, 0, 300, 200);
    expect(fitView(placed, withMap)).toEqual(fitView(placed, pane));
  });
});

describe('firstView', () => {
  it('shows all of what can be read at once', () => {
    const placed = one(0, 0, 800, 800);
    expect(firstView(placed, pane)).toEqual(fitView(placed, pane));
  });

  it.each([
    ['down', { x: 24, y: 68 }],
    ['right', { x: 24, y: 68 }],
  ] as const)('begins where the requests do in a picture too large for that, flowing %s', (flow, corner) => {
    const placed = picture(
      [
        { x: 0, y: 0, width: 100, height: 50 },
        { x: 5000, y: 5000, width: 100, height: 50 },
      ],
      flow,
    );
    const view = firstView(placed, pane);
    expect(view.zoom).toBe(0.85);
    expect(onScreen({ x: 0, y: 0, width: 1, height: 1 }, view)).toMatchObject(corner);
  });

  it('begins smaller where it is then seen from side to side', () => {
    const view = firstView(one(0, 0, 1000, 4000), pane);
    expect(view.zoom).toBeCloseTo(0.652);
    expect(onScreen({ x: 0, y: 0, width: 1000, height: 1 }, view)).toMatchObject({ x: 24, y: 68 });
  });

  it('has the first node in the middle where there is more on both sides', () => {
    const placed = picture([
      { x: 2000, y: 0, width: 100, height: 50 },
      { x: 0, y: 500, width: 100, height: 50 },
      { x: 4000, y: 500, width: 100, height: 50 },
    ]);
    const seen = onScreen({ x: 2000, y: 0, width: 100, height: 50 }, firstView(placed, pane));
    expect(Math.abs(seen.x + seen.width / 2 - 350)).toBeLessThan(1);
  });

  it('always shows something', () => {
    fc.assert(
      fc.property(anyPicture, (placed) => {
        expect(showsSome(placed, firstView(placed, pane), pane)).toBe(true);
      }),
    );
  });
});

describe('revealView', () => {
  const view = { x: 0, y: 0, zoom: 1 };

  it('leaves the view alone when the node is seen', () => {
    expect(revealView({ x: 200, y: 200, width: 200, height: 80 }, view, pane)).toBe(view);
  });

  it.each([
    ['right', { x: 900, y: 200, width: 200, height: 80 }, { x: -424, y: 0 }],
    ['below', { x: 200, y: 800, width: 200, height: 80 }, { x: 0, y: -178 }],
    ['under the tools', { x: 200, y: 10, width: 200, height: 80 }, { x: 0, y: 58 }],
  ])('moves no further than needed for a node %s', (_where, box, expected) => {
    expect(revealView(box, view, pane)).toEqual({ zoom: 1, ...expected });
  });

  it('is at rest after one move, and clear of the map', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        const moved = revealView(box, view, withMap);
        expect(revealView(box, moved, withMap)).toEqual(moved);
        if (box.width <= 400 && box.height <= 300) expect(overlaps(onScreen(box, moved), mapAt)).toBe(false);
      }),
    );
  });
});

describe('revealAll', () => {
  const view = { x: 0, y: 0, zoom: 1 };
  const box = (x: number, y: number): Rect => ({ x, y, width: 200, height: 80 });

  it('leaves the view alone when all are seen, and where there is nothing', () => {
    expect(revealAll([box(100, 200), box(300, 400)], view, pane)).toBe(view);
    expect(revealAll([], view, pane)).toBe(view);
  });

  it('moves where all have room, and steps back where they have not', () => {
    expect(revealAll([box(700, 200), box(900, 400)], view, pane)).toEqual({ zoom: 1, x: -424, y: 0 });
    const far = [box(0, 200), box(900, 600)];
    const back = revealAll(far, view, pane);
    expect(back.zoom).toBeLessThan(1);
    for (const one of far) {
      const seen = revealView(one, back, pane);
      expect([seen.x, seen.y].map(Math.round)).toEqual([back.x, back.y]);
    }
  });

  it('shows the first where all would be too small', () => {
    const [first, last] = [box(900, 200), box(9000, 9000)];
    expect(revealAll([first, last], view, pane)).toEqual(revealView(first, view, pane));
  });
});

describe('viewAround', () => {
  it('has the point in the middle of a window of any size', () => {
    const view = viewAround({ x: 120, y: -40 }, 0.5, pane);
    expect(middleOf(view, pane)).toEqual({ x: 120, y: -40 });
    expect(
      middleOf(viewAround({ x: 120, y: -40 }, 0.5, { width: 900, height: 300 }), { width: 900, height: 300 }),
    ).toEqual({ x: 120, y: -40 });
  });
});
