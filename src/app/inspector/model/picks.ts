import {
  asText,
  key,
  member,
  namespaceOf,
  resolveHost,
  selectorOf,
  specOf,
  type Labels,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import type { Path } from '../../../yaml/index.ts';

/** The pods that labels at a place of a resource are meant for. */
export interface Picked {
  readonly namespace: string;
  readonly labels: Labels;
}

/**
 * Which pods labels pick: those of a subset among the pods of its Service, others in the namespace of the resource.
 * Null where that cannot be told: a Gateway's, and what stands in the root namespace, may be anywhere.
 */
export function picks(mesh: Mesh, resource: Resource, path: Path, labels: Labels): Picked | null {
  if (Object.keys(labels).length === 0) return null;
  const namespace = namespaceOf(resource, mesh.settings);
  if (path[1] === 'subsets') {
    const host = asText(member(specOf(resource), 'host')) ?? '';
    const full = resolveHost(host, namespace, mesh.settings.clusterDomain);
    const [service] = mesh.find(key.host('Service', full));
    const selector = service && selectorOf(service);
    return selector
      ? { namespace: namespaceOf(service, mesh.settings), labels: { ...selector, ...labels } }
      : null;
  }
  const anywhere = resource.type === 'Gateway' || namespace === mesh.settings.rootNamespace;
  return anywhere ? null : { namespace, labels };
}
