import {
  asNumber,
  asText,
  firstLabel,
  key,
  labelsMatch,
  labelsText,
  namespaceOf,
  selectorOf,
  valueAt,
  workloadLabels,
  type MeshView,
} from '../../../istio/index.ts';
import { portsOf, serversOf } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { assuming, say, setting } from '../../say.ts';
import { closest, listOf, quote } from '../../words.ts';
import { servicesOf } from '../cluster/selected.ts';
import { ingressGateway } from './ingress-gateway.ts';
import { unusable } from './usable-credential.ts';

/** The proxies behind a Gateway: some workload is picked, its Service offers the ports, the Secrets are beside it. */
export const gatewayProxies: LinkedRule = ({ resource, view, given, spec, namespace }) => {
  const selector = selectorOf(resource);
  const first = selector && firstLabel(selector);
  if (!selector || !first) return [];
  const ingress = ingressGateway(view.settings, selector);
  const proxies = view
    .find(key.labelledAnywhere(...first))
    .filter((workload) => labelsMatch(selector, workloadLabels(workload) ?? {}));
  if (!proxies.length && !ingress) {
    if (!given.workloads) return [];
    const what = `No workload carries ${labelsText(selector)}, so no proxy serves this Gateway.`;
    const name = Object.values(selector)[0] ?? '';
    // Its pods may be anywhere; where nothing tells, they are looked for beside it first.
    const operation = { kind: 'assume-workload', namespace, name, labels: selector } as const;
    const mends = name ? [assuming(operation)] : [];
    return [say('MW2012', { path: [...spec.path, 'selector'] }, what, { mends })];
  }
  const services = proxies.flatMap((proxy) => servicesOf(proxy, view));
  const offered = new Set<number>([
    ...(ingress?.ports ?? []),
    ...services
      .flatMap(portsOf)
      .flatMap(({ number, target }) => [number, ...(typeof target === 'number' ? [target] : [])]),
  ]);
  const homes = new Set([
    ...proxies.map((proxy) => namespaceOf(proxy, view.settings)),
    ...(ingress ? [view.settings.rootNamespace] : []),
  ]);
  return serversOf(resource).flatMap((server) => [
    ...(ingress || services.length ? notOffered(server, offered, !services.length) : []),
    ...(given.secrets || given.pods ? credential(server.value, server.path, homes, view, given.today) : []),
  ]);
};

type Server = ReturnType<typeof serversOf>[number];

/** The ports of its pods that the Service of an installed ingress gateway may lead to, and its own ports that do. */
const BEHIND: ReadonlyMap<number, number> = new Map([
  [8080, 80],
  [8443, 443],
]);

/** `usual` says that the Service is not in the files, but the one that Istio is installed with. */
function notOffered(
  { value, path }: Server,
  offered: ReadonlySet<number>,
  usual: boolean,
): readonly Finding[] {
  const port = asNumber(valueAt(value, ['port', 'number']));
  if (port === undefined || offered.has(port)) return [];
  const ports = listOf([...offered].map(String), 'and');
  const behind = usual ? BEHIND.get(port) : undefined;
  if (behind !== undefined) {
    const why = `Where istioctl has installed the ingress gateway, its Service sends port ${String(behind)} on to this one; Helm's chart keeps the number. Have that Service among the files, and it is known.`;
    return [say('MW2013', { path: [...path, 'port', 'number'] }, why, { severity: 'info' })];
  }
  const what =
    port === 0
      ? 'This server listens at a socket, and the Service before the gateway passes on ports only. Nobody outside reaches it.'
      : usual
        ? `The ingress gateway that Istio is installed with has no port ${String(port)}, but ${ports}. Nobody outside reaches this one, unless the cluster's Service has more; then have it among the files.`
        : `The Service before this gateway has no port ${String(port)}, but ${ports}. Nobody outside reaches it.`;
  return [say('MW2013', { path: [...path, 'port', 'number'] }, what)];
}

function credential(
  server: Server['value'],
  path: Server['path'],
  homes: ReadonlySet<string>,
  { find }: MeshView,
  today: number,
): readonly Finding[] {
  const name = asText(valueAt(server, ['tls', 'credentialName']));
  if (!name) return [];
  const spot = { path: [...path, 'tls', 'credentialName'] };
  const secrets = [...homes].flatMap((home) => find(key.name('Secret', home, name)));
  if (secrets.length) {
    const why = secrets.map((secret) => unusable(secret, today)).find(Boolean);
    return why ? [say('MW2060', spot, `${why} Connections to this port fail.`)] : [];
  }
  const where = listOf([...homes]);
  const what = `No Secret ${quote(name)} is in namespace ${where}, where the gateway's pods are and look for it. Connections to this port are refused.`;
  const near = closest(
    name,
    [...homes].flatMap((home) => find(key.kindIn('Secret', home)).map((secret) => secret.name)),
  );
  return [say('MW2014', spot, what, { mends: near === undefined ? [] : [setting(spot.path, near)] })];
}
