import { asList, asNumber, asText, member, valueAt, type Mesh } from '../../../istio/index.ts';
import type { YamlValue } from '../../../yaml/index.ts';
import type { Cluster } from '../../clusters/cluster.ts';
import { journey } from '../../onward.ts';
import type { Request } from '../../request.ts';
import type { RouteOptions } from '../../route.ts';
import type { StepPlace } from '../../trace.ts';
import type { ClusterPlan, TcpPlan } from '../engine/plan.ts';
import type { LoadScenario } from '../scenario/scenario.ts';
import { millis } from './millis.ts';
import { UNLIMITED } from './policy-plans.ts';

/**
 * What may end connections that are passed on: istiod reads it of the DestinationRule's own `trafficPolicy`, of the first destination,
 * and never of a subset or port.
 */
export function tcpPlan(first: Cluster | undefined): TcpPlan {
  const lengthOf = (field: string): number | undefined =>
    millis(asText(valueAt(first?.rule?.trafficPolicy?.value, ['connectionPool', 'tcp', field])));
  return {
    idleTimeout: lengthOf('idleTimeout') ?? 3_600_000,
    maxDuration: lengthOf('maxConnectionDuration') ?? Infinity,
  };
}

/** The worker threads of a sidecar; where nothing says how many there are, and it counts, one is taken to be there. */
export function workersOf(
  mesh: Mesh,
  { workers }: LoadScenario,
  clusters: readonly ClusterPlan[],
  assumed: string[],
): number {
  const written = asNumber(valueAt(mesh.settings.meshConfig, ['defaultConfig', 'concurrency']));
  const known = workers ?? (written || undefined);
  if (known === undefined && clusters.some(({ pool }) => !pool.http2 && pool.maxConnections < UNLIMITED))
    assumed.push(
      'Each sidecar is taken to have one worker thread. With more, each may hold a connection to an endpoint even where maxConnections is reached: say how many there are as "workers".',
    );
  return known ?? 1;
}

/** Settings of a port stand in place of all others: what is written beside them counts for nothing there. */
export function topOf({ rule, subset, port }: Cluster): StepPlace | undefined {
  const hasPort = (policy: YamlValue | undefined): boolean =>
    asList(member(policy, 'portLevelSettings')).some(
      (each) => asNumber(valueAt(each, ['port', 'number'])) === port,
    );
  const own = subset === null ? undefined : member(rule?.subsets.get(subset)?.value, 'trafficPolicy');
  const written = rule?.trafficPolicy;
  const [first] = rule?.resources ?? [];
  if (!first || hasPort(written?.value) || hasPort(own)) return undefined;
  return { resource: written?.resource.id ?? first.id, path: written?.path ?? ['spec', 'trafficPolicy'] };
}

/** Says of a way that goes on at a gateway how far it is simulated. */
export function notFollowed(mesh: Mesh, request: Request, options: RouteOptions, assumed: string[]): void {
  const [, next] = journey(mesh, request, options);
  if (next)
    assumed.push(
      `The way to the gateway in ${next.request.caller.namespace} is simulated. What that gateway does with it, with pools, timeouts and retries of its own, is not: its pods answer as is said of them. Send the load from the gateway to see that part.`,
    );
}
