import { boundaryOf, keepOutside } from './boundary.ts';
import { boxAt, placedOf } from './box.ts';
import type { PlacedTopology } from './types.ts';

/**
 * The picture with one node where a person put it. Nothing else moves, but for what is outside the mesh where the
 * boundary would now take it in; nothing does while the node is still `held`. The same picture where nothing moves.
 */
export function moveNode(
  placed: PlacedTopology,
  id: string,
  x: number,
  y: number,
  held = false,
): PlacedTopology {
  const { flow } = placed;
  const one = placed.nodes.find(({ node }) => node.id === id);
  const to = one && { ...one, x: Math.round(x), y: Math.round(y) };
  if (!to) return placed;
  const boxes = placed.nodes.map((before) => boxAt(before === one ? to : before, before.node, 0, flow));
  if (!held) keepOutside(boxes);
  const nodes = placed.nodes.map((before, index) => {
    const box = boxes[index];
    const after = box && placedOf(box, flow);
    return !after || (after.x === before.x && after.y === before.y)
      ? before
      : { ...before, x: after.x, y: after.y };
  });
  const moved = nodes.some((node, index) => node !== placed.nodes[index]);
  return moved ? { ...placed, nodes, boundary: boundaryOf(nodes) } : placed;
}
