import { ANY_CALLER, namespaceId, OUTSIDE_CALLER } from '../ids.ts';
import { LANES, type Lane, type Topology, type TopologyNode } from '../types.ts';
import { joints } from './join.ts';

/** Whether a node stands in no namespace and may go with the one that alone is joined to it. */
export const isLoose = (node: TopologyNode): boolean =>
  node.namespace === '' && node.resource === null && node.id !== ANY_CALLER && node.id !== OUTSIDE_CALLER;

/** Not yet known whose it is, and joined to what is drawn by itself, or to several namespaces. */
const LOOSE = '';
const OWN = ' ';

/** Of each node in one of some namespaces, or that hangs on one of them alone: the id that stands for all of it. */
export interface Grouping {
  readonly groups: ReadonlyMap<string, string>;
  /** Those that stand in no namespace, and hang on one alone. */
  readonly loose: ReadonlySet<string>;
  /** Whether an edge joins two that stand in no namespace: then the order of edges may decide what they hang on. */
  readonly tangled: boolean;
}

export const NO_GROUPS: Grouping = { groups: new Map(), loose: new Set(), tangled: false };

export function groupsOf({ nodes, edges }: Topology, collapsed: ReadonlySet<string>): Grouping {
  if (!collapsed.size) return NO_GROUPS;
  const groups = new Map<string, string>();
  const loose = new Set<string>();
  const ids = new Map([...collapsed].map((namespace) => [namespace, namespaceId(namespace)]));
  for (const node of nodes) {
    const id = ids.get(node.namespace);
    if (id !== undefined) groups.set(node.id, id);
    else if (isLoose(node)) {
      groups.set(node.id, LOOSE);
      loose.add(node.id);
    }
  }
  const tie = (node: string, known: string, other: string | undefined): void => {
    if (known === other || known === OWN || !loose.has(node)) return;
    groups.set(node, known === LOOSE && other ? other : OWN);
  };
  let tangled = false;
  for (const { source, target } of edges) {
    const [from, to] = [groups.get(source), groups.get(target)];
    tangled ||= from !== undefined && to !== undefined && loose.has(source) && loose.has(target);
    if (from === to) continue;
    if (from !== undefined) tie(source, from, to !== undefined && loose.has(target) ? OWN : to);
    if (to !== undefined) tie(target, to, from !== undefined && loose.has(source) ? OWN : from);
  }
  for (const node of loose) {
    const group = groups.get(node);
    if (group !== LOOSE && group !== OWN) continue;
    groups.delete(node);
    loose.delete(node);
  }
  return { groups, loose, tangled };
}

const MIDDLE: ReadonlySet<Lane> = new Set(['virtualservice', 'host', 'destinationrule', 'endpoint']);

/** A namespace of Gateways stands where Gateways do, one of callers where callers do, all others among the hosts. */
const laneOf = (lanes: ReadonlySet<Lane>): Lane =>
  LANES.some((lane) => MIDDLE.has(lane) && lanes.has(lane))
    ? 'host'
    : lanes.has('gateway')
      ? 'gateway'
      : 'caller';

function namespaceNode(id: string, namespace: string, members: readonly TopologyNode[]): TopologyNode {
  const counts = new Map<string, number>();
  for (const { kind } of members) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const resources = members.filter((node) => node.resource !== null).length;
  return {
    id,
    kind: 'Namespace',
    lane: laneOf(new Set(members.map((node) => node.lane))),
    label: namespace,
    resource: null,
    namespace,
    rows: [],
    detail: resources === 1 ? '1 resource' : `${String(resources)} resources`,
    contents: [...counts].map(([kind, count]) => ({ kind, count })),
  };
}

/** Nodes with each group as one node, where the first of its members stands. */
export function nodesInGroups(
  nodes: readonly TopologyNode[],
  groups: ReadonlyMap<string, string>,
): readonly TopologyNode[] {
  const members = new Map<string, TopologyNode[]>();
  const places: (TopologyNode | string)[] = [];
  for (const node of nodes) {
    const group = groups.get(node.id);
    const known = group === undefined ? undefined : members.get(group);
    if (known) known.push(node);
    else {
      if (group !== undefined) members.set(group, [node]);
      places.push(group ?? node);
    }
  }
  return places.map((place) => {
    if (typeof place !== 'string') return place;
    const all = members.get(place) ?? [];
    const namespace = all.find((one) => one.namespace !== '')?.namespace ?? '';
    return namespaceNode(place, namespace, all);
  });
}

/** The graph with each of these namespaces as one node, and which node each node is drawn as now. */
export function collapse(
  topology: Topology,
  namespaces: readonly string[],
): { readonly topology: Topology; readonly grouping: Grouping } {
  const grouping = groupsOf(topology, new Set(namespaces.filter(Boolean)));
  const { groups } = grouping;
  if (!groups.size) return { topology, grouping };
  const joined = joints();
  const edges = topology.edges.filter((edge) => {
    const [from, to] = [groups.get(edge.source), groups.get(edge.target)];
    if (from === undefined && to === undefined) return true;
    if (from === to) return false;
    const [source, target] = [from ?? edge.source, to ?? edge.target];
    const sourceRow = from === undefined ? edge.sourceRow : null;
    const targetRow = to === undefined ? edge.targetRow : null;
    const id = `${source}#${sourceRow ?? ''}>${target}#${targetRow ?? ''}:${edge.kind}`;
    joined.add(id, { ...edge, id, source, sourceRow, target, targetRow });
    return false;
  });
  const nodes = nodesInGroups(topology.nodes, groups);
  return { topology: { nodes, edges: [...edges, ...joined.edges()] }, grouping };
}
