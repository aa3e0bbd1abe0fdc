import { asNumber, hostMatches, member, namespaceOf, serviceMeant } from '../istio/index.ts';
import { POLICY_FIELDS, tellHosts, tlsMode } from '../routing/index.ts';
import { endpointsPlace, portPlace, rulePlace } from './at.ts';
import { goesToDialled, isEmpty, type Cluster, type Missing } from './clusters/cluster.ts';
import type { Weighted } from './clusters/destinations.ts';
import type { Destination } from './outcome.ts';
import { isAddress } from './request.ts';
import type { StepPlace } from './trace.ts';
import type { Walk } from './walk.ts';
import { POLICY_WORDS } from './words/policy-words.ts';

const WHY_MISSING: Readonly<Record<Missing, (cluster: Cluster) => string>> = {
  host: ({ host }) => `nothing that this proxy sees defines the host ${host}`,
  port: ({ host, port }) => `${host} has no port ${port}`,
  subset: ({ host, subset }) => `no DestinationRule in force defines the subset ${subset} of ${host}`,
  'dynamic-dns': ({ host }) =>
    `${host} is looked up anew for each request (DYNAMIC_DNS), which sidecars do and gateways do not`,
  'subset-endpoints': ({ host, subset }) =>
    subset === null
      ? `${host} has no endpoints`
      : `no endpoint of ${host} carries the labels of the subset ${subset}`,
};

const UNTOLD =
  ' These files hold no Service at all: if the cluster has this one, add it, or assume it in the settings.';

/** Why a cluster is not there, as it follows a colon. */
export const whyMissing = (cluster: Cluster, missing: Missing): string => WHY_MISSING[missing](cluster);

/** Tells of each cluster that a route names: whether it is there, what policy it has, where it leads. */
export function recordClusters(
  walk: Walk,
  clusters: readonly Weighted[],
  destinations: readonly Destination[],
  at: StepPlace,
): void {
  const { recorder, scope, view } = walk;
  for (const [index, { cluster, weight }] of clusters.entries()) {
    const destination = destinations[index];
    if (cluster.missing) {
      recorder.note(
        'cluster',
        `CLUSTER_MISSING_${cluster.missing.toUpperCase().replace('-', '_')}`,
        `There is no cluster ${cluster.name}: ${whyMissing(cluster, cluster.missing)}.${cluster.missing === 'host' && !tellHosts(view) ? UNTOLD : ''}`,
        at,
      );
      continue;
    }
    recorder.taken(
      'cluster',
      'CLUSTER',
      `${weight === 100 ? 'Sent' : `Weight ${weight} is sent`} to ${cluster.name}.`,
      cluster.service?.resources.length ? portPlace(cluster.service, cluster.port) : at,
    );
    tellRule(walk, cluster, destination);
    for (const field of POLICY_FIELDS) {
      const written = cluster.policy[field];
      const words = written && POLICY_WORDS[field]?.(written.value);
      if (written && words)
        recorder.note('policy', `POLICY_${field}`, words, {
          resource: written.resource.id,
          path: written.path,
        });
    }
    tellEjection(walk, cluster);
    if (cluster.endpoints === null)
      recorder.note(
        'cluster',
        'ENDPOINTS_UNKNOWN',
        `The files do not show the pods of ${cluster.host}; they are taken to be there.`,
        endpointsPlace(cluster.service),
      );
    else if (isEmpty(cluster, scope.client.kind === 'gateway'))
      recorder.note(
        'cluster',
        'NO_ENDPOINTS',
        `${cluster.name} has no endpoints: the answer is 503, with the flag UH.`,
        endpointsPlace(cluster.service),
      );
    tellDialled(walk, cluster);
    tellTls(walk, cluster, destination);
  }
}

/**
 * Where nobody looks the host up, or balancing is left out, the connection goes on to the address that the app has dialled:
 * that of another host, where a rule has sent the request here from there.
 * https://istio.io/latest/docs/reference/config/networking/service-entry/#ServiceEntry-Resolution
 */
function tellDialled({ recorder, scope, request, view }: Walk, { host, service, policy }: Cluster): void {
  const { dial, address } = request;
  const why =
    service?.resolution === 'NONE'
      ? 'resolution NONE'
      : goesToDialled(policy)
        ? 'load balancing PASSTHROUGH'
        : '';
  if (!service || !why || scope.client.kind === 'gateway') return;
  // Whose address it is that somebody has written as a number, nobody knows.
  if (address !== undefined || isAddress(dial)) return;
  const { clusterDomain } = view.settings;
  if (hostMatches(host, dial) || serviceMeant(dial, scope.client.namespace, clusterDomain) === host) return;
  recorder.note(
    'cluster',
    'DIALLED_ADDRESS',
    `${host} has ${why}: the connection goes on to the address that the app has dialled, and that is the one of ${dial}.`,
    endpointsPlace(service),
  );
}

/** Which DestinationRule counts, and why that one where namespaces differ. https://istio.io/latest/docs/ops/best-practices/traffic-management/#cross-namespace-configuration */
function tellRule(
  { recorder, view, scope }: Walk,
  { rule, service, subset }: Cluster,
  destination: Destination | undefined,
): void {
  const [first, ...merged] = rule?.resources ?? [];
  if (!rule || !first) return;
  const namespace = namespaceOf(first, view.settings);
  const from =
    service === undefined || service.namespace === scope.client.namespace
      ? ''
      : namespace === scope.client.namespace
        ? ': it is in the caller’s namespace, which counts first'
        : namespace === service.namespace
          ? ': it is in the namespace of the host, and the caller’s has none for it'
          : ': it is in the root namespace, and neither the caller’s nor the host’s has one for it';
  const more = merged.length ? `, together with ${merged.map(({ name }) => name).join(', ')},` : '';
  const what = subset === null ? '' : `has the subset ${subset}, and `;
  recorder.taken(
    'policy',
    'DESTINATION_RULE',
    `The DestinationRule ${destination?.destinationRule}${more} ${what}sets how it is sent${from}.`,
    rulePlace(rule, subset),
  );
}

/** Outlier detection that may leave out less than one endpoint. Of pods nobody knows from files how many there are. */
function tellEjection({ recorder }: Walk, { endpoints, service, policy }: Cluster): void {
  const written = policy.outlierDetection;
  const count = endpoints?.length ?? 0;
  if (!written || !count || service?.resolution === 'CLUSTER') return;
  const percent = asNumber(member(written.value, 'maxEjectionPercent')) ?? 10;
  if (100 / count <= percent) return;
  const byName = service?.resolution === 'DNS' ? ', as long as each name has one address' : '';
  recorder.note(
    'policy',
    'OUTLIER_INERT',
    `There ${count === 1 ? 'is one endpoint' : `are ${count} endpoints`}${byName}, and ${percent} % of ${count === 1 ? 'it' : 'them'} is less than one: none is ever left out.`,
    { resource: written.resource.id, path: written.path },
  );
}

function tellTls({ recorder }: Walk, cluster: Cluster, destination: Destination | undefined): void {
  const tls = destination?.tls;
  const written = cluster.policy.tls;
  const at = written
    ? { resource: written.resource.id, path: written.path }
    : endpointsPlace(cluster.service);
  if (!tls) return;
  if (tls.mode === 'none') {
    const asked = tlsMode(cluster.policy);
    if (asked === 'SIMPLE' || asked === 'MUTUAL')
      recorder.note(
        'tls',
        'TLS_OMITTED',
        `The DestinationRule asks for TLS (${asked}), and the proxy sends plaintext all the same: it has no certificate to use. A credentialName is for gateways, and for rules with a workloadSelector; MUTUAL needs a clientCertificate and a privateKey.`,
        at,
      );
    return;
  }
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
