import { sameValue } from './equal.ts';
import { hunksOf, type Hunk } from './hunks.ts';
import type { Order } from './order.ts';
import { isMoved, ownNode, patchedEdges, patchedNodes } from './patch.ts';
import { drawnBy, sharedEdgesAfter, sharedEdgesOf, type SharedEdges } from './shared-edges.ts';
import { LANES, type Topology, type TopologyNode } from './types.ts';
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
 * draw them. The same object as before where nothing is different. `different` is where the units are not those before,
 * for whom it is known.
 */
export function assemble(
  order: Order,
  callers: readonly TopologyNode[],
  previous: Assembly | undefined,
  different?: readonly Hunk<Unit>[] | null,
): Assembly {
  const { units, positions } = order;
  const sameCallers = previous && callers === previous.callers;
  const hunks = sameCallers ? (different ?? hunksOf(previous.units, units)) : null;
  const before = previous?.topology;
  const known = previous && hunks && !isMoved(hunks) ? { assembly: previous, hunks } : undefined;

  const keepsNodes = known?.hunks.every(drawsTheSame) ?? false;
  const sharedNodes =
    known && keepsNodes ? known.assembly.sharedNodes : keepDrawn(nodesShared(units), previous?.sharedNodes);
  const inLanes = (): readonly TopologyNode[] => {
    const lanes = new Map<string, TopologyNode[]>(LANES.map((lane) => [lane, []]));
    for (const node of callers) lanes.get(node.lane)?.push(node);
    for (const unit of units) {
      const node = ownNode(unit);
      if (node) lanes.get(node.lane)?.push(node);
    }
    for (const node of sharedNodes.values()) if (!positions.has(node.id)) lanes.get(node.lane)?.push(node);
    return [...lanes.values()].flat();
  };
  const nodes = same(
    (known && keepsNodes ? patchedNodes(known.assembly, known.hunks, order) : undefined) ?? inLanes(),
    before?.nodes,
  );

  const after = known && sharedEdgesAfter(known.assembly.sharedEdges, known.hunks, order);
  const sharedEdges = after?.shared ?? sharedEdgesOf(units, previous?.sharedEdges);
  const edges = same(
    (known && after && patchedEdges(known.assembly, known.hunks, after.shared, after.touched)) ??
      units.flatMap((unit) => drawnBy(unit, sharedEdges)),
    before?.edges,
  );
  const topology = before && nodes === before.nodes && edges === before.edges ? before : { nodes, edges };
  return { topology, callers, units, sharedNodes, sharedEdges };
}
