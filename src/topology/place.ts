import { placedOf } from './box.ts';
import { boundaryOf } from './boundary.ts';
import { layOut } from './lay-out.ts';
import { placesOf, settle } from './settle.ts';
import { shapeOf } from './metrics.ts';
import type { Flow, PlacedNode, PlacedTopology, Topology } from './types.ts';

/**
 * Gives every node its place. Deterministic. With `previous` of the same flow whatever was there stays exactly where it
 * was and new nodes find free space beside their neighbours; without it (opening, "Tidy") everything is laid out anew.
 * Coordinates are whole CSS pixels at 100 %, y growing downwards. Objects of nodes that did not change are kept.
 */
export function place(topology: Topology, flow: Flow, previous?: PlacedTopology): PlacedTopology {
  const stays = previous?.flow === flow && previous.nodes.length > 0 ? previous : undefined;
  const kept = stays && sameShapes(topology, stays);
  if (stays && kept) {
    if (kept === stays.nodes && topology.edges === stays.edges) return stays;
    return { ...stays, nodes: kept, edges: topology.edges, boundary: boundaryOf(kept) };
  }
  const boxes = (stays && settle(topology, stays)) ?? layOut(topology, flow);
  const before = stays && placesOf(stays);
  const nodes = boxes.map((box) => {
    const placed = placedOf(box, flow);
    const known = before?.get(box.node.id);
    return known?.node === box.node && known.x === placed.x && known.y === placed.y ? known : placed;
  });
  return { flow, nodes, edges: topology.edges, boundary: boundaryOf(nodes) };
}

/** The nodes where they stand, if they are the same nodes of the same sizes: most edits change words and edges only. */
function sameShapes(topology: Topology, previous: PlacedTopology): readonly PlacedNode[] | undefined {
  if (topology.nodes.length !== previous.nodes.length) return undefined;
  let changed = false;
  const nodes: PlacedNode[] = [];
  for (const [index, node] of topology.nodes.entries()) {
    const placed = previous.nodes[index];
    if (placed?.node === node) {
      nodes.push(placed);
      continue;
    }
    const { width, height } = shapeOf(node, previous.flow);
    if (!placed || placed.node.id !== node.id || placed.node.external !== node.external) return undefined;
    if (placed.width < width || placed.height < height) return undefined;
    changed = true;
    nodes.push({ ...placed, node, width, height });
  }
  return changed ? nodes : previous.nodes;
}
