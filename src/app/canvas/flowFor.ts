import type { Flow } from '../../topology/index.ts';

/** Where the flow turns. Two marks, so that dragging a divider over one does not turn the picture to and fro. */
const TURNS_RIGHT = 1.4;
const TURNS_DOWN = 1.15;

/** The flow that suits a canvas of this width to height; between the marks it stays as it was. */
export function flowFor(ratio: number, before: Flow | null): Flow {
  if (ratio >= TURNS_RIGHT) return 'right';
  if (ratio <= TURNS_DOWN) return 'down';
  return before ?? (ratio > (TURNS_RIGHT + TURNS_DOWN) / 2 ? 'right' : 'down');
}
