import type { View } from './view.ts';

/** Slow at both ends, as a thing that is moved by hand. */
const eased = (done: number): number => (done < 0.5 ? 4 * done ** 3 : 1 - (2 - 2 * done) ** 3 / 2);

/**
 * The view after a share (0 to 1) of the way between two. Zooming goes by factors, about the one point that both views
 * show in the same place: what a person looks at does not swing by.
 */
export function between(from: View, to: View, done: number): View {
  if (done >= 1) return to;
  const share = eased(done);
  // Exact also where both are of nearly the same zoom: then it is the share of the way itself.
  const more = (to.zoom - from.zoom) / from.zoom;
  const zoomed = Math.expm1(share * Math.log1p(more));
  const moved = more === 0 ? share : zoomed / more;
  return {
    x: from.x + (to.x - from.x) * moved,
    y: from.y + (to.y - from.y) * moved,
    zoom: from.zoom * (1 + zoomed),
  };
}

export interface Viewport {
  getViewport(): View;
  setViewport(view: View): unknown;
}

/**
 * Moves the view to another within so many milliseconds, and calls `over` when that has ended: there, or where it was
 * once `wanted` said no or somebody else moved the view.
 */
export function glide(
  flow: Viewport,
  to: View,
  milliseconds: number,
  { wanted, over }: { wanted: () => boolean; over: () => void },
): void {
  const from = flow.getViewport();
  const start = performance.now();
  let put = from;
  const step = (now: number) => {
    const { x, y, zoom } = flow.getViewport();
    if (!wanted() || x !== put.x || y !== put.y || zoom !== put.zoom) return over();
    // A frame may have begun before it was asked for.
    const done = Math.min(1, Math.max(0, (now - start) / milliseconds));
    flow.setViewport(between(from, to, done));
    put = flow.getViewport();
    if (done < 1) requestAnimationFrame(step);
    else over();
  };
  requestAnimationFrame(step);
}
