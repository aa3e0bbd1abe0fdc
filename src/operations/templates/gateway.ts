import {
  asTexts,
  hostsOf,
  key,
  member,
  specOf,
  workloadLabels,
  type Labels,
  type Mesh,
  type Resource,
} from '../../istio/index.ts';
import { isDelegate } from '../../routing/index.ts';
import { destinationsOf, freshHost, hostsAround } from './around.ts';
import type { Template, TemplateContext } from './context.ts';

/** Lets requests in for the selected VirtualService, or for the one whose rules are about the selected host. */
export const gateway: Template = (context) => {
  const { mesh, near } = context;
  const bound = near?.type === 'VirtualService' ? near : virtualServiceFor(context);
  const hosts = bound && !isDelegate(bound) ? servedHosts(bound, mesh) : [otherHost(context)];
  return {
    about: bound ? (hosts[0] === '*' ? bound.name : hosts[0]) : near?.name,
    spec: () => ({
      selector: { ...selectorFor(near) },
      servers: [{ port: { number: 80, name: 'http', protocol: 'HTTP' }, hosts }],
    }),
    connect: ({ id }) =>
      bound && !isDelegate(bound) && !bound.stale
        ? [{ kind: 'connect-gateway', resource: bound.id, gateway: id }]
        : [],
  };
};

/** Full names: a Gateway takes a short one as it is, and a VirtualService does not. */
function servedHosts(virtualService: Resource, mesh: Mesh): string[] {
  const written = asTexts(member(specOf(virtualService), 'hosts'));
  const [first] = hostsOf(virtualService, mesh.settings);
  return [first ?? written[0] ?? '*'];
}

function virtualServiceFor(context: TemplateContext): Resource | undefined {
  const { mesh } = context;
  const hosts = hostsAround(context).map(({ host }) => host);
  const claiming = hosts.flatMap((host) => mesh.find(key.host('VirtualService', host)));
  if (claiming[0]) return claiming[0];
  return mesh
    .find(key.kind('VirtualService'))
    .find((one) => !isDelegate(one) && destinationsOf(mesh, one).some(({ host }) => hosts.includes(host)));
}

/** Everything, unless another Gateway takes everything already. */
function otherHost({ mesh }: TemplateContext): string {
  return mesh.find(key.kind('Gateway')).length > 0 ? freshHost(mesh, 'www') : '*';
}

/** Workloads that look like a gateway's proxies, by the label that Istio's charts give them. */
function selectorFor(near: Resource | undefined): Labels {
  const labels = near && (near.type === 'Gateway' ? undefined : workloadLabels(near));
  const istio = labels?.['istio'];
  if (istio !== undefined) return { istio };
  const selector = near?.type === 'Gateway' ? member(specOf(near), 'selector') : undefined;
  return (selector as Labels | undefined) ?? { istio: 'ingressgateway' };
}
