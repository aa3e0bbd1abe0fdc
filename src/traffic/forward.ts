import { asNumber } from '../istio/index.ts';
import { isEmpty, type Cluster } from './clusters/cluster.ts';
import { destinationOf, type Weighted } from './clusters/destinations.ts';
import type { Outcome } from './outcome.ts';
import { portOf } from './request.ts';
import { recordClusters } from './record-clusters.ts';
import type { StepPlace } from './trace.ts';
import type { Walk } from './walk.ts';

/** The end of HTTP that is sent on to clusters, or of the attempt. */
export function forwarded(
  walk: Walk,
  clusters: readonly Weighted[],
  upstream: { readonly path: string; readonly authority: string },
  at: StepPlace,
): Outcome {
  const { view, scope } = walk;
  const destinations = clusters.map((one) =>
    destinationOf(view, one, {
      client: scope.client,
      authority: one.authority ?? upstream.authority,
      ownTls: false,
    }),
  );
  recordClusters(walk, clusters, destinations, at);
  const there = clusters.filter(({ cluster }) => cluster.missing === null);
  if (!there.length) return { kind: 'no-cluster', status: 503, destinations };
  const noEndpoints = there.every(({ cluster }) => isEmpty(cluster, scope.client.kind === 'gateway'));
  const first = there[0];
  const tls = destinations[first ? clusters.indexOf(first) : 0]?.tls;
  return {
    kind: 'forward',
    ...(noEndpoints && { status: 503, noEndpoints }),
    destinations,
    upstream: {
      scheme: tls?.mode === 'none' ? 'http' : 'https',
      ...upstream,
      port: first ? targetPort(first.cluster, upstream.authority, tls?.mode === 'none') : walk.request.port,
    },
  };
}

/**
 * The port that is called: where the name is looked up for each request, that of the Host, else the usual one. Else the port
 * that endpoints listen on, where all that are known agree; else what the
 * port of the service says.
 */
function targetPort({ service, port, endpoints }: Cluster, authority: string, plain: boolean): number {
  if (service?.resolution === 'DYNAMIC_DNS') return portOf(authority) ?? (plain ? 80 : 443);
  const found = service?.ports.find(({ number }) => number === port);
  const own = new Set(endpoints?.map(({ ports }) => ports?.[found?.name ?? '']));
  const [only] = own;
  return (own.size === 1 ? only : undefined) ?? asNumber(found?.target) ?? port;
}
