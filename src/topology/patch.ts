import type { Assembly } from './assemble.ts';
import type { Hunk } from './hunks.ts';
import type { Order } from './order.ts';
import { drawnBy, sharedBy, type SharedEdges } from './shared-edges.ts';
import type { TopologyEdge, TopologyNode } from './types.ts';
import { sameList, type Unit } from './unit.ts';

/** The node that a unit puts into a lane itself; a workload that calls is drawn by `callers`, alone or with others. */
export const ownNode = ({ node }: Unit): TopologyNode | undefined =>
  node?.lane === 'caller' ? undefined : node;

const ids = (units: readonly Unit[]): readonly string[] => units.map(({ id }) => id);

/** Whether some units went elsewhere in the order: then nodes and edges may stand twice while they are put in place. */
export function isMoved(hunks: readonly Hunk<Unit>[]): boolean {
  const gone = new Map(hunks.flatMap((hunk) => ids(hunk.was).map((id) => [id, hunk])));
  return hunks.some((hunk) => ids(hunk.is).some((id) => (gone.get(id) ?? hunk) !== hunk));
}

/** The nodes after some units came and went; undefined where they do not simply fit in. What units share is as it was. */
export function patchedNodes(
  { topology, sharedNodes }: Assembly,
  hunks: readonly Hunk<Unit>[],
  order: Order,
): readonly TopologyNode[] | undefined {
  let next: TopologyNode[] | undefined;
  for (const { was, is } of hunks) {
    const [idsBefore, idsNow] = [ids(was), ids(is)];
    // A unit stands in the way of a node of its id that others share.
    if (!sameList(idsBefore, idsNow) && [...idsBefore, ...idsNow].some((id) => sharedNodes.has(id)))
      return undefined;
    const [before, now] = [was.map(ownNode), is.map(ownNode)];
    if (sameList(before, now)) continue;
    next ??= [...topology.nodes];
    const inPlace =
      sameList(
        before.map((node) => node?.lane),
        now.map((node) => node?.lane),
      ) && idsNow.every((id, n) => id === idsBefore[n] || !idsBefore.includes(id));
    for (const [n, node] of before.entries()) {
      if (!node) continue;
      const at = next.indexOf(node);
      if (at < 0) return undefined;
      const instead = inPlace ? now[n] : undefined;
      next.splice(at, 1, ...(instead ? [instead] : []));
    }
    if (inPlace) continue;
    for (const unit of is) {
      const node = ownNode(unit);
      if (!node) continue;
      const neighbour = neighbourOf(unit, node, order);
      const at = neighbour ? next.indexOf(neighbour) : -1;
      if (at < 0) return undefined;
      next.splice(at + 1, 0, node);
    }
  }
  return next ?? topology.nodes;
}

/** The node behind which a unit's own stands in its lane. */
function neighbourOf(
  { id }: Unit,
  { lane }: TopologyNode,
  { units, positions }: Order,
): TopologyNode | undefined {
  for (let at = (positions.get(id) ?? 0) - 1; at >= 0; at--) {
    const other = units[at];
    const node = other && ownNode(other);
    if (node?.lane === lane) return node;
  }
  return undefined;
}

/** The edges after some units came and went; undefined where they do not simply fit in. */
export function patchedEdges(
  { topology, sharedEdges }: Assembly,
  hunks: readonly Hunk<Unit>[],
  shared: SharedEdges,
  touched: Iterable<string>,
): readonly TopologyEdge[] | undefined {
  let next: TopologyEdge[] | undefined;
  for (const { was, is } of hunks) {
    const before = was.flatMap((unit) => drawnBy(unit, sharedEdges));
    const now = is.flatMap((unit) => drawnBy(unit, shared));
    if (sameList(before, now)) continue;
    next ??= [...topology.edges];
    const at = before[0] ? next.indexOf(before[0]) : -1;
    if (at < 0) return undefined;
    next.splice(at, before.length, ...now);
  }
  const gone = new Set(hunks.flatMap(({ was }) => ids(was)));
  const come = new Set(hunks.flatMap(({ is }) => ids(is)));
  for (const id of touched) {
    const [before, now] = [sharedBy(sharedEdges, id), sharedBy(shared, id)];
    const [from, to] = [before?.drawers[0], now?.drawers[0]];
    // What is drawn by units that came or went was seen to; others may draw what these drew, or draw it otherwise.
    if ((from === undefined || gone.has(from)) && (to === undefined || come.has(to))) continue;
    if (!before || !now || from !== to) return undefined;
    if (before.edge === now.edge) continue;
    next ??= [...topology.edges];
    const at = next.indexOf(before.edge);
    if (at < 0) return undefined;
    next[at] = now.edge;
  }
  return next ?? topology.edges;
}
