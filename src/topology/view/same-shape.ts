import type { Topology, TopologyEdge, TopologyNode } from '../types.ts';

/** What of a topology a view does not draw as it is: nodes that are left out, and those that others stand for. */
export interface Shape {
  readonly hidden: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, string>;
}

/** An edit changes few nodes and edges; beyond this many the whole view is made anew. */
const MOST = 100;

interface Change<T> {
  readonly was: T;
  readonly is: T;
}

/** What stands in the place of something else; null where the lists are too different to say. */
function changes<T>(
  is: readonly T[],
  was: readonly T[],
  fits: (was: T, is: T) => boolean,
): readonly Change<T>[] | null {
  if (is === was) return [];
  if (is.length !== was.length) return null;
  const found: Change<T>[] = [];
  for (let n = 0; n < is.length; n++) {
    const [before, after] = [was[n], is[n]];
    if (before === after || before === undefined || after === undefined) continue;
    if (found.length === MOST || !fits(before, after)) return null;
    found.push({ was: before, is: after });
  }
  return found;
}

/** Whether two nodes are the same to all that decides what is drawn. */
const sameNode = (a: TopologyNode, b: TopologyNode): boolean =>
  a.id === b.id &&
  a.kind === b.kind &&
  a.lane === b.lane &&
  a.namespace === b.namespace &&
  (a.resource === null) === (b.resource === null);

const sameEdge = (a: TopologyEdge, b: TopologyEdge): boolean =>
  a.id === b.id && a.source === b.source && a.target === b.target;

function replaced<T>(items: readonly T[], all: readonly Change<T>[]): readonly T[] | null {
  if (!all.length) return items;
  const next = [...items];
  for (const { was, is } of all) {
    const at = next.indexOf(was);
    if (at < 0) return null;
    next[at] = is;
  }
  return next;
}

/**
 * The view of a topology out of that of the one before, where the edit in between changed what single nodes and edges
 * say and not which there are and what they join: then what a view leaves out and puts together is as it was. Undefined
 * where that is not so. `view` itself where nothing of it is different. Not for views that are narrowed.
 */
export function inSameShape(
  topology: Topology,
  before: Topology,
  view: Topology,
  { hidden, groups }: Shape,
): Topology | undefined {
  const nodes = changes(topology.nodes, before.nodes, sameNode);
  const edges = nodes && changes(topology.edges, before.edges, sameEdge);
  if (!nodes || !edges) return undefined;
  const isDrawn = (id: string): boolean => !hidden.has(id) && !groups.has(id);
  const seen: Change<TopologyEdge>[] = [];
  for (const change of edges) {
    const { source, target } = change.is;
    if (hidden.has(source) || hidden.has(target)) return undefined;
    const group = groups.get(source);
    if (group !== undefined && group === groups.get(target)) continue;
    // Where a namespace stands for an end, several edges may be drawn as one.
    if (!isDrawn(source) || !isDrawn(target)) return undefined;
    seen.push(change);
  }
  const nodesNow = replaced(
    view.nodes,
    nodes.filter(({ is }) => isDrawn(is.id)),
  );
  const edgesNow = replaced(view.edges, seen);
  if (!nodesNow || !edgesNow) return undefined;
  return nodesNow === view.nodes && edgesNow === view.edges ? view : { nodes: nodesNow, edges: edgesNow };
}
