import {
  asLabels,
  asList,
  asNumber,
  asText,
  hostsOf,
  isWildcard,
  member,
  namespaceOf,
  selectorOf,
  serviceNamespace,
  specOf,
  valueAt,
  type Resource,
} from '../istio/index.ts';
import { definersUnder, destinationRulesInForce, findHost, isVisible } from '../routing/index.ts';
import { edgeSet } from './edges.ts';
import { emptySubset, endpointsOf } from './endpoints.ts';
import { missingHost } from './ghosts.ts';
import { distinct, ghostId, subsetRow } from './ids.ts';
import { unusedSubset } from './subset-use.ts';
import type { NodeRow, TopologyNode } from './types.ts';
import type { Demand, Fragment, Scope } from './unit.ts';

/** `TLS · 30 conns`. */
function policyDetail(resource: Resource): string {
  const policy = member(specOf(resource), 'trafficPolicy');
  const mode = asText(valueAt(policy, ['tls', 'mode']));
  const connections = asNumber(valueAt(policy, ['connectionPool', 'tcp', 'maxConnections']));
  const tls = mode === 'SIMPLE' ? ['TLS'] : mode === 'MUTUAL' || mode === 'ISTIO_MUTUAL' ? ['mTLS'] : [];
  return [...tls, ...(connections === undefined ? [] : [`${String(connections)} conns`])].join(' · ');
}

/** Who defines the hosts that the rule is for: one for a name, any number for a wildcard. */
function definersFor(resource: Resource, host: string, scope: Scope): readonly Resource[] {
  const exact = findHost(scope.view, host, namespaceOf(resource, scope.settings));
  const defined = exact.resources.length ? exact.resources : exact.hidden.slice(0, 1);
  if (defined.length || !isWildcard(host)) return defined.slice(0, 1);
  return definersUnder(scope.view, host);
}

function rowsOf(
  resource: Resource,
  definers: readonly Resource[],
  host: string,
  scope: Scope,
): readonly NodeRow[] {
  const endpoints = definers.map((definer) =>
    endpointsOf(definer, isWildcard(host) ? (hostsOf(definer, scope.settings)[0] ?? host) : host, scope),
  );
  return distinct(
    asList(member(specOf(resource), 'subsets')).map((subset, index) => {
      const name = asText(member(subset, 'name')) ?? '';
      const reasons = endpoints.map((some) => emptySubset(some, asLabels(member(subset, 'labels'))));
      const empty =
        reasons.length && reasons.every((reason) => reason !== undefined) ? reasons[0] : undefined;
      const inert = empty ?? unusedSubset(host, name, scope);
      return {
        id: subsetRow(name),
        label: name || 'unnamed',
        path: ['spec', 'subsets', index],
        ...(inert === undefined ? {} : { inert }),
      };
    }),
  );
}

/** Why the rule counts for nobody, or undefined where it counts for somebody's calls to some host. */
function idle(
  resource: Resource,
  definers: readonly Resource[],
  host: string,
  scope: Scope,
): string | undefined {
  if (selectorOf(resource)) return undefined;
  const hosts = definers.length ? definers.flatMap((definer) => hostsOf(definer, scope.settings)) : [host];
  const counts = (definer: Resource | undefined, name: string): boolean =>
    destinationRulesInForce(
      scope.view,
      name,
      definer ? namespaceOf(definer, scope.settings) : serviceNamespace(name, scope.settings.clusterDomain),
    ).some(({ rule }) => rule.resources.some((one) => one.id === resource.id));
  const used = definers.length
    ? definers.some((definer) => hostsOf(definer, scope.settings).some((name) => counts(definer, name)))
    : counts(undefined, host);
  return used
    ? undefined
    : `Another DestinationRule counts for ${hosts[0] ?? host}, or exportTo hides this one.`;
}

/** Why there is no traffic for the rule to govern; undefined where there is, or where the files cannot tell. */
function lost(definers: readonly Resource[], host: string, scope: Scope): string | undefined {
  if (definers.length) {
    return definers.some((definer) => isVisible(definer, null, scope.settings))
      ? undefined
      : `Nobody can send to ${host}: its exportTo shows it to no namespace.`;
  }
  return missingHost(host, scope) === 'missing'
    ? `Nothing in these files defines ${host}: there is no traffic to govern.`
    : undefined;
}

/** A DestinationRule: a row for each subset. What it is in force for draws the edges; here only those that it is not. */
export function destinationRuleUnit(resource: Resource, scope: Scope): Fragment {
  const host = hostsOf(resource, scope.settings)[0] ?? '';
  const definers = host ? definersFor(resource, host, scope) : [];
  const unused = host ? idle(resource, definers, host, scope) : undefined;
  const inert = unused ?? (host ? lost(definers, host, scope) : undefined);
  const detail = policyDetail(resource);
  const node: TopologyNode = {
    id: resource.id,
    kind: 'DestinationRule',
    lane: 'destinationrule',
    label: resource.name,
    resource: resource.id,
    namespace: namespaceOf(resource, scope.settings),
    rows: rowsOf(resource, definers, host, scope),
    ...(detail ? { detail } : {}),
    ...(resource.stale ? { stale: true } : {}),
    ...(inert === undefined ? {} : { inert }),
  };
  const nodes = host ? (definers.length ? definers.map((definer) => definer.id) : [ghostId(host)]) : [];
  const edges = edgeSet();
  if (unused !== undefined || selectorOf(resource)) {
    for (const id of nodes) {
      edges.add({
        kind: 'policy',
        from: { node: id, row: null },
        to: { node: resource.id, row: null },
        inert: unused,
        reason: unused === undefined ? 'Only for the workloads that its workloadSelector picks.' : undefined,
        flows: [],
        origin: { resource: resource.id, path: ['spec', 'host'] },
      });
    }
  }
  const demands: Demand[] = nodes.map((id) => ({
    node: id,
    host,
    port: null,
    subset: null,
    flows: [],
    mirror: null,
  }));
  return { nodes: [node], edges: edges.edges(), demands };
}
