import { placedOf } from './box.ts';
import { boundaryOf } from './boundary.ts';
import { layOut } from './lay-out.ts';
import { settle } from './settle.ts';
import type { Flow, PlacedTopology, Topology } from './types.ts';

/**
 * Gives every node its place. Deterministic. With `previous` of the same flow whatever was there stays exactly where it
 * was and new nodes find free space beside their neighbours; without it (opening, "Tidy") everything is laid out anew.
 * Coordinates are whole CSS pixels at 100 %, y growing downwards. Objects of nodes that did not change are kept.
 */
export function place(topology: Topology, flow: Flow, previous?: PlacedTopology): PlacedTopology {
  const stays = previous?.flow === flow && previous.nodes.length > 0 ? previous : undefined;
  if (stays && unchanged(topology, stays)) {
    return stays.edges === topology.edges ? stays : { ...stays, edges: topology.edges };
  }
  const boxes = stays ? settle(topology, stays) : layOut(topology, flow);
  const before = new Map(stays?.nodes.map((placed) => [placed.node, placed]));
  const nodes = boxes.map((box) => {
    const placed = placedOf(box, flow);
    const known = before.get(box.node);
    return known && known.x === placed.x && known.y === placed.y ? known : placed;
  });
  return { flow, nodes, edges: topology.edges, boundary: boundaryOf(nodes) };
}

const unchanged = (topology: Topology, previous: PlacedTopology): boolean =>
  topology.nodes.length === previous.nodes.length &&
  topology.nodes.every((node, index) => node === previous.nodes[index]?.node);
