import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptView } from './keptView.ts';
import { firstView, fitView, LEAST_OF_PART, middleOf, showsWhole } from './view.ts';
import { anyPicture, one, pane } from './view.testkit.ts';

// Large enough for any of the pictures at the least zoom.
const side = fc.integer({ min: 540, max: 1600 });
const anyPane = fc.record({ width: side, height: side }).map((size) => ({ ...pane, ...size }));
const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const low = { ...pane, height: 320 };

describe('keptView', () => {
  it('keeps a whole picture whole, as long as it can be read, and as it was once the window is', () => {
    fc.assert(
      fc.property(anyPicture, anyPane, anyPane, (placed, before, after) => {
        const whole = fitView(placed, before);
        const kept = keptView(placed, whole, before, after);
        const begun = isEqual(whole, firstView(placed, before));
        if (!begun || fitView(placed, after).zoom >= LEAST_OF_PART)
          expect(showsWhole(placed, kept, after)).toBe(true);
        else expect(kept).toEqual(firstView(placed, after));
        // What stands as it would begin goes on so: too small to be read, it begins with a part.
        const beginsAnew = whole.zoom < LEAST_OF_PART && isEqual(kept, firstView(placed, after));
        const back = beginsAnew ? firstView(placed, before) : whole;
        expect(keptView(placed, kept, after, before)).toEqual(back);
      }),
    );
  });

  it('makes a picture that was moved but seen whole small enough for the new window', () => {
    const placed = one(0, 0, 300, 400);
    const moved = { x: 100, y: 120, zoom: 1 };
    expect(keptView(placed, moved, pane, low)).toEqual(fitView(placed, low));
  });

  it('begins a whole picture anew that nobody has moved, and that could no longer be read', () => {
    const placed = one(0, 0, 1000, 400);
    const [wide, narrow] = [
      { ...pane, width: 700 },
      { ...pane, width: 386 },
    ];
    const kept = keptView(placed, firstView(placed, wide), wide, narrow);
    expect(kept).toEqual(firstView(placed, narrow));
    expect(kept.zoom).toBeGreaterThan(LEAST_OF_PART);
    expect(keptView(placed, kept, narrow, wide)).toEqual(fitView(placed, wide));
  });

  it('leaves alone what fits the new window too', () => {
    const placed = one(0, 0, 300, 100);
    const moved = { x: 100, y: 120, zoom: 1 };
    expect(keptView(placed, moved, pane, low)).toBe(moved);
  });

  it('leaves alone what people look at closely', () => {
    const placed = one(0, 0, 3000, 3000);
    const close = { x: -900, y: -700, zoom: 1 };
    expect(keptView(placed, close, pane, low)).toBe(close);
  });

  it('enlarges for a room what people look at closely, about the middle, and gives it back as it was', () => {
    const placed = one(0, 0, 3000, 3000);
    const close = { x: -900, y: -700, zoom: 1 };
    const large = { ...pane, scale: 1.5 };
    const enlarged = keptView(placed, close, pane, large);
    expect(enlarged.zoom).toBe(1.5);
    // To the pixel.
    expect(middleOf(enlarged, pane).x).toBeCloseTo(middleOf(close, pane).x, 0);
    expect(middleOf(enlarged, pane).y).toBeCloseTo(middleOf(close, pane).y, 0);
    expect(keptView(placed, enlarged, large, pane)).toEqual(close);
  });

  it('begins a large picture anew that nobody has moved', () => {
    const placed = one(0, 0, 3000, 3000);
    expect(keptView(placed, firstView(placed, pane), pane, low)).toEqual(firstView(placed, low));
  });
});
