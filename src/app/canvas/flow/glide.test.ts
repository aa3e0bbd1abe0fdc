import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { between, glide } from './glide.ts';
import type { View } from './view.ts';

const coordinate = fc.double({ min: -5000, max: 5000, noNaN: true });
const zoom = fc.double({ min: 0.05, max: 3, noNaN: true });
const view: fc.Arbitrary<View> = fc.record({ x: coordinate, y: coordinate, zoom });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Where a point of the picture is on the screen. */
const onScreen = ({ x, y, zoom }: View, at: { x: number; y: number }) => [x + at.x * zoom, y + at.y * zoom];

describe('between', () => {
  it('begins with the one view and ends with the other', () => {
    fc.assert(
      fc.property(view, view, (from, to) => {
        expect(between(from, to, 1)).toBe(to);
        const first = between(from, to, 0);
        for (const key of ['x', 'y', 'zoom'] as const) expect(first[key]).toBeCloseTo(from[key], 9);
      }),
    );
  });

  it('moves every point of the picture straight to where it goes', () => {
    fc.assert(
      fc.property(view, view, share, fc.record({ x: coordinate, y: coordinate }), (from, to, done, at) => {
        const [a, b] = [onScreen(from, at), onScreen(to, at)];
        const [x = 0, y = 0] = onScreen(between(from, to, done), at);
        const across = (x - a[0]!) * (b[1]! - a[1]!) - (y - a[1]!) * (b[0]! - a[0]!);
        const length = Math.hypot(b[0]! - a[0]!, b[1]! - a[1]!);
        expect(Math.abs(across)).toBeLessThanOrEqual(1e-3 * (1 + length));
      }),
    );
  });

  it('keeps the zoom between both and goes on without turning round', () => {
    fc.assert(
      fc.property(view, view, share, share, (from, to, one, other) => {
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        const [a, b] = [between(from, to, early).zoom, between(from, to, late).zoom];
        const up = to.zoom >= from.zoom ? 1 : -1;
        expect((b - a) * up).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });
});

describe('glide', () => {
  let frames: FrameRequestCallback[] = [];
  const frame = (now: number) => frames.splice(0).forEach((call) => call(now));
  const flowAt = (start: View) => {
    let now = start;
    return { getViewport: () => now, setViewport: (next: View) => (now = next) };
  };
  const from = { x: 0, y: 0, zoom: 1 };
  const to = { x: 100, y: -40, zoom: 2 };

  beforeEach(() => {
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (call: FrameRequestCallback) => frames.push(call));
    vi.spyOn(performance, 'now').mockReturnValue(1000);
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('is there in time, and says so once', () => {
    const flow = flowAt(from);
    const over = vi.fn();
    glide(flow, to, 200, { wanted: () => true, over });
    frame(995);
    expect(flow.getViewport()).toEqual(from);
    frame(1100);
    expect(flow.getViewport().x).toBeGreaterThan(0);
    expect(flow.getViewport().x).toBeLessThan(100);
    expect(over).not.toHaveBeenCalled();
    frame(1210);
    expect(flow.getViewport()).toEqual(to);
    expect(over).toHaveBeenCalledOnce();
    expect(frames).toEqual([]);
  });

  it('leaves the view to whoever moves it meanwhile', () => {
    const flow = flowAt(from);
    const over = vi.fn();
    glide(flow, to, 200, { wanted: () => true, over });
    frame(1100);
    flow.setViewport({ x: 7, y: 7, zoom: 1 });
    frame(1150);
    expect(flow.getViewport()).toEqual({ x: 7, y: 7, zoom: 1 });
    expect(frames).toEqual([]);
    expect(over).toHaveBeenCalledOnce();
  });

  it('ends where it is once it is no longer wanted', () => {
    const flow = flowAt(from);
    let wanted = true;
    glide(flow, to, 200, { wanted: () => wanted, over: () => {} });
    frame(1100);
    const held = flow.getViewport();
    wanted = false;
    frame(1150);
    expect(flow.getViewport()).toBe(held);
    expect(frames).toEqual([]);
  });
});
