import {
  isKnownNamespace,
  key,
  labelsMatch,
  serviceNamespace,
  workloadLabels,
  type Labels,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
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

/** The workload that would carry labels in a namespace; null where one does, or where no name can be made of them. */
export function workloadToAssume(
  mesh: MeshView,
  namespace: string,
  labels: Labels,
): (Assumption & { kind: 'assume-workload' }) | null {
  const [first] = Object.entries(labels);
  if (!first) return null;
  const carries = (resource: Resource) => labelsMatch(labels, workloadLabels(resource) ?? {});
  if (mesh.find(key.labelled(namespace, ...first)).some(carries)) return null;
  const parts = [labels['app'] ?? labels['app.kubernetes.io/name'] ?? first[1], labels['version']];
  const stem = parts
    .filter(Boolean)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]+/g, '-');
  const isTaken = (name: string) => mesh.find(key.name('Deployment', namespace, name)).length > 0;
  let name = stem;
  for (let next = 2; isTaken(name); next += 1) name = `${stem}-${next}`;
  return stem === '' ? null : { kind: 'assume-workload', namespace, name, labels };
}
