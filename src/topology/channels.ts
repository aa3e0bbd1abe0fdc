import { asLabels, member } from '../istio/index.ts';
import {
  destinationRulesInForce,
  effectivePolicy,
  tlsMode,
  type MergedDestinationRule,
  type RuleInForce,
} from '../routing/index.ts';
import { edgeSet, type EdgeDraft, type EdgeSet, type End } from './edges.ts';
import { chosen, emptySubset, type Endpoint, type Endpoints } from './endpoints.ts';
import { ghostLook } from './ghosts.ts';
import { mirrorId, portRow, subsetRow } from './ids.ts';
import { unusedSubset } from './subset-use.ts';
import type { TopologyEdge, TopologyNode } from './types.ts';
import type { Demand, Scope } from './unit.ts';

/** The host that traffic has come to, and what it finds there. */
export interface Channel {
  readonly node: string;
  readonly host: string;
  readonly hostNamespace: string | null;
  readonly endpoints: Endpoints;
  /** The ports it offers: only for those are there rows. */
  readonly ports: ReadonlySet<number>;
  /** What no file says otherwise is said by the host. */
  readonly origin: TopologyEdge['origin'];
}

/** A stretch of way from a DestinationRule (or the host, where none counts) to the endpoints. */
interface Exit {
  readonly from: End;
  readonly endpoints: readonly Endpoint[];
  readonly tls: string | null;
  readonly inert: string | undefined;
  readonly origin: TopologyEdge['origin'];
}

const baseOrigin = (rule: MergedDestinationRule): TopologyEdge['origin'] => {
  const base = rule.resources[0];
  return base ? { resource: base.id, path: ['spec', 'host'] } : null;
};

function clientsNote({ clientNamespaces }: RuleInForce): string | undefined {
  return clientNamespaces ? `Counts for callers in ${clientNamespaces.join(', ')} only.` : undefined;
}

/** Where a subset's traffic (null: all) leaves a rule that defines it. */
function exitOf(
  rule: MergedDestinationRule,
  port: number | null,
  subset: string | null,
  channel: Channel,
): Exit {
  const policy = effectivePolicy(rule, port ?? undefined, subset);
  const defined = subset === null ? undefined : rule.subsets.get(subset);
  const labels = asLabels(member(defined?.value, 'labels'));
  const inert = defined && emptySubset(channel.endpoints, labels);
  const found = defined ? chosen(channel.endpoints.list, labels) : channel.endpoints.list;
  const from = {
    node: (defined?.resource ?? rule.resources[0])?.id ?? '',
    row: defined ? subsetRow(defined.name) : null,
  };
  // A way that ends in nothing is still drawn to a host that has no endpoints of its own, and looks inert.
  const shown =
    inert !== undefined && !channel.endpoints.open && channel.endpoints.list.length === 1
      ? channel.endpoints.list
      : found;
  const origin = policy.tls
    ? { resource: policy.tls.resource.id, path: policy.tls.path }
    : defined
      ? { resource: defined.resource.id, path: defined.path }
      : baseOrigin(rule);
  return { from, endpoints: shown, tls: tlsMode(policy), inert, origin };
}

const mirrorNode = (
  host: string,
  subset: string | null,
  external: boolean,
  dangling: boolean,
): TopologyNode => ({
  id: mirrorId(host, subset),
  kind: 'Mirror',
  lane: 'endpoint',
  label: subset ?? host,
  resource: null,
  namespace: '',
  rows: [],
  ...(external ? { external: true } : {}),
  ...(dangling ? ghostLook('missing') : {}),
});

function addExit(exit: Exit, demand: Demand, channel: Channel, edges: EdgeSet, nodes: TopologyNode[]): void {
  const inert = exit.inert ?? demand.inert;
  for (const endpoint of exit.endpoints) {
    const draft: Omit<EdgeDraft, 'kind' | 'to'> = {
      from: exit.from,
      tls: exit.tls,
      inert,
      flows: demand.flows,
      origin: exit.origin,
    };
    const tls = exit.tls ?? '';
    const to = { node: endpoint.node, row: endpoint.row };
    if (demand.mirror === null) edges.add({ ...draft, kind: endpoint.kind, to, mark: tls });
    else if (endpoint.kind === 'selects') {
      edges.add({ ...draft, kind: 'mirror', to, percent: demand.mirror, mark: `mirror${tls}` });
    } else {
      const external = channel.endpoints.nodes.some((node) => node.id === endpoint.node && node.external);
      const mirror = mirrorNode(channel.host, demand.subset, external, false);
      nodes.push(mirror);
      edges.add({
        ...draft,
        kind: 'mirror',
        to: { node: mirror.id, row: null },
        percent: demand.mirror,
        mark: tls,
      });
    }
  }
}

/** A subset that no rule in force defines: the way ends at the rule that should. */
function addBroken(
  demand: Demand,
  rule: MergedDestinationRule,
  channel: Channel,
  from: End,
  edges: EdgeSet,
  nodes: TopologyNode[],
): void {
  const base = { node: rule.resources[0]?.id ?? '', row: null };
  const reason = `No subset "${demand.subset ?? ''}" is defined here.`;
  const common = {
    missing: 'missing' as const,
    reason,
    flows: demand.flows,
    origin: baseOrigin(rule),
    mark: demand.subset ?? '',
  };
  edges.add({ ...common, kind: 'policy', from, to: base });
  if (demand.mirror === null) return;
  const external = channel.endpoints.nodes.some((node) => node.external);
  const mirror = mirrorNode(channel.host, demand.subset, external, true);
  nodes.push(mirror);
  edges.add({
    ...common,
    kind: 'mirror',
    from: base,
    to: { node: mirror.id, row: null },
    percent: demand.mirror,
  });
}

/** Draws the way of one demand's traffic from its host to the endpoints, by every DestinationRule that counts for some caller. */
function addDemand(
  demand: Demand,
  channel: Channel,
  rules: readonly RuleInForce[],
  edges: EdgeSet,
  nodes: TopologyNode[],
): void {
  const row = demand.port !== null && channel.ports.has(demand.port) ? portRow(demand.port) : null;
  const from: End = { node: channel.node, row };
  const defining = rules.filter(({ rule }) => demand.subset === null || rule.subsets.has(demand.subset));
  const broken = rules[0];
  if (!defining.length && broken) addBroken(demand, broken.rule, channel, from, edges, nodes);
  for (const inForce of defining) {
    const exit = exitOf(inForce.rule, demand.port, demand.subset, channel);
    edges.add({
      kind: 'policy',
      from,
      to: exit.from,
      // The last edge of a way carries its TLS mode.
      tls: exit.endpoints.length ? null : exit.tls,
      reason: clientsNote(inForce),
      inert: demand.inert,
      flows: demand.flows,
      origin: baseOrigin(inForce.rule),
    });
    addExit(exit, demand, channel, edges, nodes);
  }
  // Without any rule a subset does not exist: the edge that asks for it is dangling already.
  if (rules.length || demand.subset !== null) return;
  addExit(
    { from, endpoints: channel.endpoints.list, tls: null, inert: undefined, origin: channel.origin },
    demand,
    channel,
    edges,
    nodes,
  );
}

/** Draws what no traffic takes: rules without traffic, and the endpoints that subsets without traffic choose. */
function addIdle(
  channel: Channel,
  rules: readonly RuleInForce[],
  scope: Scope,
  edges: EdgeSet,
  nodes: TopologyNode[],
): void {
  const reached = new Set(edges.edges().map((edge) => edge.target));
  const left = new Set(edges.edges().map((edge) => `${edge.source} ${edge.sourceRow ?? ''}`));
  const nothing = { node: channel.node, host: channel.host, port: null, flows: [], mirror: null };
  const anyTraffic = edges.edges().some((edge) => edge.source === channel.node && edge.flows.length > 0);
  for (const inForce of rules) {
    for (const resource of inForce.rule.resources) {
      if (reached.has(resource.id)) continue;
      edges.add({
        kind: 'policy',
        from: { node: channel.node, row: null },
        to: { node: resource.id, row: null },
        reason: clientsNote(inForce),
        flows: [],
        origin: { resource: resource.id, path: ['spec', 'host'] },
      });
    }
    if (!anyTraffic)
      addExit(exitOf(inForce.rule, null, null, channel), { ...nothing, subset: null }, channel, edges, nodes);
    for (const name of inForce.rule.subsets.keys()) {
      const exit = exitOf(inForce.rule, null, name, channel);
      if (!left.has(`${exit.from.node} ${exit.from.row ?? ''}`)) {
        const inert = unusedSubset(channel.host, name, scope);
        addExit(exit, { ...nothing, subset: name, inert }, channel, edges, nodes);
      }
    }
  }
  if (!rules.length && !anyTraffic) {
    const exit = {
      from: { node: channel.node, row: null },
      endpoints: channel.endpoints.list,
      tls: null,
      inert: undefined,
      origin: channel.origin,
    };
    addExit(exit, { ...nothing, subset: null }, channel, edges, nodes);
  }
}

/** Traffic that goes the same way, as one: a rule's many destinations differ only in whose traffic it is. */
function together(demands: readonly Demand[]): readonly Demand[] {
  const ways = new Map<string, { readonly demand: Demand; readonly flows: Set<string> }>();
  for (const demand of demands) {
    const { port, subset, mirror, inert } = demand;
    const way = `${String(port)} ${String(mirror)} ${subset === null ? '' : `/${subset}`} ${inert ?? ''}`;
    const known = ways.get(way);
    if (known) for (const flow of demand.flows) known.flows.add(flow);
    else ways.set(way, { demand, flows: new Set(demand.flows) });
  }
  return [...ways.values()].map(({ demand, flows }) =>
    flows.size === demand.flows.length ? demand : { ...demand, flows: [...flows] },
  );
}

/** Draws everything behind a host: the ways of the traffic that comes to it, and what no traffic takes. */
export function drawChannel(
  demands: readonly Demand[],
  channel: Channel,
  scope: Scope,
): { readonly edges: readonly TopologyEdge[]; readonly nodes: readonly TopologyNode[] } {
  const edges = edgeSet();
  const nodes: TopologyNode[] = [];
  const rules = destinationRulesInForce(scope.view, channel.host, channel.hostNamespace);
  const here = demands.filter((demand) => demand.host === channel.host && demand.flows.length > 0);
  for (const demand of together(here)) addDemand(demand, channel, rules, edges, nodes);
  addIdle(channel, rules, scope, edges, nodes);
  const reached = new Set(edges.edges().map((edge) => edge.target));
  return {
    edges: edges.edges(),
    nodes: [...channel.endpoints.nodes, ...nodes].filter((node) => reached.has(node.id)),
  };
}
