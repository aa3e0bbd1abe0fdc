import {
  asNumber,
  asText,
  firstLabel,
  key,
  labelsMatch,
  labelsText,
  member,
  namespaceOf,
  selectorOf,
  valueAt,
  workloadLabels,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { portsOf, serversOf } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { listOf, quote } from '../../words.ts';

/** The gateway that Istio is installed with: taken to exist in the root namespace, as `istioctl analyze` does. */
const INGRESS = {
  labels: { istio: 'ingressgateway', app: 'istio-ingressgateway' },
  ports: [80, 443, 31400, 15443],
} as const;

/** The proxies behind a Gateway: some workload is picked, its Service offers the ports, the Secrets are beside it. */
export const gatewayProxies: LinkedRule = ({ resource, view, given, spec }) => {
  const selector = selectorOf(resource);
  const first = selector && firstLabel(selector);
  if (!selector || !first) return [];
  const isIngress = labelsMatch(selector, INGRESS.labels);
  const proxies = view
    .find(key.labelledAnywhere(...first))
    .filter((workload) => labelsMatch(selector, workloadLabels(workload) ?? {}));
  if (!proxies.length && !isIngress) {
    if (!given.workloads) return [];
    const what = `No workload carries ${labelsText(selector)}, so no proxy serves this Gateway.`;
    return [say('MW2012', { path: [...spec.path, 'selector'] }, what)];
  }
  const services = proxies.flatMap((proxy) => servicesOf(proxy, view));
  const offered = new Set<number>([
    ...(isIngress ? INGRESS.ports : []),
    ...services
      .flatMap(portsOf)
      .flatMap(({ number, target }) => [number, ...(typeof target === 'number' ? [target] : [])]),
  ]);
  const homes = new Set([
    ...proxies.map((proxy) => namespaceOf(proxy, view.settings)),
    ...(isIngress ? [view.settings.rootNamespace] : []),
  ]);
  return serversOf(resource).flatMap((server) => [
    ...(isIngress || services.length ? notOffered(server.value, server.path, offered) : []),
    ...(given.secrets || given.pods ? noSecret(server.value, server.path, homes, view) : []),
  ]);
};

type Server = ReturnType<typeof serversOf>[number];

function servicesOf(proxy: Resource, view: MeshView): readonly Resource[] {
  const namespace = namespaceOf(proxy, view.settings);
  const labels = workloadLabels(proxy) ?? {};
  return Object.entries(labels)
    .flatMap(([label, value]) => view.find(key.selecting(namespace, label, value)))
    .filter((service) => service.type === 'Service' && labelsMatch(selectorOf(service) ?? {}, labels));
}

function notOffered(
  server: Server['value'],
  path: Server['path'],
  offered: ReadonlySet<number>,
): readonly Finding[] {
  const port = asNumber(valueAt(server, ['port', 'number']));
  if (port === undefined || offered.has(port)) return [];
  const what = `The Service before this gateway has no port ${String(port)}, but ${listOf([...offered].map(String), 'and')}. Nobody outside reaches it.`;
  return [say('MW2013', { path: [...path, 'port', 'number'] }, what)];
}

function noSecret(
  server: Server['value'],
  path: Server['path'],
  homes: ReadonlySet<string>,
  { find }: MeshView,
): readonly Finding[] {
  const name = asText(valueAt(server, ['tls', 'credentialName']));
  if (!name || [...homes].some((home) => find(key.name('Secret', home, name)).length)) return [];
  const where = listOf([...homes]);
  const what = `No Secret ${quote(name)} is in namespace ${where}, where the gateway's pods are and look for it. Connections to this port are refused.`;
  return member(server, 'tls') === undefined
    ? []
    : [say('MW2014', { path: [...path, 'tls', 'credentialName'] }, what)];
}
