import {
  namespaceOf,
  references,
  selectorOf,
  serviceHost,
  type MeshView,
  type Resource,
} from '../istio/index.ts';
import { namespaceToAssume, serviceToAssume, workloadToAssume } from './assumption-for.ts';
import type { Assumption } from './assume.ts';

/**
 * What a resource speaks of and the files lack, as the assumptions that would make it there: the Services that it sends
 * to or is attached to, with the ports that it names, the workloads that it selects, and its namespace.
 */
export function lacksOf(mesh: MeshView, resource: Resource): readonly Assumption[] {
  const ports = new Map<string, number[]>();
  for (const reference of references(resource, mesh.settings)) {
    // What callers ask for by `spec.hosts` need not be anybody's.
    if (reference.kind === 'host' && reference.path[1] !== 'hosts')
      ports.set(reference.host, ports.get(reference.host) ?? []);
    if (reference.kind === 'target' && reference.type === 'Service') {
      const host = serviceHost(reference.name, reference.namespace, mesh.settings.clusterDomain);
      ports.set(host, ports.get(host) ?? []);
    }
    if (reference.kind === 'port') ports.get(reference.host)?.push(reference.port);
  }
  const services = [...ports].map(([host, asked]) => serviceToAssume(mesh, host, asked));
  // A Gateway's proxies may be in any namespace, and Istio's own ingress gateway is taken to be there.
  const selector = resource.type === 'Gateway' ? undefined : selectorOf(resource);
  const workload = selector && workloadToAssume(mesh, namespaceOf(resource, mesh.settings), selector);
  const namespace = namespaceToAssume(mesh, resource.namespace);
  return [...services, workload, namespace].filter((each) => each !== null && each !== undefined);
}
