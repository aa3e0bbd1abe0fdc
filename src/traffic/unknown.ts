import { recordClusters } from './record-clusters.ts';
import { valueAt } from '../istio/index.ts';
import { normalisedPath } from './hosts/path.ts';
import { destinationCluster, destinationOf } from './clusters/destinations.ts';
import type { Destination, Outcome } from './outcome.ts';
import type { StepPlace } from './trace.ts';
import type { Walk } from './walk.ts';

/** Connections that the sidecar knows nothing about. */
export function unknownConnection(walk: Walk): Outcome {
  const { scope, recorder, request } = walk;
  const proxied = throughEgressProxy(walk, null);
  if (proxied) {
    const kind = request.bytes === 'tls' ? 'tls' : 'tcp';
    return {
      kind: proxied.some(({ exists }) => exists) ? kind : 'no-cluster',
      layer: 'tcp',
      destinations: proxied,
    };
  }
  if (scope.outbound === 'REGISTRY_ONLY') {
    recorder.taken(
      'outcome',
      'BLACKHOLE',
      'Only known destinations are let out (REGISTRY_ONLY): the connection is closed.',
      policyPlace(walk),
    );
    return { kind: 'blackhole', layer: 'tcp' };
  }
  recorder.taken(
    'outcome',
    'PASSTHROUGH',
    'Unknown destinations are let out (ALLOW_ANY): the bytes go to the address that was dialled, and no rule applies.',
    policyPlace(walk),
  );
  return { kind: 'passthrough', layer: 'tcp' };
}

/** Where a Sidecar says what becomes of the unknown; the mesh's own answer stands in no resource. */
const policyPlace = ({ scope: { sidecar } }: Walk): StepPlace =>
  sidecar && valueAt(sidecar.value, ['spec', 'outboundTrafficPolicy'])
    ? { resource: sidecar.id, path: ['spec', 'outboundTrafficPolicy'] }
    : {};

/** What is unknown goes to the egress proxy of the Sidecar, where it names one. */
function throughEgressProxy(walk: Walk, authority: string | null): readonly Destination[] | undefined {
  const { view, scope, recorder, request } = walk;
  const { egressProxy, sidecar, client } = scope;
  if (!egressProxy || !sidecar) return undefined;
  const cluster = destinationCluster(view, scope, egressProxy, sidecar, (host) => ({
    host,
    port: request.port,
  }));
  const at = { resource: sidecar.id, path: ['spec', 'outboundTrafficPolicy', 'egressProxy'] };
  recorder.taken(
    'outcome',
    'EGRESS_PROXY',
    'Unknown destinations go to the egress proxy of the Sidecar.',
    at,
  );
  const weighted = [{ cluster, weight: 100, item: undefined }];
  const destinations = weighted.map((one) =>
    destinationOf(view, one, { client, authority, ownTls: request.bytes === 'tls' }),
  );
  recordClusters(walk, weighted, destinations, at);
  return destinations;
}

/** A path is tidied up whoever gets it. */
function tidied({ view, request }: Walk): string {
  const { path, query } = normalisedPath(request.path, view.settings);
  return path + (query && `?${query}`);
}

/** A Host that no virtual host of the port has. */
export function unknownHost(walk: Walk): Outcome {
  const { scope, request, recorder } = walk;
  const proxied = throughEgressProxy(walk, request.host);
  if (proxied) {
    const exists = proxied.some((one) => one.exists);
    const upstream = {
      scheme: 'http',
      authority: request.host,
      path: tidied(walk),
      port: proxied[0]?.port ?? request.port,
    };
    return {
      layer: 'http',
      virtualHost: 'allow_any',
      destinations: proxied,
      ...(exists ? { kind: 'forward', upstream } : { kind: 'no-cluster', status: 503 }),
      timeout: '0s',
      retries: null,
    };
  }
  if (scope.outbound === 'REGISTRY_ONLY') {
    recorder.taken(
      'outcome',
      'BLACKHOLE',
      `${request.hostname} is unknown, and only known destinations are let out (REGISTRY_ONLY): the answer is 502.`,
      policyPlace(walk),
    );
    return { kind: 'blackhole', status: 502, layer: 'http', virtualHost: 'block_all' };
  }
  recorder.taken(
    'outcome',
    'PASSTHROUGH',
    `${request.hostname} is unknown and let out (ALLOW_ANY): it goes to the address that was dialled, as it is.`,
    policyPlace(walk),
  );
  const virtualHost = scope.outbound === 'ALLOW_ANY_DYNAMIC_DNS' ? 'allow_any_dynamic_dns' : 'allow_any';
  return {
    kind: 'passthrough',
    layer: 'http',
    virtualHost,
    upstream: { scheme: 'http', authority: request.host, path: tidied(walk), port: request.port },
    timeout: '0s',
    retries: null,
  };
}
