import { isAddress, type WireRequest } from '../request.ts';
import { hostSuffixes, key, serviceMeant, type MeshView } from '../../istio/index.ts';
import { remember } from '../../routing/index.ts';
import { isRange, PUBLIC_ADDRESS } from './addresses.ts';
import type { Scope } from './scope.ts';
import { registryHosts, serviceOf, type MeshService } from './service.ts';

/** Where the pods of a Service without an address of its own are: nobody knows their addresses from files. */
export const podsAddress = ({ host }: MeshService): string => `pods ${host}`;

/**
 * The address that the application's connection goes to: as said; else that of a Service of the name; else, where sidecars
 * answer DNS, that of a ServiceEntry; else what public DNS gives. Kubernetes' DNS does not ask who is told of a Service.
 */
export function dialledAddress(view: MeshView, scope: Scope, { address, dial }: WireRequest): string {
  if (address !== undefined) return address;
  if (isAddress(dial)) return dial;
  const { clusterDomain } = view.settings;
  const name = dial.endsWith('.') ? dial.slice(0, -1) : dial;
  const services = allServices(view);
  const called =
    services.get(name) ?? services.get(serviceMeant(name, scope.client.namespace, clusterDomain));
  const alias = called?.externalName;
  const inCluster = alias === undefined ? called : services.get(alias);
  if (inCluster?.headless) return podsAddress(inCluster);
  if (inCluster?.addresses[0] !== undefined) return inCluster.addresses[0];
  const entry = scope.client.dnsCapture ? answered(scope, alias ?? name) : undefined;
  return entry?.addresses.find((each) => !isRange(each)) ?? PUBLIC_ADDRESS;
}

/** Whom a sidecar that answers DNS takes a name for: that host, else the nearest wildcard above it; of what it listens for alone. */
function answered({ egress }: Scope, name: string): MeshService | undefined {
  const names = [name, ...hostSuffixes(name).map((suffix) => `*${suffix}`)];
  const hosts = new Map(
    egress.flatMap(({ services }) => services.map((service) => [service.host, service] as const)),
  );
  return names.map((each) => hosts.get(each)).find(Boolean);
}

/** Every Service of the cluster by its host, whoever is told of it. */
const allServices = (view: MeshView): ReadonlyMap<string, MeshService> =>
  remember(view, 'services of the cluster', () => {
    const services = new Map<string, MeshService>();
    for (const resource of view.find(key.kind('Service'))) {
      for (const host of registryHosts(resource, view.settings)) {
        const service = serviceOf(host, [resource], view.settings, false, new Map());
        if (service && !services.has(host)) services.set(host, service);
      }
    }
    return services;
  });
