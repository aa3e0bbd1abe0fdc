import {
  asText,
  hostsOf,
  isWildcard,
  key,
  namespaceOf,
  resolveHost,
  serviceNamespace,
  valueAt,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { findHost, portsOf, type Port } from '../../../routing/index.ts';
import { hostsMeant } from '../canary/proposal.ts';
import type { RefactorAt } from '../types.ts';

/** A host outside of the mesh, with what the files say of it. */
export interface ExternalHost {
  readonly host: string;
  /** The ServiceEntries that define it; none where the files lack it. */
  readonly entries: readonly Resource[];
  /** The effective namespace of those; null for none. */
  readonly home: string | null;
  readonly ports: readonly Port[];
}

export function externalHost(mesh: Mesh, host: string): ExternalHost {
  const entries = findHost(mesh, host, null).resources.filter(({ type }) => type === 'ServiceEntry');
  const [first] = entries;
  return {
    host,
    entries,
    home: first ? namespaceOf(first, mesh.settings) : null,
    ports: entries.flatMap(portsOf),
  };
}

/** Why a host is none that is outside; undefined where it is one, or may be. */
export function objectionToExternal(mesh: Mesh, host: string): string | undefined {
  if (host === '') return 'Name the host that apps call.';
  if (isWildcard(host))
    return 'A wildcard has no one address and no one certificate. Name a single host; it may be one that the wildcard covers.';
  if (!host.includes('.')) return 'A host outside of the mesh has a full name, such as api.example.com.';
  if (
    serviceNamespace(host, mesh.settings.clusterDomain) !== null ||
    mesh.find(key.host('Service', host)).length > 0
  )
    return `${host} is a Service of the cluster: between its pods Istio’s own mutual TLS is there for that.`;
  return undefined;
}

/** The external hosts that may be meant, the likeliest first: those from where it is asked, then all of the files. */
export function externalHosts(mesh: Mesh, at: RefactorAt): readonly string[] {
  const defined = mesh.find(key.kind('ServiceEntry')).flatMap((entry) => hostsOf(entry, mesh.settings));
  return [...new Set([...hostsMeant(mesh, at), ...defined])].filter(
    (host) => objectionToExternal(mesh, host) === undefined,
  );
}

const AT = new Set(['ServiceEntry', 'VirtualService', 'DestinationRule']);

/** Where an external host can be meant: at what defines or governs one, or in a workspace that has some. */
export function appliesToExternal(mesh: Mesh, at: RefactorAt): boolean {
  if (at.resource === undefined) return mesh.find(key.kind('ServiceEntry')).length > 0;
  const type = mesh.byId.get(at.resource)?.type ?? '';
  return AT.has(type) && hostsMeant(mesh, at).some((host) => objectionToExternal(mesh, host) === undefined);
}

/** The VirtualServices that say something about a host by its own name, for apps in the mesh or gateways. */
export const rulesFor = (mesh: Mesh, host: string): readonly Resource[] =>
  mesh.find(key.host('VirtualService', host));

/** Whether a destination of a resource is this host. */
export function isTo(mesh: Mesh, resource: Resource, destination: unknown, host: string): boolean {
  const written = asText(valueAt(destination as never, ['host'])) ?? '';
  return resolveHost(written, namespaceOf(resource, mesh.settings), mesh.settings.clusterDomain) === host;
}
