import { mergeEdges } from './edges.ts';
import { sameValue } from './equal.ts';
import { LANES, type Topology, type TopologyEdge, type TopologyNode } from './types.ts';
import type { Unit } from './unit.ts';

/** A topology, with where each unit's parts stand in it. */
export interface Assembly {
  readonly topology: Topology;
  readonly callers: readonly TopologyNode[];
  /** Edges put together of several units' edges. */
  readonly merged: ReadonlyMap<string, TopologyEdge>;
  /** By unit: the index of its node (-1 for none) and of its first edge. */
  readonly nodeAt: Int32Array;
  readonly edgeAt: Int32Array;
}

/** What several units draw is drawn once; a ghost gives way to what it is the ghost of. */
function sharedNodes(units: readonly Unit[], isUnit: (id: string) => boolean): readonly TopologyNode[] {
  const shared = new Map<string, TopologyNode>();
  for (const unit of units) {
    for (const node of unit.sharedNodes) {
      const known = shared.get(node.id);
      if (!isUnit(node.id) && (!known || (known.dangling && !node.dangling))) shared.set(node.id, node);
    }
  }
  return [...shared.values()];
}

function sharedEdges(
  units: readonly Unit[],
  previous: Assembly | undefined,
): [TopologyEdge[], Map<string, TopologyEdge>] {
  const shared = new Map<string, TopologyEdge>();
  const merged = new Map<string, TopologyEdge>();
  for (const unit of units) {
    for (const edge of unit.sharedEdges) {
      const known = shared.get(edge.id);
      const one = known ? mergeEdges(known, edge) : edge;
      if (known) merged.set(edge.id, one);
      shared.set(edge.id, one);
    }
  }
  for (const [id, edge] of merged) {
    const old = previous?.merged.get(id);
    if (!old || !sameValue(old, edge)) continue;
    merged.set(id, old);
    shared.set(id, old);
  }
  return [[...shared.values()], merged];
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
  for (const node of sharedNodes(units, isUnit)) lanes[laneIndex(node)]?.push(node);
  const [shared, merged] = sharedEdges(units, previous);
  for (const edge of shared) drawn.push(edge);

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
  return { topology, callers, merged, nodeAt, edgeAt };
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
