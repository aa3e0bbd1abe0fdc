import { asLabels, asText, labelsMatch, member, type MeshView } from '../../istio/index.ts';
import {
  destinationRuleFor,
  effectivePolicy,
  type EffectivePolicy,
  type MergedDestinationRule,
} from '../../routing/index.ts';
import type { Client, Scope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';
import { endpointsOf, type Endpoint } from './endpoints.ts';

/** Why Envoy has no such cluster. */
export type Missing = 'host' | 'port' | 'subset' | 'subset-endpoints' | 'dynamic-dns';

/** A cluster of Envoy, there or not. */
export interface Cluster {
  /** `outbound|port|subset|host`. */
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly subset: string | null;
  readonly service: MeshService | undefined;
  readonly missing: Missing | null;
  /** Null where the files do not say. */
  readonly endpoints: readonly Endpoint[] | null;
  readonly rule: MergedDestinationRule | undefined;
  readonly policy: EffectivePolicy;
}

/** Where a route sends, with the host resolved. */
export interface ClusterKey {
  readonly host: string;
  readonly port: number;
  readonly subset: string | null;
}

/** The cluster of a destination at a proxy, with the policy in force. */
export function clusterOf(view: MeshView, scope: Scope, { host: asked, port, subset }: ClusterKey): Cluster {
  const host = asked.toLowerCase();
  const known = scope.services.get(host);
  // A Service that is but another name for a host has no cluster itself.
  const service = known?.externalName === undefined ? known : undefined;
  const rule = destinationRuleFor(view, {
    host,
    hostNamespace: service?.namespace ?? null,
    clientNamespace: scope.client.namespace,
    clientLabels: scope.client.labels,
  });
  const all = service ? endpointsOf(view, service) : [];
  const policy = rule ? effectivePolicy(rule, port, subset) : {};
  const endpoints = service && subset !== null && rule ? inSubset(all, service, rule, subset) : all;
  return {
    name: `outbound|${port}|${subset ?? ''}|${host}`,
    host,
    port,
    subset,
    service,
    missing: missingOf(scope.client, service, {
      port,
      subset,
      rule,
      endpoints: subset !== null && goesToDialled(policy) ? null : endpoints,
    }),
    endpoints,
    rule,
    policy,
  };
}

/** The endpoints with the labels of a subset; where a proxy goes to whatever was dialled, labels choose nothing. */
function inSubset(
  all: readonly Endpoint[] | null,
  service: MeshService,
  rule: MergedDestinationRule,
  subset: string,
): readonly Endpoint[] | null {
  if (service.resolution === 'NONE' || all === null) return all;
  const labels = asLabels(member(rule.subsets.get(subset)?.value, 'labels'));
  return all.filter((endpoint) => labelsMatch(labels, endpoint.labels));
}

/** Whether requests go to the address that was dialled, whatever endpoints there are. */
export const goesToDialled = ({ loadBalancer }: EffectivePolicy): boolean =>
  asText(member(loadBalancer?.value, 'simple')) === 'PASSTHROUGH';

const RESOLVED_BY_NAME: ReadonlySet<string> = new Set(['DNS', 'DNS_ROUND_ROBIN']);

function missingOf(
  client: Client,
  service: MeshService | undefined,
  { port, subset, rule, endpoints }: Pick<Cluster, 'port' | 'subset' | 'rule' | 'endpoints'>,
): Missing | null {
  if (!service) return 'host';
  // Only sidecars look names up for each request: https://github.com/istio/istio/issues/61831
  if (service.resolution === 'DYNAMIC_DNS' && client.kind === 'gateway') return 'dynamic-dns';
  if (!service.clusterPorts.some(({ number, class: kind }) => number === port && kind !== 'udp'))
    return 'port';
  if (subset !== null && (!rule?.subsets.has(subset) || service.resolution === 'DYNAMIC_DNS'))
    return 'subset';
  if (RESOLVED_BY_NAME.has(service.resolution) && endpoints?.length === 0) return 'subset-endpoints';
  return null;
}

/** Whether every request to it goes unanswered: the cluster is there and has nobody to send to. */
export function isEmpty(cluster: Cluster, atGateway: boolean): boolean {
  const { service, endpoints, missing, policy } = cluster;
  if (missing || !service || goesToDialled(policy)) return false;
  // A gateway never goes to the address that was dialled: that is its own.
  if (service.resolution === 'NONE') return atGateway;
  if (service.resolution === 'DYNAMIC_DNS') return false;
  return endpoints?.length === 0;
}
