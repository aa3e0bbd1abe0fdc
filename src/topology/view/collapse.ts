import { ANY_CALLER, namespaceId, OUTSIDE_CALLER } from '../ids.ts';
import { LANES, type Lane, type Topology, type TopologyNode } from '../types.ts';
import { joints } from './join.ts';

/** Whether a node stands in no namespace and may go with the one that alone is joined to it. */
const isLoose = (node: TopologyNode): boolean =>
  node.namespace === '' && node.resource === null && node.id !== ANY_CALLER && node.id !== OUTSIDE_CALLER;

/** Not yet known whose it is, and joined to what is drawn by itself, or to several namespaces. */
const LOOSE = '';
const OWN = ' ';

/** Of each node in one of these namespaces, or that hangs on one of them alone: the id that stands for all of it. */
export function groupsOf({ nodes, edges }: Topology, collapsed: ReadonlySet<string>): Map<string, string> {
  const groups = new Map<string, string>();
  if (!collapsed.size) return groups;
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
  for (const { source, target } of edges) {
    const [from, to] = [groups.get(source), groups.get(target)];
    if (from === to) continue;
    if (from !== undefined) tie(source, from, to !== undefined && loose.has(target) ? OWN : to);
    if (to !== undefined) tie(target, to, from !== undefined && loose.has(source) ? OWN : from);
  }
  for (const node of loose) {
    const group = groups.get(node);
    if (group === LOOSE || group === OWN) groups.delete(node);
  }
  return groups;
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

/** The graph with each of these namespaces as one node, and which node each node is drawn as now. */
export function collapse(
  topology: Topology,
  namespaces: readonly string[],
): { readonly topology: Topology; readonly groups: ReadonlyMap<string, string> } {
  const groups = groupsOf(topology, new Set(namespaces.filter(Boolean)));
  if (!groups.size) return { topology, groups };
  const members = new Map<string, TopologyNode[]>();
  for (const node of topology.nodes) {
    const group = groups.get(node.id);
    if (group === undefined) continue;
    const known = members.get(group);
    if (known) known.push(node);
    else members.set(group, [node]);
  }
  const nodes: TopologyNode[] = [];
  const drawn = new Set<string>();
  for (const node of topology.nodes) {
    const group = groups.get(node.id);
    if (group === undefined) nodes.push(node);
    else if (!drawn.has(group)) {
      drawn.add(group);
      const all = members.get(group) ?? [];
      const namespace = all.find((one) => one.namespace !== '')?.namespace ?? '';
      nodes.push(namespaceNode(group, namespace, all));
    }
  }
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
  return { topology: { nodes, edges: [...edges, ...joined.edges()] }, groups };
}
