import type { PlacedTopology } from '../../../topology/index.ts';
import {
  clampZoom,
  firstView,
  fitView,
  LEAST_OF_PART,
  middleOf,
  showsWhole,
  viewAround,
  type Pane,
  type View,
} from './view.ts';

/**
 * The view after its window changed its size, as when the drawer opens: a picture that was seen whole stays so, one that
 * stood as it was begun with stands as it would begin now, also where it was whole and could no longer be read, and anything
 * else is where people put it: the same view.
 */
export function keptView(placed: PlacedTopology, view: View, before: Pane, after: Pane): View {
  const begun = same(view, firstView(placed, before));
  if (!showsWhole(placed, view, before))
    return begun ? firstView(placed, after) : rescaled(view, before, after);
  const whole = fitView(placed, after);
  if (begun && whole.zoom < LEAST_OF_PART) return firstView(placed, after);
  const fitted = same(view, fitView(placed, before));
  return fitted || !showsWhole(placed, view, after) ? whole : rescaled(view, before, after);
}

/** The same view, or where all is to be larger or smaller than before, that about the middle of the window. */
function rescaled(view: View, { scale = 1, width, height }: Pane, after: Pane): View {
  const factor = (after.scale ?? 1) / scale;
  if (factor === 1) return view;
  const zoom = clampZoom(view.zoom * factor);
  return viewAround(middleOf(view, { width, height }), zoom, after);
}

function same(one: View, other: View): boolean {
  return one.x === other.x && one.y === other.y && Math.abs(one.zoom - other.zoom) < 1e-6;
}
