import { mergeEdges } from './edges.ts';
import { sameValue } from './equal.ts';
import { LANES, type Topology, type TopologyEdge, type TopologyNode } from './types.ts';
import type { Unit } from './unit.ts';

/** A topology, with where each unit's parts stand in it. */
export interface Assembly {
  readonly topology: Topology;
  readonly callers: readonly TopologyNode[];
  /** What several units may draw, as it was drawn, by id. */
  readonly sharedNodes: ReadonlyMap<string, TopologyNode>;
  readonly sharedEdges: ReadonlyMap<string, TopologyEdge>;
  /** By unit: the index of its node (-1 for none) and of its first edge. */
  readonly nodeAt: Int32Array;
  readonly edgeAt: Int32Array;
}

/** Puts back what was drawn before wherever it says the same, whichever unit draws it now. */
function keepDrawn<T>(
  drawn: Map<string, T>,
  before: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  if (!before) return drawn;
  for (const [id, one] of drawn) {
    const old = before.get(id);
    if (old !== undefined && old !== one && sameValue(old, one)) drawn.set(id, old);
  }
  return drawn;
}

/** One node of two: with the rows of both. A ghost gives way to what it is the ghost of. */
function mergeNodes(a: TopologyNode, b: TopologyNode): TopologyNode {
  if (a.dangling && !b.dangling) return b;
  const more = b.rows.filter((row) => !a.rows.some((other) => other.id === row.id));
  return more.length ? { ...a, rows: [...a.rows, ...more] } : a;
}

/** What several units draw is drawn once. */
function nodesShared(units: readonly Unit[], isUnit: (id: string) => boolean): Map<string, TopologyNode> {
  const shared = new Map<string, TopologyNode>();
  for (const unit of units) {
    for (const node of unit.sharedNodes) {
      const known = shared.get(node.id);
      if (!isUnit(node.id)) shared.set(node.id, known ? mergeNodes(known, node) : node);
    }
  }
  return shared;
}

function edgesShared(units: readonly Unit[]): Map<string, TopologyEdge> {
  const shared = new Map<string, TopologyEdge>();
  for (const unit of units) {
    for (const edge of unit.sharedEdges) {
      const known = shared.get(edge.id);
      shared.set(edge.id, known ? mergeEdges(known, edge) : edge);
    }
  }
  return shared;
}

const same = <T>(items: readonly T[], before: readonly T[] | undefined): readonly T[] =>
  before && items.length === before.length && items.every((item, n) => item === before[n]) ? before : items;

const laneIndex = (node: TopologyNode): number => LANES.indexOf(node.lane);

/**
 * Units as one graph: nodes by lane, those of resources in document order first. The same object as before where
 * nothing is different.
 */
export function assemble(
  units: readonly Unit[],
  isUnit: (id: string) => boolean,
  callers: readonly TopologyNode[],
  previous: Assembly | undefined,
): Assembly {
  const lanes: TopologyNode[][] = LANES.map(() => []);
  const nodeAt = new Int32Array(units.length).fill(-1);
  const edgeAt = new Int32Array(units.length);
  for (const node of callers) lanes[laneIndex(node)]?.push(node);
  const drawn: TopologyEdge[] = [];
  units.forEach((unit, index) => {
    edgeAt[index] = drawn.length;
    for (const edge of unit.edges) drawn.push(edge);
    // A workload that calls is drawn by `callers`, alone or with others.
    if (!unit.node || unit.node.lane === 'caller') return;
    const lane = lanes[laneIndex(unit.node)];
    nodeAt[index] = lane?.length ?? 0;
    lane?.push(unit.node);
  });
  const sharedNodes = keepDrawn(nodesShared(units, isUnit), previous?.sharedNodes);
  const sharedEdges = keepDrawn(edgesShared(units), previous?.sharedEdges);
  for (const node of sharedNodes.values()) lanes[laneIndex(node)]?.push(node);
  for (const edge of sharedEdges.values()) drawn.push(edge);

  const starts = lanes.map((_, lane) =>
    lanes.slice(0, lane).reduce((total, { length }) => total + length, 0),
  );
  units.forEach(({ node }, index) => {
    const at = nodeAt[index] ?? -1;
    if (node && at >= 0) nodeAt[index] = at + (starts[laneIndex(node)] ?? 0);
  });
  const before = previous?.topology;
  const nodes = same(lanes.flat(), before?.nodes);
  const edges = same(drawn, before?.edges);
  const topology = before && nodes === before.nodes && edges === before.edges ? before : { nodes, edges };
  return { topology, callers, sharedNodes, sharedEdges, nodeAt, edgeAt };
}

const sameIds = (a: readonly { readonly id: string }[], b: readonly { readonly id: string }[]): boolean =>
  a.length === b.length && a.every((item, n) => item.id === b[n]?.id);

/** A unit remade, beside the one it replaces. */
export interface Replacement {
  readonly index: number;
  readonly before: Unit;
  readonly after: Unit;
}

/** Whether the parts of a remade unit fit exactly where the old ones stand. */
function fits({ before, after }: Replacement): boolean {
  return (
    before.node?.id === after.node?.id &&
    before.node?.lane === after.node?.lane &&
    before.sharedNodes === after.sharedNodes &&
    before.sharedEdges === after.sharedEdges &&
    sameIds(before.edges, after.edges)
  );
}

/** The graph with a few units replaced; undefined where they do not fit in their predecessors' places. */
export function patch(assembly: Assembly, replacements: readonly Replacement[]): Assembly | undefined {
  if (!replacements.every(fits)) return undefined;
  const { nodeAt, edgeAt, topology } = assembly;
  let [nodes, edges]: [TopologyNode[] | null, TopologyEdge[] | null] = [null, null];
  for (const { index, before, after } of replacements) {
    const at = nodeAt[index] ?? -1;
    if (after.node && after.node !== before.node && at >= 0) {
      nodes ??= [...topology.nodes];
      nodes[at] = after.node;
    }
    if (after.edges === before.edges) continue;
    edges ??= [...topology.edges];
    for (const [n, edge] of after.edges.entries()) edges[(edgeAt[index] ?? 0) + n] = edge;
  }
  if (!nodes && !edges) return assembly;
  return { ...assembly, topology: { nodes: nodes ?? topology.nodes, edges: edges ?? topology.edges } };
}
