import { asNumber, asText, member, valueAt, type MeshView } from '../../istio/index.ts';
import { tlsMode } from '../../routing/index.ts';
import type { DestinationTls } from '../outcome.ts';
import { isAddress, withoutPort } from '../request.ts';
import type { Client } from '../scope/scope.ts';
import { goesToDialled, type Cluster } from './cluster.ts';
import { isDisabledAt, isDisabledIn } from './peer-authentication.ts';

/** The TLS that a proxy opens to a cluster. `authority` is the Host as it is sent on, null for what is passed on as bytes. */
export function tlsTo(
  view: MeshView,
  cluster: Cluster,
  client: Client,
  authority: string | null,
): DestinationTls {
  const mode = tlsMode(cluster.policy);
  const settings = cluster.policy.tls?.value;
  const ownSni = asText(member(settings, 'sni')) ?? '';
  switch (mode) {
    case 'ISTIO_MUTUAL':
      return { mode: 'mtls', sni: ownSni || meshSni(cluster) };
    case 'SIMPLE':
    case 'MUTUAL':
      if (isOmitted(cluster, client, mode)) return { mode: 'none' };
      return withSni(mode === 'SIMPLE' ? 'tls' : 'mtls', ownSni || autoSni(authority));
    default:
      return cluster.policy.tls ? { mode: 'none' } : automatic(view, cluster);
  }
}

const withSni = (mode: 'tls' | 'mtls', sni: string): DestinationTls => (sni ? { mode, sni } : { mode });

/** The name by which proxies of the mesh know a cluster of each other. */
const meshSni = ({ port, subset, host }: Cluster): string => `outbound_.${port}_.${subset ?? ''}_.${host}`;

/** Only the HTTP router knows a name to send; what is passed on as bytes has none. */
function autoSni(authority: string | null): string {
  const host = authority === null ? '' : withoutPort(authority).toLowerCase();
  return isAddress(host) ? '' : host;
}

/** Whether the TLS context cannot be made, and the proxy silently sends plaintext. */
function isOmitted({ policy, rule }: Cluster, client: Client, mode: 'SIMPLE' | 'MUTUAL'): boolean {
  const settings = policy.tls?.value;
  const credential = asText(member(settings, 'credentialName'));
  if (credential) {
    return client.kind === 'sidecar' && !rule?.selected && !credential.startsWith('configmap://');
  }
  return (
    mode === 'MUTUAL' &&
    !(asText(member(settings, 'clientCertificate')) && asText(member(settings, 'privateKey')))
  );
}

/**
 * Where nobody asks for TLS, Istio opens mutual TLS to the endpoints inside the mesh that have a sidecar, unless a
 * PeerAuthentication says that they take none. Where a proxy goes to whatever was dialled it cannot tell one endpoint from
 * another: then all have a sidecar, or none gets it.
 */
function automatic(view: MeshView, cluster: Cluster): DestinationTls {
  const { service, endpoints, port, policy } = cluster;
  const enabled = valueAt(view.settings.meshConfig, ['enableAutoMtls']) !== false;
  if (!service || service.external || !enabled || isDisabledIn(view, service.namespace))
    return { mode: 'none' };
  const target = asNumber(service.ports.find(({ number }) => number === port)?.target) ?? port;
  const all = endpoints ?? [];
  const mutual = all.filter(
    ({ mutualTls, labels }) => mutualTls && !isDisabledAt(view, service.namespace, labels, target),
  ).length;
  const dialled = service.headless || service.resolution === 'NONE' || goesToDialled(policy);
  if (dialled && mutual < all.length) return { mode: 'none' };
  if (!mutual) return dialled ? { mode: 'none' } : { mode: 'none', auto: true };
  return mutual === all.length
    ? { mode: 'mtls', auto: true, sni: meshSni(cluster) }
    : { mode: 'mixed', auto: true };
}
