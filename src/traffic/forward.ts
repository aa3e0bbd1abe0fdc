import { asNumber, type ResourceId } from '../istio/index.ts';
import { POLICY_FIELDS } from '../routing/index.ts';
import type { Path } from '../yaml/index.ts';
import { isEmpty, type Cluster, type Missing } from './clusters/cluster.ts';
import { destinationOf, type Weighted } from './clusters/destinations.ts';
import type { Destination, Outcome } from './outcome.ts';
import type { Walk } from './walk.ts';
import { POLICY_WORDS } from './words/policy-words.ts';

const WHY_MISSING: Readonly<Record<Missing, (cluster: Cluster) => string>> = {
  host: ({ host }) => `nothing that this proxy sees defines the host ${host}`,
  port: ({ host, port }) => `${host} has no port ${port}`,
  subset: ({ host, subset }) => `no DestinationRule in force defines the subset ${subset} of ${host}`,
  'subset-endpoints': ({ host, subset }) =>
    subset === null
      ? `${host} has no endpoints`
      : `no endpoint of ${host} carries the labels of the subset ${subset}`,
};

/** Tells of each cluster that a route names: whether it is there, what policy it has, where it leads. */
export function recordClusters(
  { recorder, view, scope }: Walk,
  clusters: readonly Weighted[],
  destinations: readonly Destination[],
  at: { readonly resource?: ResourceId; readonly path?: Path },
): void {
  for (const [index, { cluster, weight }] of clusters.entries()) {
    const destination = destinations[index];
    if (cluster.missing) {
      recorder.note(
        'cluster',
        `CLUSTER_MISSING_${cluster.missing.toUpperCase().replace('-', '_')}`,
        `There is no cluster ${cluster.name}: ${WHY_MISSING[cluster.missing](cluster)}.`,
        at,
      );
      continue;
    }
    const [source] = cluster.service?.resources ?? [];
    recorder.taken(
      'cluster',
      'CLUSTER',
      `${weight === 100 ? 'Sent' : `Weight ${weight} is sent`} to ${cluster.name}.`,
      source ? { resource: source.id, path: ['spec'] } : at,
    );
    const [rule] = cluster.rule?.resources ?? [];
    if (rule)
      recorder.taken(
        'policy',
        'DESTINATION_RULE',
        `The DestinationRule ${destination?.destinationRule} sets how it is sent.`,
        { resource: rule.id, path: ['spec'] },
      );
    for (const field of POLICY_FIELDS) {
      const written = cluster.policy[field];
      const words = written && POLICY_WORDS[field]?.(written.value);
      if (written && words)
        recorder.note('policy', `POLICY_${field}`, words, {
          resource: written.resource.id,
          path: written.path,
        });
    }
    if (cluster.endpoints === null)
      recorder.note(
        'cluster',
        'ENDPOINTS_UNKNOWN',
        `The files do not show the pods of ${cluster.host}; they are taken to be there.`,
      );
    else if (isEmpty(cluster, scope.client.kind === 'gateway'))
      recorder.note(
        'cluster',
        'NO_ENDPOINTS',
        `${cluster.name} has no endpoints: the answer is 503, with the flag UH.`,
      );
    tellTls(destination, { recorder, view }, cluster);
  }
}

function tellTls(
  destination: Destination | undefined,
  { recorder }: Pick<Walk, 'recorder' | 'view'>,
  cluster: Cluster,
): void {
  const tls = destination?.tls;
  const written = cluster.policy.tls;
  const at = written ? { resource: written.resource.id, path: written.path } : {};
  if (!tls || tls.mode === 'none') return;
  const how =
    tls.mode === 'tls'
      ? 'TLS'
      : tls.mode === 'mtls'
        ? 'mutual TLS'
        : 'mutual TLS to endpoints that have a sidecar';
  recorder.taken(
    'tls',
    tls.auto ? 'TLS_AUTO_MTLS' : 'TLS',
    `The proxy opens ${how}${tls.sni ? ` and asks for ${tls.sni}` : ' without saying a name'}.`,
    at,
  );
  if (destination.doubleTls)
    recorder.note(
      'tls',
      'TLS_DOUBLE',
      'The application speaks TLS already, so the destination gets TLS inside TLS, which it cannot read.',
      at,
    );
}

/** The end of HTTP that is sent on to clusters, or of the attempt. */
export function forwarded(
  walk: Walk,
  clusters: readonly Weighted[],
  upstream: { readonly path: string; readonly authority: string },
  at: { readonly resource?: ResourceId; readonly path?: Path },
): Outcome {
  const { view, scope } = walk;
  const destinations = clusters.map((one) =>
    destinationOf(view, one, { client: scope.client, authority: upstream.authority, ownTls: false }),
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
      port: first ? targetPort(first.cluster) : walk.request.port,
    },
  };
}

/** The port that endpoints listen on, as far as the port of the service says. */
function targetPort({ service, port }: Cluster): number {
  const target = service?.ports.find(({ number }) => number === port)?.target;
  return asNumber(target) ?? port;
}
