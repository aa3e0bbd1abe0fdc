import { isAddress, type WireRequest } from '../request.ts';
import { serviceMeant, type MeshView } from '../../istio/index.ts';
import { remember } from '../../routing/index.ts';
import { isRange, PUBLIC_ADDRESS } from './addresses.ts';
import { EVERYTHING } from './egress.ts';
import { servicesFor, type Scope } from './scope.ts';
import type { MeshService } from './service.ts';

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
  const entry = scope.client.dnsCapture ? scope.services.get(alias ?? name) : undefined;
  return entry?.addresses.find((each) => !isRange(each)) ?? PUBLIC_ADDRESS;
}

/** Every Service of the cluster by its host, as nobody in particular sees it. */
const allServices = (view: MeshView): ReadonlyMap<string, MeshService> =>
  remember(
    view,
    'services of the cluster',
    () =>
      new Map(
        servicesFor(view, { kind: 'gateway', namespace: '', labels: {}, dnsCapture: false }, EVERYTHING)
          .filter(({ resolution }) => resolution === 'CLUSTER')
          .map((service) => [service.host, service]),
      ),
  );
