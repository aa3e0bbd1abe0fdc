import { boxAt, boxOf, type Box } from './box.ts';
import { keepOutside } from './boundary.ts';
import { findPlace } from './find-place.ts';
import { shapeOf } from './metrics.ts';
import { pushApart } from './push-apart.ts';
import { ranksOf } from './ranks.ts';
import type { PlacedNode, PlacedTopology, Topology, TopologyNode } from './types.ts';

/** Nodes in alike roles: one that vanishes may leave its place to one that comes. */
const roleOf = (node: TopologyNode): string => `${node.kind} ${node.lane} ${String(node.external === true)}`;

/**
 * The places of nodes that are there no more, for nodes that are new: of the same role, in order. So a resource keeps
 * its place while its name is being typed, which makes another node of it with every letter.
 */
function bequeath(
  fresh: readonly TopologyNode[],
  vanished: readonly PlacedNode[],
): ReadonlyMap<string, PlacedNode> {
  const left = new Map<string, PlacedNode[]>();
  for (const placed of vanished) {
    const role = roleOf(placed.node);
    const known = left.get(role);
    if (known) known.push(placed);
    else left.set(role, [placed]);
  }
  const heirs = new Map<string, PlacedNode>();
  for (const node of fresh) {
    const place = left.get(roleOf(node))?.shift();
    if (place) heirs.set(node.id, place);
  }
  return heirs;
}

/** The ids that edges join to each of the given nodes. */
function neighboursOf(
  fresh: ReadonlySet<string>,
  topology: Topology,
): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const { source, target } of topology.edges) {
    if (fresh.has(source)) near.set(source, [...(near.get(source) ?? []), target]);
    if (fresh.has(target)) near.set(target, [...(near.get(target) ?? []), source]);
  }
  return near;
}

/** The picture as it stood: places by node id. Made once, since most pictures are the previous of another. */
const places = new WeakMap<PlacedTopology, ReadonlyMap<string, PlacedNode>>();

export function placesOf(placed: PlacedTopology): ReadonlyMap<string, PlacedNode> {
  const known = places.get(placed) ?? new Map(placed.nodes.map((one) => [one.node.id, one]));
  places.set(placed, known);
  return known;
}

/** So many new nodes, and more new than old, are another picture: keeping the old places would serve nobody. */
const ANOTHER_PICTURE = 300;

/**
 * Places a topology around what stands already: every node that was there keeps its place exactly, unless one that grew
 * or the boundary needs it. Undefined where so much is new that the whole is better laid out anew.
 */
export function settle(topology: Topology, previous: PlacedTopology): readonly Box[] | undefined {
  const { flow } = previous;
  const before = placesOf(previous);
  const fresh = topology.nodes.filter((node) => !before.has(node.id));
  if (fresh.length > ANOTHER_PICTURE && fresh.length > previous.nodes.length) return undefined;
  const stayed = new Set(topology.nodes.map((node) => node.id));
  const gone = previous.nodes.filter((placed) => !stayed.has(placed.node.id));
  const heirs = gone.length && fresh.length ? bequeath(fresh, gone) : new Map<string, PlacedNode>();

  const ranks = ranksOf(topology);
  const boxes: Box[] = [];
  const settled: Box[] = [];
  const grown: Box[] = [];
  const homeless: Box[] = [];
  for (const node of topology.nodes) {
    const rank = ranks.get(node.id) ?? 0;
    const place = before.get(node.id) ?? heirs.get(node.id);
    const box = place ? boxAt(place, node, rank, flow) : boxOf(node, rank, flow);
    boxes.push(box);
    (place ? settled : homeless).push(box);
    if (!place) continue;
    const { width, height } = shapeOf(node, flow);
    if (place.width < width || place.height < height) grown.push(box);
  }
  pushApart(grown, settled);
  const near = neighboursOf(new Set(homeless.map((box) => box.node.id)), topology);
  const byId = new Map(homeless.length ? settled.map((box) => [box.node.id, box]) : []);
  for (const box of homeless) {
    const joined = (near.get(box.node.id) ?? []).flatMap((id) => byId.get(id) ?? []);
    findPlace(box, joined, settled);
    settled.push(box);
    byId.set(box.node.id, box);
  }
  pushApart(keepOutside(boxes), boxes);
  return boxes;
}
