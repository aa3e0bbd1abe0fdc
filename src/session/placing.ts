import {
  place,
  type Flow,
  type PlacedTopology,
  type Topology,
  type TopologyNode,
} from '../topology/index.ts';

/**
 * The picture after a change. What was there keeps its place; where nothing of it is left (another workspace was opened)
 * all is laid out anew, as it is without `previous`.
 */
export function placeOn(previous: PlacedTopology | null, topology: Topology, flow: Flow): PlacedTopology {
  if (!previous || !sharesNodes(previous, topology)) return place(topology, flow);
  return place(topology, flow, previous);
}

/** Whether something drawn before is drawn still. Nearly always one even stands at the same index. */
function sharesNodes(previous: PlacedTopology, { nodes }: Topology): boolean {
  if (nodes.length === 0) return true;
  if (nodes.some((node, index) => isOwn(node) && previous.nodes[index]?.node.id === node.id)) return true;
  const before = new Set(previous.nodes.map(({ node }) => node.id));
  return nodes.some((node) => isOwn(node) && before.has(node.id));
}

/** Whether a node is of this mesh alone: callers and hosts of the same name are in many. */
const isOwn = (node: TopologyNode) => node.resource !== null || node.kind === 'Namespace';

/** Whether everything stands where it stood. */
export function samePlaces({ nodes: before }: PlacedTopology, { nodes: after }: PlacedTopology): boolean {
  if (before === after) return true;
  if (before.length !== after.length) return false;
  return before.every((one, index) => {
    const other = after[index];
    return one === other || (one.node.id === other?.node.id && one.x === other.x && one.y === other.y);
  });
}
