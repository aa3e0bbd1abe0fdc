import {
  asNumber,
  asText,
  asTexts,
  firstLabel,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  valueAt,
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
import { isSameResource } from './same-resource.ts';

/** Other Gateways that open the same port for the same host at the same proxies, or show the same certificate there. */
export const sameServers: LinkedRule = (subject) => {
  const { resource, view } = subject;
  const others = view.find(key.kind('Gateway')).filter((other) => !isSameResource(other, resource, view));
  const atSame = others.filter((other) => sharesProxies(resource, other, view));
  return serversOf(resource).flatMap((server) => [
    ...sameHost(server, atSame, subject),
    ...sameCertificate(server, others, subject),
    ...sameWithin(server, resource, view),
  ]);
};

const portOf = (server: GatewayServer): number | undefined =>
  asNumber(valueAt(server.value, ['port', 'number']));
const bindOf = (server: GatewayServer): string => asText(member(server.value, 'bind')) ?? '';
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

function sameHost(
  server: GatewayServer,
  others: readonly Resource[],
  { resource, view }: LinkedSubject,
): readonly Finding[] {
  return asTexts(member(server.value, 'hosts')).flatMap((host, index): readonly Finding[] => {
    let found: { readonly other: Resource; readonly literal: boolean } | undefined;
    for (const other of others) {
      for (const theirs of serversOf(other)) {
        if (portOf(theirs) !== portOf(server)) continue;
        for (const its of asTexts(member(theirs.value, 'hosts'))) {
          const literal = its === host && bindOf(theirs) === bindOf(server);
          if (literal) found = { other, literal };
          else if (!found && collide(host, resource, its, other, view)) found = { other, literal };
        }
      }
    }
    if (!found) return [];
    const { other, literal } = found;
    const name = `${namespaceOf(other, view.settings)}/${other.name}`;
    const what = `Gateway ${name} opens port ${String(portOf(server))} at the same proxies, for ${literal ? quote(host) : `hosts that meet ${quote(host)}`} too.`;
    const aliases = [
      ...(literal ? ['IST0145'] : []),
      ...(equal(selector(resource), selector(other)) ? ['KIA0301'] : []),
    ];
    const path = [...server.path, 'hosts', index];
    return [say('MW2108', { path }, what, { aliases, ...(literal ? {} : { severity: 'info' as const }) })];
  });
}

/** A host that a server before, or the same one before, opens at this port already. */
function sameWithin(server: GatewayServer, gateway: Resource, view: MeshView): readonly Finding[] {
  const before = serversOf(gateway)
    .slice(0, server.index)
    .filter((one) => portOf(one) === portOf(server) && bindOf(one) === bindOf(server))
    .flatMap((one) => asTexts(member(one.value, 'hosts')));
  const own = asTexts(member(server.value, 'hosts'));
  return own.flatMap((host, index) => {
    const other = [...before, ...own.slice(0, index)].find((one) =>
      collide(host, gateway, one, gateway, view),
    );
    if (other === undefined) return [];
    const path = [...server.path, 'hosts', index];
    const port = String(portOf(server));
    const alike = other === host;
    const what = alike
      ? `Port ${port} has the host ${quote(host)} already.`
      : `Port ${port} has the host ${quote(other)} already, which meets ${quote(host)}.`;
    const mends = alike && own.length > 1 ? [removing(path, `Take ${quote(host)} out`)] : [];
    return [say('MW2151', { path }, what, { mends, ...(alike ? {} : { severity: 'info' as const }) })];
  });
}

/** Whether a name is meant by both, and both let in a namespace in common. */
function collide(a: string, ofA: Resource, b: string, ofB: Resource, { settings }: MeshView): boolean {
  const [one, other] = [split(a, namespaceOf(ofA, settings)), split(b, namespaceOf(ofB, settings))];
  if (one.namespace !== other.namespace && one.namespace !== '*' && other.namespace !== '*') return false;
  if (one.host === other.host || one.host === '*' || other.host === '*') return true;
  const covers = (wide: string, host: string): boolean =>
    wide.startsWith('*.') && !host.startsWith('*') && host.endsWith(wide.slice(1));
  return covers(one.host, other.host) || covers(other.host, one.host);
}

function split(written: string, own: string): { readonly namespace: string; readonly host: string } {
  const slash = written.indexOf('/');
  const namespace = slash < 0 ? '*' : written.slice(0, slash);
  return { namespace: namespace === '.' ? own : namespace, host: written.slice(slash + 1).toLowerCase() };
}

function certificateOf(server: GatewayServer): string | undefined {
  const tls = member(server.value, 'tls');
  const credential = asText(member(tls, 'credentialName'));
  if (credential) return credential;
  const [chain, privateKey] = [asText(member(tls, 'serverCertificate')), asText(member(tls, 'privateKey'))];
  return chain && privateKey ? `${chain} ${privateKey}` : undefined;
}

function sameCertificate(
  server: GatewayServer,
  others: readonly Resource[],
  { resource, view }: LinkedSubject,
): readonly Finding[] {
  const certificate = certificateOf(server);
  if (certificate === undefined) return [];
  const other = others.find(
    (one) =>
      labelsMatch(selector(resource), selector(one)) &&
      serversOf(one).some((theirs) => certificateOf(theirs) === certificate),
  );
  if (!other) return [];
  const name = `${namespaceOf(other, view.settings)}/${other.name}`;
  const what = `Gateway ${name} shows the same certificate at the same proxies. Browsers that share a connection between hosts of both get 404; serve them from one Gateway.`;
  return [say('MW2109', { path: [...server.path, 'tls'] }, what)];
}
