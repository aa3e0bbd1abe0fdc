import { asText, key, member, MESH_GATEWAY, valueAt, type Resource } from '../../../istio/index.ts';
import {
  boundHosts,
  gatewayNamed,
  protocolClass,
  RULE_SECTIONS,
  ruleGateways,
  rulesOf,
  serversOf,
  type GatewayServer,
  type RuleSection,
} from '../../../routing/index.ts';
import type { Finding } from '../../finding.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { listOf, quote } from '../../words.ts';

/** The rules that apply to what a server takes; undefined where it routes by other means than rules. */
export function sectionOf({ value }: GatewayServer): RuleSection | undefined {
  const protocol = asText(valueAt(value, ['port', 'protocol'])) ?? '';
  // An absent mode is the enum's zero.
  const mode = asText(valueAt(value, ['tls', 'mode'])) ?? 'PASSTHROUGH';
  switch (protocolClass(protocol)) {
    case 'http':
      return 'http';
    case 'tls':
      if (mode === 'AUTO_PASSTHROUGH') return undefined;
      if (mode === 'PASSTHROUGH') return 'tls';
      return protocol.toUpperCase() === 'HTTPS' ? 'http' : 'tcp';
    default:
      return 'tcp';
  }
}

/** Rules at a Gateway of a kind that none of its servers for the hosts is for. */
export const gatewayKinds: LinkedRule = (subject) => {
  const { resource, view } = subject;
  const rules = rulesOf(resource);
  const gateways = new Set(rules.flatMap((rule) => ruleGateways(resource, rule, view)));
  return [...gateways].flatMap((name) => {
    const gateway = name === MESH_GATEWAY ? undefined : gatewayNamed(view, name);
    if (!gateway) return [];
    const servers = serversOf(gateway).filter((server) => boundHosts(resource, gateway, server, view).length);
    const kinds = new Set(servers.map(sectionOf));
    if (!servers.length) return [];
    return RULE_SECTIONS.filter(
      (section) =>
        !kinds.has(section) &&
        rules.some((rule) => rule.section === section && ruleGateways(resource, rule, view).includes(name)) &&
        // What is for another of its gateways, too, is for that one.
        !rules.every((rule) => rule.section !== section || suitsElsewhere(rule, section, name, subject)),
    ).map((section) => useless(section, gateway, servers));
  });
};

function suitsElsewhere(
  rule: ReturnType<typeof rulesOf>[number],
  section: RuleSection,
  but: string,
  { resource, view }: LinkedSubject,
): boolean {
  return ruleGateways(resource, rule, view).some((name) => {
    if (name === but) return false;
    if (name === MESH_GATEWAY) return true;
    const gateway = gatewayNamed(view, name);
    return (
      !gateway ||
      serversOf(gateway).some(
        (server) => sectionOf(server) === section && boundHosts(resource, gateway, server, view).length > 0,
      )
    );
  });
}

const DOES: Readonly<Record<RuleSection, string>> = {
  http: 'take requests, for which "http" rules are',
  tls: 'pass TLS through, for which "tls" rules are',
  tcp: 'take plain bytes, for which "tcp" rules are',
};

function useless(section: RuleSection, gateway: Resource, servers: readonly GatewayServer[]): Finding {
  const kinds = [...new Set(servers.flatMap((server) => sectionOf(server) ?? []))].map((kind) => DOES[kind]);
  const unsaid = servers.some(
    ({ value }) =>
      sectionOf({ value, index: 0, path: [] }) === 'tls' &&
      member(member(value, 'tls'), 'mode') === undefined,
  );
  const hint =
    unsaid && section === 'http'
      ? ' Without "tls.mode" a server passes TLS through; to read requests it needs SIMPLE and a certificate.'
      : '';
  const deeds = kinds.length ? listOf(kinds, 'and') : 'pass connections on by other means';
  const what = `The servers of Gateway ${quote(gateway.name)} for these hosts ${deeds}. The "${section}" rules apply to nothing there.${hint}`;
  return say('MW3213', { path: ['spec', section] }, what, { at: 'key' });
}

/** Servers of a Gateway that no VirtualService brings routes to. */
export const servedHosts: LinkedRule = ({ resource, view, namespace }) => {
  const bound = view.find(key.bound(`${namespace}/${resource.name}`));
  return serversOf(resource).flatMap((server) => {
    if (valueAt(server.value, ['tls', 'httpsRedirect']) === true) return [];
    if (asText(valueAt(server.value, ['tls', 'mode'])) === 'AUTO_PASSTHROUGH') return [];
    if (bound.some((one) => boundHosts(one, resource, server, view).length)) return [];
    const why = bound.length
      ? 'Those that are bound to this Gateway have other hosts.'
      : 'None is bound to this Gateway.';
    const what = `No VirtualService has routes for the hosts of this server. ${why} ${sectionOf(server) === 'http' ? 'Requests end in 404.' : 'Connections are refused.'}`;
    return [say('MW3214', { path: [...server.path, 'hosts'] }, what, { at: 'key' })];
  });
};
