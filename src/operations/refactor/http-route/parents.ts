import {
  gatewaysOf,
  hostsOf,
  isWildcard,
  MESH_GATEWAY,
  namespaceOf,
  serviceNamespace,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { exportTo, findHost } from '../../../routing/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';

/** The type of a Gateway of Gateway API, which has the name of Istio’s. */
export const API_GATEWAY = 'Gateway.gateway.networking.k8s.io';

/** What routes for apps in the mesh are attached to, and what cannot be. */
export interface MeshParents {
  /** The namespace in which the route reaches the same callers as the VirtualService did. */
  readonly namespace: string;
  readonly refs: readonly YamlMap[];
  readonly lost: readonly string[];
}

/** The Services and ServiceEntries that a VirtualService is about, as parents of a route for apps in the mesh. */
export function meshParents(mesh: Mesh, virtualService: Resource): MeshParents {
  const own = namespaceOf(virtualService, mesh.settings);
  const lost: string[] = [];
  const found = hostsOf(virtualService, mesh.settings).flatMap((host) => {
    const parent = parentOf(mesh, host, own);
    if (!parent) lost.push(`hosts: ${host} ${why(host)}, so apps in the mesh find no rules for it`);
    else if (parent.shared)
      lost.push(
        `hosts: the ServiceEntry ${parent.name} has other hosts beside ${host}, and the route counts for them too`,
      );
    return parent ? [parent] : [];
  });
  const namespaces = new Set(found.map((parent) => parent.namespace));
  const [home] = namespaces;
  const isForAll = exportTo(virtualService, mesh.settings).includes('*');
  // In the namespace of its Service a route counts for all callers, elsewhere only for those of its own namespace.
  const namespace = isForAll && namespaces.size === 1 && home !== undefined ? home : own;
  const away = found.filter((parent) => (parent.namespace === namespace) !== isForAll);
  if (away.length > 0)
    lost.push(
      isForAll
        ? `exportTo: the hosts are of several namespaces; for ${away.map(({ name }) => name).join(', ')} the route counts for callers of ${namespace} only`
        : `exportTo: the route stands beside ${away.map(({ name }) => name).join(', ')} and so counts for callers of all namespaces`,
    );
  const refs = found.map(({ group, kind, name, namespace: at }) => ({
    group,
    kind,
    name,
    ...(at === namespace ? {} : { namespace: at }),
  }));
  return { namespace, refs, lost };
}

const why = (host: string): string =>
  isWildcard(host)
    ? 'stands for many, and a route belongs to one Service'
    : 'is no Service or ServiceEntry of the files';

interface Parent {
  readonly group: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  /** Whether it defines other hosts too. */
  readonly shared: boolean;
}

function parentOf(mesh: Mesh, host: string, client: string): Parent | undefined {
  if (isWildcard(host)) return undefined;
  const namespace = serviceNamespace(host, mesh.settings.clusterDomain);
  const [definer] = findHost(mesh, host, client).resources;
  if (definer?.type === 'ServiceEntry')
    return {
      group: 'networking.istio.io',
      kind: 'ServiceEntry',
      name: definer.name,
      namespace: namespaceOf(definer, mesh.settings),
      shared: hostsOf(definer, mesh.settings).length > 1,
    };
  if (namespace === null) return undefined;
  return { group: '', kind: 'Service', name: host.slice(0, host.indexOf('.')), namespace, shared: false };
}

/** Istio’s Gateways that a VirtualService is bound to, `namespace/name`. */
export const boundGateways = (mesh: Mesh, virtualService: Resource): readonly string[] =>
  gatewaysOf(virtualService, mesh.settings).filter((gateway) => gateway !== MESH_GATEWAY);

/** The hosts of a VirtualService as a route for gateways names them; none for all. */
export function hostnames(mesh: Mesh, virtualService: Resource, lost: string[]): readonly string[] {
  const hosts = hostsOf(virtualService, mesh.settings);
  if (hosts.includes('*')) return [];
  const odd = hosts.filter((host) => isWildcard(host) && !host.startsWith('*.'));
  if (odd.length > 0)
    lost.push(`hosts: ${odd.join(', ')} cannot be named: a wildcard is the whole first part of a name`);
  return hosts.filter((host) => !odd.includes(host));
}
