import type { Box } from './box.ts';
import { METRICS } from './metrics.ts';
import type { PlacedNode, PlacedTopology } from './types.ts';

/** The mesh boundary: around everything inside, with padding and room for its title. Null where nothing is inside. */
export function boundaryOf(nodes: readonly PlacedNode[]): PlacedTopology['boundary'] {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { node, x, y, width, height } of nodes) {
    if (node.external) continue;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + width);
    bottom = Math.max(bottom, y + height);
  }
  if (left > right) return null;
  const padding = METRICS.boundaryPadding;
  return {
    x: left - padding,
    y: top - padding - METRICS.boundaryTitle,
    width: right - left + 2 * padding,
    height: bottom - top + 2 * padding + METRICS.boundaryTitle,
  };
}

/** How far what is outside must stay from the nodes inside, so that the boundary runs between them. */
const CLEARANCE = METRICS.boundaryPadding + METRICS.boundaryTitle + 8;

/**
 * Moves what is outside the mesh clear of its boundary, along the flow, and no further than it must. All that stand in
 * the way on one side move by the same distance, so that they keep their places among each other. Returns the moved.
 */
export function keepOutside(boxes: readonly Box[]): readonly Box[] {
  const inside = boxes.filter((box) => !box.node.external);
  if (!inside.length) return [];
  const start = inside.reduce((least, box) => Math.min(least, box.main), Infinity) - CLEARANCE;
  const end = inside.reduce((most, box) => Math.max(most, box.main + box.mainSize), -Infinity) + CLEARANCE;
  const low = inside.reduce((least, box) => Math.min(least, box.cross), Infinity) - CLEARANCE;
  const high = inside.reduce((most, box) => Math.max(most, box.cross + box.crossSize), -Infinity) + CLEARANCE;

  const trespassers = boxes.filter(
    (box) =>
      box.node.external &&
      box.main < end &&
      box.main + box.mainSize > start &&
      box.cross < high &&
      box.cross + box.crossSize > low,
  );
  const before = trespassers.filter((box) => box.node.lane === 'caller');
  const after = trespassers.filter((box) => box.node.lane !== 'caller');
  const forward = after.reduce((most, box) => Math.max(most, end - box.main), 0);
  const back = before.reduce((most, box) => Math.max(most, box.main + box.mainSize - start), 0);
  after.forEach((box) => (box.main += forward));
  before.forEach((box) => (box.main -= back));
  return trespassers;
}
