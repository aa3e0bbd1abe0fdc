import {
  asText,
  asTexts,
  hostsOf,
  key,
  labelsMatch,
  labelsText,
  member,
  namespaceOf,
  selectorOf,
  serviceHost,
  serviceNamespace,
  type Labels,
  type Mesh,
  type Resource,
} from '../../../istio/index.ts';
import { portsOf, protocolClass, serversOf } from '../../../routing/index.ts';

/** The egress gateway that requests are to go by: its Service, and the labels of its pods. */
export interface EgressGateway {
  readonly host: string;
  readonly name: string;
  readonly namespace: string;
  /** As the files hold it; undefined where they do not. */
  readonly service: Resource | undefined;
}

/** Undefined where the text is no host of a Service. */
export function egressGateway(mesh: Mesh, host: string): EgressGateway | undefined {
  const namespace = serviceNamespace(host, mesh.settings.clusterDomain);
  if (namespace === null) return undefined;
  const [service] = mesh.find(key.host('Service', host));
  return { host, name: host.slice(0, host.indexOf('.')), namespace, service };
}

/** The Services that look like an egress gateway's, the likeliest first; Istio's own where there is none. */
export function egressGateways(mesh: Mesh): readonly string[] {
  const services = mesh.find(key.kind('Service'));
  const named = services.filter(({ name }) => name.includes('egress'));
  const labelled = services.filter((service) =>
    Object.values(selectorOf(service) ?? {}).some((value) => value.includes('egress')),
  );
  const { clusterDomain, rootNamespace } = mesh.settings;
  const found = [...named, ...labelled].flatMap((service) => hostsOf(service, mesh.settings));
  return [...new Set([...found, serviceHost('istio-egressgateway', rootNamespace, clusterDomain)])];
}

/** The labels by which a Gateway picks its pods: by Istio's own label alone where there is one, as people write it. */
export function podLabels({ service }: EgressGateway): string {
  const selector = service && selectorOf(service);
  if (!selector) return 'istio: egressgateway';
  return labelsText(selector['istio'] === undefined ? selector : { istio: selector['istio'] });
}

/** Why the gateway cannot listen for the host on a port; undefined where it can. */
export function objectionToPort(
  mesh: Mesh,
  { service, name }: EgressGateway,
  labels: Labels,
  host: string,
  port: number,
  tls: boolean,
): string | undefined {
  const offered = service ? portsOf(service).map(({ number }) => number) : [];
  if (service && offered.length > 0 && !offered.includes(port))
    return `The Service ${name} has no port ${port}, only ${offered.join(', ')}.`;
  for (const gateway of mesh.find(key.kind('Gateway'))) {
    const selector = selectorOf(gateway) ?? {};
    if (!labelsMatch(selector, labels) && !labelsMatch(labels, selector)) continue;
    for (const { value } of serversOf(gateway)) {
      const listens = member(value, 'port');
      if (member(listens, 'number') !== port) continue;
      const protocol = asText(member(listens, 'protocol')) ?? '';
      const where = `The Gateway ${namespaceOf(gateway, mesh.settings)}/${gateway.name}`;
      if ((protocolClass(protocol) === 'tls') !== tls)
        return `${where} has port ${port} of these pods for ${protocol}: one port speaks either TLS or plain HTTP. Choose another.`;
      if (asTexts(member(value, 'hosts')).some((written) => written.slice(written.indexOf('/') + 1) === host))
        return `${where} lets ${host} through on port ${port} already.`;
    }
  }
  return undefined;
}

/** The Sidecars that hide the gateway's Service from the apps they are for: these could not send to it. */
export function hidingSidecars(mesh: Mesh, { host, namespace }: EgressGateway): readonly Resource[] {
  return mesh.find(key.kind('Sidecar')).filter((sidecar) => {
    const listeners = member(member(sidecar.value, 'spec'), 'egress');
    if (!Array.isArray(listeners) || listeners.length === 0) return false;
    const own = namespaceOf(sidecar, mesh.settings);
    return !listeners
      .flatMap((listener) => asTexts(member(listener, 'hosts')))
      .some((written) => {
        const [from = '', to = ''] = written.split('/');
        const meant = from === '.' ? own : from;
        return (
          (meant === '*' || meant === namespace) && (to === '*' || to === host || host.endsWith(to.slice(1)))
        );
      });
  });
}
