import {
  gatewaysOf,
  hostMatches,
  hostsOf,
  intersectHosts,
  key,
  MESH_GATEWAY,
  type Mesh,
  type Resource,
  type ResourceId,
} from '../../istio/index.ts';
import { isDelegate, sentTo } from '../../routing/index.ts';
import { rootsOf } from '../aim/rule-ref.ts';
import type { Seeds } from './seeds.ts';

/** What of one mesh a change can touch. */
export interface Concerned {
  /** Those that changed first. */
  readonly virtualServices: readonly Resource[];
  /** Hosts that requests are sent to by their own name. */
  readonly hosts: readonly string[];
}

/** With whether sidecars listen for names that nobody defines where they did not, or the other way round. */
type Concerning = Seeds & { readonly listens: boolean };

/** The VirtualServices whose requests may come to another end, and the hosts that may be reached otherwise. */
export function concernedBy(mesh: Mesh, seeds: Concerning, changed: ReadonlySet<ResourceId>): Concerned {
  const all = mesh.find(key.kind('VirtualService'));
  const virtualServices = all.filter(
    (one) => changed.has(one.id) || seeds.everything || isConcerned(mesh, one, seeds),
  );
  const first = (one: Resource): number => Number(!changed.has(one.id));
  return {
    virtualServices: virtualServices.toSorted((a, b) => first(a) - first(b)),
    hosts: seeds.everything ? everyHost(mesh, seeds) : hostsMeant(mesh, seeds),
  };
}

function isConcerned(mesh: Mesh, virtualService: Resource, seeds: Concerning): boolean {
  const roots = isDelegate(virtualService) ? rootsOf(mesh, virtualService) : [virtualService];
  const reached = (host: string): boolean =>
    seeds.hosts.has(host) || wildcards(seeds).some((each) => hostMatches(host, each));
  if (sentTo(virtualService, mesh).some(({ host }) => reached(host))) return true;
  return roots.some((root) => {
    const [hosts, gateways] = [hostsOf(root, mesh.settings), gatewaysOf(root, mesh.settings)];
    return (
      gateways.some((each) => seeds.gateways.has(each)) ||
      hosts.some(reached) ||
      (seeds.listens && gateways.includes(MESH_GATEWAY) && hosts.some((host) => !isDefined(mesh, host))) ||
      hosts.some(
        (host) => host.startsWith('*') && [...seeds.hosts].some((each) => hostMatches(each, host)),
      ) ||
      seeds.claims.some(
        (claim) =>
          claim.gateways.some((each) => gateways.includes(each)) &&
          intersectHosts(claim.hosts, hosts).length > 0,
      )
    );
  });
}

const isDefined = (mesh: Mesh, host: string): boolean =>
  mesh.has(key.host('Service', host)) || mesh.has(key.host('ServiceEntry', host));

const wildcards = ({ hosts }: Seeds): readonly string[] => [...hosts].filter((host) => host.startsWith('*'));

/** The hosts themselves, for a wildcard those that it covers, and those that rules of the mesh are for. */
function hostsMeant(mesh: Mesh, seeds: Seeds): readonly string[] {
  const covering = wildcards(seeds);
  const claimed = seeds.claims.flatMap(({ hosts, gateways }) =>
    gateways.includes(MESH_GATEWAY) ? hosts : [],
  );
  if (!covering.length && !claimed.length) return [...seeds.hosts];
  const meant = definedHosts(mesh).filter(
    (host) => covering.some((each) => hostMatches(host, each)) || intersectHosts([host], claimed).length > 0,
  );
  return [...new Set([...seeds.hosts, ...meant])];
}

const everyHost = (mesh: Mesh, { hosts }: Seeds): readonly string[] => [
  ...new Set([
    ...hosts,
    ...definedHosts(mesh),
    ...mesh.find(key.kind('VirtualService')).flatMap((one) => hostsOf(one, mesh.settings)),
  ]),
];

const definedHosts = (mesh: Mesh): readonly string[] =>
  ['Service', 'ServiceEntry'].flatMap((kind) =>
    mesh.find(key.kind(kind)).flatMap((resource) => hostsOf(resource, mesh.settings)),
  );
