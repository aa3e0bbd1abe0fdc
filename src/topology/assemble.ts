import { sameValue } from './equal.ts';
import { edgeBook, type EdgeBook } from './shared-edges.ts';
import { LANES, type Topology, type TopologyEdge, type TopologyNode } from './types.ts';
import type { Unit } from './unit.ts';

/** A topology, with what the next one is put together from. */
export interface Assembly {
  readonly topology: Topology;
  readonly callers: readonly TopologyNode[];
  readonly units: readonly Unit[];
  /** What several units may draw, as it was drawn, by id. */
  readonly sharedNodes: ReadonlyMap<string, TopologyNode>;
  readonly edges: EdgeBook;
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
      if (known) shared.set(node.id, mergeNodes(known, node));
      else if (!isUnit(node.id)) shared.set(node.id, node);
    }
  }
  return shared;
}

const same = <T>(items: readonly T[], before: readonly T[] | undefined): readonly T[] =>
  before && items.length === before.length && items.every((item, n) => item === before[n]) ? before : items;

/**
 * Units as one graph: nodes by lane, those of resources in document order first; edges in the order of the units that
 * draw them. `positions` are the units' indexes by id. The same object as before where nothing is different.
 */
export function assemble(
  units: readonly Unit[],
  positions: ReadonlyMap<string, number>,
  callers: readonly TopologyNode[],
  previous: Assembly | undefined,
): Assembly {
  const lanes = new Map<string, TopologyNode[]>(LANES.map((lane) => [lane, []]));
  for (const node of callers) lanes.get(node.lane)?.push(node);
  // A workload that calls is drawn by `callers`, alone or with others.
  for (const { node } of units) if (node && node.lane !== 'caller') lanes.get(node.lane)?.push(node);
  const sharedNodes = keepDrawn(
    nodesShared(units, (id) => positions.has(id)),
    previous?.sharedNodes,
  );
  for (const node of sharedNodes.values()) lanes.get(node.lane)?.push(node);

  const book = edgeBook(units, positions, previous && { units: previous.units, book: previous.edges });
  const drawn: TopologyEdge[] = [];
  for (const unit of units) for (const edge of book.byUnit.get(unit.id) ?? []) drawn.push(edge);

  const before = previous?.topology;
  const nodes = same([...lanes.values()].flat(), before?.nodes);
  const edges = same(drawn, before?.edges);
  const topology = before && nodes === before.nodes && edges === before.edges ? before : { nodes, edges };
  return { topology, callers, units, sharedNodes, edges: book };
}

/** A unit remade, beside the one it replaces. */
export interface Replacement {
  readonly before: Unit;
  readonly after: Unit;
}

/** Whether the parts of a remade unit fit exactly where the old ones stand. */
const fits = ({ before, after }: Replacement): boolean =>
  before.node?.id === after.node?.id &&
  before.node?.lane === after.node?.lane &&
  (before.node === after.node || after.node?.lane !== 'caller') &&
  before.sharedNodes === after.sharedNodes &&
  before.sharedEdges === after.sharedEdges &&
  before.edges.length === after.edges.length &&
  before.edges.every((edge, n) => edge.id === after.edges[n]?.id);

/**
 * The graph with a few units replaced, without putting the rest together again; undefined where they do not fit in their
 * predecessors' places. What the next one is put together from stays as it was, so that it finds the difference.
 */
export function patch(assembly: Assembly, replacements: readonly Replacement[]): Assembly | undefined {
  if (!replacements.every(fits)) return undefined;
  const { topology } = assembly;
  let [nodes, edges]: [TopologyNode[] | null, TopologyEdge[] | null] = [null, null];
  for (const { before, after } of replacements) {
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
    for (const [n, edge] of after.edges.entries()) edges[at + n] = edge;
  }
  if (!nodes && !edges) return assembly;
  return { ...assembly, topology: { nodes: nodes ?? topology.nodes, edges: edges ?? topology.edges } };
}
