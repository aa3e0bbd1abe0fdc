import { place, type Flow, type PlacedTopology, type Topology } from '../topology/index.ts';

/**
 * The picture after a change. What was there keeps its place; where nothing of it is left (another workspace was opened)
 * all is laid out anew, as it is without `previous`.
 */
export function placeOn(previous: PlacedTopology | null, topology: Topology, flow: Flow): PlacedTopology {
  if (!previous || !sharesNodes(previous, topology)) return place(topology, flow);
  return place(topology, flow, previous);
}

function sharesNodes(previous: PlacedTopology, topology: Topology): boolean {
  const before = new Set(previous.nodes.map(({ node }) => node.id));
  return (
    topology.nodes.some((node) => node.resource !== null && before.has(node.id)) ||
    topology.nodes.length === 0
  );
}
