import {
  asTexts,
  gatewaysOf,
  hostsOf,
  key,
  MESH_GATEWAY,
  specOf,
  type Mesh,
  type ResourceId,
} from '../../../istio/index.ts';
import { httpsCallers } from '../tls/https-callers.ts';
import type { Egress } from './answered.ts';
import { hidingSidecars } from './gateway-service.ts';

/** What is left to people: apps that call otherwise or are not let to the gateway, and what Istio alone cannot hold. */
export function toldOfEgress(
  mesh: Mesh,
  { host, way, gateway, port }: Egress,
  virtualService: ResourceId,
): readonly string[] {
  const callers = httpsCallers(mesh, host).filter(
    (said) => !said.startsWith(`${mesh.byId.get(virtualService)?.name} has`) || way.section === 'http',
  );
  const shown = callers.length > 0 ? ` Some do, by the files: ${callers.join('; ')}.` : '';
  const url = `${way.section === 'tls' ? 'https' : 'http'}://${host}${port === (way.section === 'tls' ? 443 : 80) ? '' : `:${port}`}`;
  return [
    way.section === 'http'
      ? `Only calls to ${url} go by the gateway. Calls to https://${host} go past it, straight to the host.${shown}`
      : `Only calls to ${url} go by the gateway; plain ones go past it.`,
    ...elsewhere(mesh, host, virtualService),
    ...hidingSidecars(mesh, gateway).map(
      ({ name, namespace }) =>
        `The Sidecar ${namespace ? `${namespace}/` : ''}${name} does not let its apps see ${gateway.host}: add "${gateway.namespace}/${gateway.host}" to its egress hosts, or their calls to ${host} fail.`,
    ),
    'Istio leads requests to the gateway, it does not keep apps from going past it: what must not leave any other way, a NetworkPolicy has to hold back.',
  ];
}

/** VirtualServices that count for apps of their namespaces in this one's stead. */
function elsewhere(mesh: Mesh, host: string, virtualService: ResourceId): readonly string[] {
  return mesh
    .find(key.host('VirtualService', host))
    .filter(
      (resource) =>
        resource.id !== virtualService &&
        gatewaysOf(resource, mesh.settings).includes(MESH_GATEWAY) &&
        hostsOf(resource, mesh.settings).includes(host) &&
        asTexts(specOf(resource)['exportTo']).length > 0,
    )
    .map(
      ({ name, namespace }) =>
        `The VirtualService ${namespace ? `${namespace}/` : ''}${name} has rules for ${host} of its own: apps that see it go past the gateway.`,
    );
}
