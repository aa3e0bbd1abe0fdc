import { place, type Flow, type PlacedTopology, type Topology } from '../topology/index.ts';

/**
 * The picture after a change. What was there keeps its place; where nothing of it is left (another workspace was opened)
 * all is laid out anew, as it is without `previous`.
 */
export function placeOn(previous: PlacedTopology | null, topology: Topology, flow: Flow): PlacedTopology {
  if (!previous || !sharesNodes(previous, topology)) return place(topology, flow);
  return place(topology, flow, previous);
}

/** Whether a resource drawn before is drawn still. Nearly always one of them even stands at the same index. */
function sharesNodes(previous: PlacedTopology, { nodes }: Topology): boolean {
  if (nodes.length === 0) return true;
  if (nodes.some((node, index) => node.resource !== null && previous.nodes[index]?.node.id === node.id))
    return true;
  const before = new Set(previous.nodes.map(({ node }) => node.id));
  return nodes.some((node) => node.resource !== null && before.has(node.id));
}
