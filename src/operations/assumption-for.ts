import { isKnownNamespace, key, serviceNamespace, type MeshView } from '../istio/index.ts';
import type { Assumption } from './assume.ts';

/**
 * What would have to be in the cluster for a host to exist: the Service of that name, with these ports. `host` is a full
 * name, as `resolveHost` gives it. Null where the files define it, or where no Service can be called that.
 */
export function serviceToAssume(
  mesh: MeshView,
  host: string,
  ports: readonly number[] = [],
): (Assumption & { kind: 'assume-service' }) | null {
  const namespace = serviceNamespace(host, mesh.settings.clusterDomain);
  if (namespace === null || host.includes('*')) return null;
  if (mesh.find(key.host('Service', host)).length || mesh.find(key.host('ServiceEntry', host)).length)
    return null;
  const name = host.slice(0, host.indexOf('.'));
  return { kind: 'assume-service', namespace, name, ports: [...new Set(ports)].toSorted((a, b) => a - b) };
}

/** The assumption that a namespace exists; null where the workspace says so already. */
export function namespaceToAssume(
  mesh: MeshView,
  name: string,
): (Assumption & { kind: 'assume-namespace' }) | null {
  return name === '' || isKnownNamespace(mesh, name) ? null : { kind: 'assume-namespace', name };
}
