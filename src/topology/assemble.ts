import { sameValue } from './equal.ts';
import { hunksOf, type Hunk } from './hunks.ts';
import type { Order } from './order.ts';
import { edgesOf, sharedEdgesAfter, sharedEdgesOf, type SharedEdges } from './shared-edges.ts';
import { LANES, type Topology, type TopologyEdge, type TopologyNode } from './types.ts';
import { sameList, type Unit } from './unit.ts';

/** A topology, with what the next one is put together from. */
export interface Assembly {
  readonly topology: Topology;
  readonly callers: readonly TopologyNode[];
  readonly units: readonly Unit[];
  /** What several units may draw, as it was drawn, by id. */
  readonly sharedNodes: ReadonlyMap<string, TopologyNode>;
  readonly sharedEdges: SharedEdges;
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
function nodesShared(units: readonly Unit[]): Map<string, TopologyNode> {
  const shared = new Map<string, TopologyNode>();
  for (const unit of units) {
    for (const node of unit.sharedNodes) {
      const known = shared.get(node.id);
      shared.set(node.id, known ? mergeNodes(known, node) : node);
    }
  }
  return shared;
}

/** Whether units draw the very nodes that those before them did. */
const drawsTheSame = ({ was, is }: Hunk<Unit>): boolean =>
  sameList(
    was.flatMap((unit) => unit.sharedNodes),
    is.flatMap((unit) => unit.sharedNodes),
  );

const same = <T>(items: readonly T[], before: readonly T[] | undefined): readonly T[] =>
  before && sameList(items, before) ? before : items;

/**
 * Units as one graph: nodes by lane, those of resources in document order first; edges in the order of the units that
 * draw them. The same object as before where nothing is different.
 */
export function assemble(
  order: Order,
  callers: readonly TopologyNode[],
  previous: Assembly | undefined,
): Assembly {
  const { units, positions } = order;
  const hunks = previous && hunksOf(previous.units, units);
  const patched = hunks && callers === previous.callers && patch(previous, units, hunks);
  if (patched) return patched;

  const sharedNodes =
    previous && hunks?.every(drawsTheSame)
      ? previous.sharedNodes
      : keepDrawn(nodesShared(units), previous?.sharedNodes);
  const sharedEdges =
    previous && hunks
      ? sharedEdgesAfter(previous.sharedEdges, hunks, order)
      : sharedEdgesOf(units, previous?.sharedEdges);

  const lanes = new Map<string, TopologyNode[]>(LANES.map((lane) => [lane, []]));
  for (const node of callers) lanes.get(node.lane)?.push(node);
  // A workload that calls is drawn by `callers`, alone or with others.
  for (const { node } of units) if (node && node.lane !== 'caller') lanes.get(node.lane)?.push(node);
  for (const node of sharedNodes.values()) if (!positions.has(node.id)) lanes.get(node.lane)?.push(node);

  const before = previous?.topology;
  const nodes = same([...lanes.values()].flat(), before?.nodes);
  const edges = same(edgesOf(units, sharedEdges), before?.edges);
  const topology = before && nodes === before.nodes && edges === before.edges ? before : { nodes, edges };
  return { topology, callers, units, sharedNodes, sharedEdges };
}

/** Whether the parts of a remade unit fit exactly where the old ones stand. */
const fits = (before: Unit, after: Unit | undefined): after is Unit =>
  before.id === after?.id &&
  before.node?.id === after.node?.id &&
  before.node?.lane === after.node?.lane &&
  (before.node === after.node || after.node?.lane !== 'caller') &&
  before.sharedNodes === after.sharedNodes &&
  before.sharedEdges === after.sharedEdges &&
  before.edges.length === after.edges.length &&
  before.edges.every((edge, n) => edge.id === after.edges[n]?.id);

/**
 * The graph with a few units replaced, without putting the rest together again; undefined where they do not fit in their
 * predecessors' places.
 */
function patch(
  assembly: Assembly,
  units: readonly Unit[],
  hunks: readonly Hunk<Unit>[],
): Assembly | undefined {
  const { topology } = assembly;
  let [nodes, edges]: [TopologyNode[] | null, TopologyEdge[] | null] = [null, null];
  for (const { was, is } of hunks) {
    if (was.length !== is.length) return undefined;
    for (const [n, before] of was.entries()) {
      const after = is[n];
      if (!fits(before, after)) return undefined;
      if (before.node && after.node && after.node !== before.node) {
        nodes ??= [...topology.nodes];
        const at = nodes.indexOf(before.node);
        if (at < 0) return undefined;
        nodes[at] = after.node;
      }
      const [first] = before.edges;
      if (!first || after.edges === before.edges) continue;
      edges ??= [...topology.edges];
      const at = edges.indexOf(first);
      if (at < 0) return undefined;
      for (const [index, edge] of after.edges.entries()) edges[at + index] = edge;
    }
  }
  const changed = nodes || edges;
  return {
    ...assembly,
    units,
    topology: changed ? { nodes: nodes ?? topology.nodes, edges: edges ?? topology.edges } : topology,
  };
}
