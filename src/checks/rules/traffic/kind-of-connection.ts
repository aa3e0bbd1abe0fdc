import { gatewaysOf, hostsOf, MESH_GATEWAY, type Resource } from '../../../istio/index.ts';
import {
  portsOf,
  RULE_SECTIONS,
  ruleGateways,
  rulesOf,
  type Port,
  type PortClass,
  type RuleSection,
} from '../../../routing/index.ts';
import type { Finding, Mend } from '../../finding.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say } from '../../say.ts';
import { listOf } from '../../words.ts';
import { definersOf } from '../references/known-host.ts';
import { isLookedUp, isOutside } from './entry-facts.ts';

/** What rules of a section are for. Where sidecars find out for themselves, all may apply. */
const SUITS: Readonly<Record<RuleSection, readonly PortClass[]>> = {
  http: ['http', 'auto'],
  tls: ['tls', 'auto'],
  tcp: ['tcp', 'auto'],
};

/** Rules for the mesh of a kind that none of the ports of its hosts has. */
export const kindOfConnection: LinkedRule = (subject) => {
  const { resource, view, namespace } = subject;
  if (!gatewaysOf(resource, view.settings).includes(MESH_GATEWAY)) return [];
  const hosts = hostsOf(resource, view.settings);
  const definers = hosts.map((host) => definersOf(view, host, namespace));
  const ports = definers.flat().flatMap(portsOf);
  // One host that nobody knows may have any port.
  if (!hosts.length || definers.some((some) => !some.length) || !ports.length) return [];
  const rules = rulesOf(resource).filter((rule) => ruleGateways(resource, rule, view).includes(MESH_GATEWAY));
  return RULE_SECTIONS.flatMap((section) => {
    const used = rules.some((rule) => rule.section === section);
    if (!used || ports.some((port) => SUITS[section].includes(port.class))) return [];
    return [section === 'http' ? unseen(ports, definers.flat()) : another(section, ports)];
  });
};

function portWords(ports: readonly Port[]): string {
  const each = [...new Set(ports.map(({ number, protocol }) => `${String(number)} ${protocol}`))];
  return `${each.length === 1 ? 'the port' : 'the ports'} ${listOf(each, 'and')}`;
}

function unseen(ports: readonly Port[], definers: readonly Resource[]): Finding {
  const what = `The hosts of these rules have ${portWords(ports)}, and no port of HTTP. Sidecars pass such connections on without looking into them: a call by https:// is neither matched nor changed by the rules. For that the app calls by plain http://, at a port declared as HTTP, and a DestinationRule has the proxy open TLS.`;
  const entry = definers.find((definer) => isOutside(definer) && isLookedUp(definer) && !definer.assumed);
  const tls = entry && portsOf(entry).find((port) => port.class === 'tls');
  const mends: Mend[] = [];
  if (entry && tls && !portsOf(entry).some(({ number, name }) => number === 80 || name === 'http')) {
    const value = { number: 80, name: 'http', protocol: 'HTTP', targetPort: tls.number };
    const path = ['spec', 'ports', portsOf(entry).length];
    mends.push({
      title: `Add port 80 of HTTP to ServiceEntry ${entry.name}`,
      steps: [{ kind: 'elsewhere', operation: { kind: 'set-field', resource: entry.id, path, value } }],
    });
  }
  return say('MW3201', { path: ['spec', 'http'] }, what, { at: 'key', mends });
}

function another(section: 'tls' | 'tcp', ports: readonly Port[]): Finding {
  const kind = section === 'tls' ? 'TLS that is passed on' : 'plain bytes';
  const meant = ports.some((port) => port.class === 'http')
    ? ' Requests there are routed by "http" rules.'
    : ports.some((port) => port.class === 'tls')
      ? ' Connections there are routed by "tls" rules.'
      : '';
  const what = `The hosts of these rules have ${portWords(ports)}, and none is for ${kind}, so the rules apply to nothing.${meant}`;
  return say('MW3202', { path: ['spec', section] }, what, { at: 'key' });
}
