import { hunksOf, type Hunk } from '../hunks.ts';
import { namespaceId } from '../ids.ts';
import type { Topology, TopologyEdge, TopologyNode } from '../types.ts';
import { isLoose, nodesInGroups, type Grouping } from './collapse.ts';
import type { ViewOptions } from './options.ts';
import { keepSame } from '../equal.ts';

/** What of a topology a view does not draw as it is: nodes that are left out, and those that others stand for. */
export interface Shape extends Grouping {
  readonly hidden: ReadonlySet<string>;
  /** Hidden nodes that edges lead to, and from. There may be less of them than there are here, but never more. */
  readonly into: ReadonlySet<string>;
  readonly outOf: ReadonlySet<string>;
}

/** An edit changes few of the nodes and edges that are drawn by themselves; beyond this many the whole view is made anew. */
const MOST = 100;

/** What stands in the place of something else. */
interface Change<T> {
  readonly was: T;
  readonly is: T;
}

/** What is different: what only says something else now, and what came and went. */
interface Differences<T> {
  readonly changed: readonly Change<T>[];
  readonly gone: readonly T[];
  readonly come: readonly T[];
}

function differences<T>(hunks: readonly Hunk<T>[], alike: (was: T, is: T) => boolean): Differences<T> {
  const [changed, gone, come]: [Change<T>[], T[], T[]] = [[], [], []];
  for (const { was, is } of hunks) {
    const inPlace = was.length === is.length;
    for (const [n, one] of was.entries()) {
      const other = inPlace ? is[n] : undefined;
      if (other !== undefined && alike(one, other)) changed.push({ was: one, is: other });
      else {
        gone.push(one);
        if (other !== undefined) come.push(other);
      }
    }
    if (!inPlace) come.push(...is);
  }
  return { changed, gone, come };
}

/** Whether two nodes are the same to all that decides what is drawn. */
const sameNode = (a: TopologyNode, b: TopologyNode): boolean => a.id === b.id && looksAlike(a, b);

/** Whether it is the same to what stands for them which of two nodes there is. */
const looksAlike = (a: TopologyNode, b: TopologyNode): boolean =>
  a.kind === b.kind &&
  a.lane === b.lane &&
  a.namespace === b.namespace &&
  (a.resource === null) === (b.resource === null);

const sameEdge = (a: TopologyEdge, b: TopologyEdge): boolean =>
  a.id === b.id && a.source === b.source && a.target === b.target;

function replaced<T>(items: readonly T[], all: readonly Change<T>[]): readonly T[] | null {
  if (!all.length) return items;
  if (all.length > MOST) return null;
  const next = [...items];
  for (const { was, is } of all) {
    const at = next.indexOf(was);
    if (at < 0) return null;
    next[at] = is;
  }
  return next;
}

/** The nodes that are hidden and lead somewhere, or are led to, with some more edges; undefined where traffic goes through one of these edges. */
function vanishing(
  { hidden, into, outOf }: Shape,
  gone: readonly TopologyEdge[],
  come: readonly TopologyEdge[],
): Pick<Shape, 'into' | 'outOf'> | undefined {
  const [entered, left] = [new Set<string>(), new Set<string>()];
  for (const { source, target } of come) {
    if (hidden.has(source)) left.add(source);
    if (hidden.has(target)) entered.add(target);
  }
  const isEntered = (node: string): boolean => into.has(node) || entered.has(node);
  const isLeft = (node: string): boolean => outOf.has(node) || left.has(node);
  for (const edges of [gone, come])
    for (const { source, target } of edges)
      if ((hidden.has(source) && isEntered(source)) || (hidden.has(target) && isLeft(target)))
        return undefined;
  const more = (some: ReadonlySet<string>, others: ReadonlySet<string>) =>
    [...others].every((node) => some.has(node)) ? some : new Set([...some, ...others]);
  return { into: more(into, entered), outOf: more(outOf, left) };
}

/** Who stands for what after nodes and edges came and went that nobody sees; undefined where somebody sees one. */
function regrouped(
  { groups, loose, tangled }: Grouping,
  collapsed: ReadonlySet<string>,
  nodes: Differences<TopologyNode>,
  edges: Differences<TopologyEdge>,
): Grouping | undefined {
  if (tangled) return undefined;
  const [next, hanging] = [new Map(groups), new Set(loose)];
  for (const { id } of nodes.gone) {
    if (!next.delete(id)) return undefined;
    hanging.delete(id);
  }
  const untied = new Set<string>();
  for (const node of nodes.come) {
    // Edges that stayed may lead to what became something else.
    if (groups.has(node.id)) return undefined;
    if (collapsed.has(node.namespace)) next.set(node.id, namespaceId(node.namespace));
    else if (isLoose(node)) untied.add(node.id);
    else return undefined;
  }
  const isHanging = (node: string): boolean => hanging.has(node) || untied.has(node);
  const tied = new Set<string>();
  for (const { source, target } of edges.come) {
    if (isHanging(source) && isHanging(target)) return undefined;
    const [node, group] = isHanging(source) ? [source, next.get(target)] : [target, next.get(source)];
    if (group === undefined) return undefined;
    if (untied.delete(node)) {
      next.set(node, group);
      hanging.add(node);
    }
    if (next.get(node) !== group) return undefined;
    tied.add(source).add(target);
  }
  if (untied.size) return undefined;
  for (const { source, target } of edges.gone) {
    if (groups.get(source) === undefined || groups.get(source) !== groups.get(target)) return undefined;
    // With its last edge gone it would hang on nothing.
    for (const node of [source, target]) if (hanging.has(node) && !tied.has(node)) return undefined;
  }
  return { groups: next, loose: hanging, tangled };
}

/**
 * The view of a topology out of that of the one before, where the edit in between changed what single nodes and edges
 * say, or which there are inside of what others stand for. Undefined where that is not so. `view` itself where nothing of
 * it is different. Not for views that are narrowed.
 */
export function brought(
  topology: Topology,
  options: ViewOptions,
  before: Topology,
  view: Topology,
  shape: Shape,
): { readonly view: Topology; readonly shape: Shape } | undefined {
  const nodeHunks = hunksOf(before.nodes, topology.nodes);
  const edgeHunks = nodeHunks && hunksOf(before.edges, topology.edges);
  if (!nodeHunks || !edgeHunks) return undefined;
  const nodes = differences(nodeHunks, sameNode);
  const edges = differences(edgeHunks, sameEdge);
  const { hidden, groups } = shape;

  let now = shape;
  if (nodes.gone.length + nodes.come.length + edges.gone.length + edges.come.length > 0) {
    const kinds = new Set(options.hiddenKinds);
    if (options.hiddenNamespaces.length || options.focus) return undefined;
    if ([...nodes.gone, ...nodes.come].some(({ kind }) => kinds.has(kind))) return undefined;
    const through = vanishing(shape, edges.gone, edges.come);
    const isSeen = ({ source, target }: TopologyEdge): boolean => !hidden.has(source) && !hidden.has(target);
    const seen = { changed: [], gone: edges.gone.filter(isSeen), come: edges.come.filter(isSeen) };
    const grouping =
      through && regrouped(shape, new Set(options.collapsedNamespaces.filter(Boolean)), nodes, seen);
    if (!grouping) return undefined;

    now = { hidden, ...through, ...grouping };
  }

  const isDrawn = (id: string): boolean => !hidden.has(id) && !groups.has(id);
  const drawn: Change<TopologyEdge>[] = [];
  for (const change of edges.changed) {
    const { source, target } = change.is;
    if (hidden.has(source) ? now.into.has(source) : hidden.has(target) && now.outOf.has(target))
      return undefined;
    if (hidden.has(source) || hidden.has(target)) continue;
    const group = groups.get(source);
    if (group !== undefined && group === groups.get(target)) continue;
    // Where a namespace stands for an end, several edges may be drawn as one.
    if (!isDrawn(source) || !isDrawn(target)) return undefined;
    drawn.push(change);
  }
  // What stands for others tells of what kinds they are, and how many; it stands where the first of them would.
  const isEven = ({ was, is }: Hunk<TopologyNode>): boolean =>
    was.length === is.length &&
    was.every((one, n) => {
      const other = is[n];
      return other && looksAlike(one, other) && groups.get(one.id) === now.groups.get(other.id);
    });
  const seen = () => topology.nodes.filter(({ id }) => !hidden.has(id));
  const nodesNow = nodeHunks.every(isEven)
    ? replaced(
        view.nodes,
        nodes.changed.filter(({ is }) => isDrawn(is.id)),
      )
    : keepSame(nodesInGroups(seen(), now.groups), view.nodes, (node) => node.id);
  const edgesNow = replaced(view.edges, drawn);
  if (!nodesNow || !edgesNow) return undefined;
  const same = nodesNow === view.nodes && edgesNow === view.edges;
  return { view: same ? view : { nodes: nodesNow, edges: edgesNow }, shape: now };
}
