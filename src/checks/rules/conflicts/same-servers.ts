import {
  firstLabel,
  hostSuffixes,
  key,
  labelsMatch,
  namespaceOf,
  selectorOf,
  workloadLabels,
  type Labels,
  type MeshView,
  type Resource,
} from '../../../istio/index.ts';
import { serversOf, type GatewayServer } from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { quote } from '../../words.ts';
import { certificateOf, collide, gatewayServers, servedHosts, type ServedHost } from './gateway-servers.ts';
import { isSameResource } from './same-resource.ts';

/** Other Gateways that open the same port for the same host at the same proxies, or show the same certificate there. */
export const sameServers: LinkedRule = (subject) => {
  const { resource, view } = subject;
  const before: ServedHost[] = [];
  return serversOf(resource).flatMap((server) => {
    const hosts = servedHosts(resource, server, view.settings);
    const found = [
      ...hosts.flatMap((host) => sameHost(host, subject)),
      ...sameCertificate(server, subject),
      ...hosts.flatMap((host, index) => sameWithin(host, [...before, ...hosts.slice(0, index)], hosts)),
    ];
    before.push(...hosts);
    return found;
  });
};

const selector = (gateway: Resource): Labels => selectorOf(gateway) ?? {};
const equal = (a: Labels, b: Labels): boolean => labelsMatch(a, b) && labelsMatch(b, a);

/** Selectors that are the same, or a known workload that both pick. */
function sharesProxies(a: Resource, b: Resource, view: MeshView): boolean {
  const [one, other] = [selector(a), selector(b)];
  if (equal(one, other)) return true;
  const first = firstLabel(one);
  if (!first || !(labelsMatch(one, other) || labelsMatch(other, one))) return false;
  return view.find(key.labelledAnywhere(...first)).some((workload) => {
    const labels = workloadLabels(workload) ?? {};
    return labelsMatch(one, labels) && labelsMatch(other, labels);
  });
}

const nameOf = (gateway: Resource, { settings }: MeshView): string =>
  `${namespaceOf(gateway, settings)}/${gateway.name}`;

function sameHost(own: ServedHost, { resource, view }: LinkedSubject): readonly Finding[] {
  const atPort = gatewayServers(view).hosts.get(own.port);
  if (!atPort) return [];
  const isRival = (one: ServedHost): boolean =>
    !isSameResource(one.gateway, resource, view) && sharesProxies(resource, one.gateway, view);
  const literal = atPort
    .get(own.host)
    ?.find((one) => one.written === own.written && one.bind === own.bind && isRival(one));
  const found = literal ?? rivals(own, atPort).find((one) => collide(own, one) && isRival(one));
  if (!found) return [];
  const what = `Gateway ${nameOf(found.gateway, view)} opens port ${String(own.port)} at the same proxies, for ${literal ? quote(own.written) : `hosts that meet ${quote(own.written)}`} too.`;
  const aliases = [
    ...(literal ? ['IST0145'] : []),
    ...(equal(selector(resource), selector(found.gateway)) ? ['KIA0301'] : []),
  ];
  return [say('MW2108', own, what, { aliases, ...(literal ? {} : { severity: 'info' as const }) })];
}

/** The hosts at a port that may meet this one: those it is under, or, for a wildcard, all. */
function rivals(
  { host }: ServedHost,
  atPort: ReadonlyMap<string, readonly ServedHost[]>,
): readonly ServedHost[] {
  if (host.startsWith('*')) return [...atPort.values()].flat();
  const around = [host, '*', ...hostSuffixes(host).map((suffix) => `*${suffix}`)];
  return around.flatMap((one) => atPort.get(one) ?? []);
}

/** A host that a server before, or the same one before, opens at this port already. */
function sameWithin(
  own: ServedHost,
  before: readonly ServedHost[],
  ofServer: readonly ServedHost[],
): readonly Finding[] {
  const other = before.find((one) => one.port === own.port && one.bind === own.bind && collide(own, one));
  if (!other) return [];
  const alike = other.written === own.written;
  const meets = alike ? '' : `, which meets ${quote(own.written)}`;
  const what = `Port ${String(own.port)} has the host ${quote(other.written)} already${meets}.`;
  const mends = alike && ofServer.length > 1 ? [removing(own.path, `Take ${quote(own.written)} out`)] : [];
  return [say('MW2151', own, what, { mends, ...(alike ? {} : { severity: 'info' as const }) })];
}

function sameCertificate(server: GatewayServer, { resource, view }: LinkedSubject): readonly Finding[] {
  const certificate = certificateOf(server);
  if (certificate === undefined) return [];
  const other = gatewayServers(view)
    .certificates.get(certificate)
    ?.find((one) => !isSameResource(one, resource, view) && labelsMatch(selector(resource), selector(one)));
  if (!other) return [];
  const what = `Gateway ${nameOf(other, view)} shows the same certificate at the same proxies. Browsers that share a connection between hosts of both get 404; serve them from one Gateway.`;
  return [say('MW2109', { path: [...server.path, 'tls'] }, what)];
}
