import {
  asList,
  asNumber,
  gatewaysOf,
  hostsOf,
  member,
  MESH_GATEWAY,
  valueAt,
} from '../../../istio/index.ts';
import {
  boundHosts,
  gatewayNamed,
  isDelegate,
  portsOf,
  readProxyMatch,
  rulesOf,
  serversOf,
} from '../../../routing/index.ts';
import type { LinkedRule, LinkedSubject } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { listOf } from '../../words.ts';
import { definersOf } from '../references/known-host.ts';

/** Ports that matches ask for, where neither the hosts nor the Gateways have them. */
export const matchPorts: LinkedRule = (subject) => {
  const { resource, view, namespace } = subject;
  if (isDelegate(resource)) return [];
  const own = gatewaysOf(resource, view.settings);
  return rulesOf(resource).flatMap((rule) =>
    asList(member(rule.value, 'match')).flatMap((match, index) => {
      const port = asNumber(member(match, 'port'));
      if (!port) return [];
      const asked = readProxyMatch(match, namespace).gateways;
      const places = asked.length ? own.filter((gateway) => asked.includes(gateway)) : own;
      const open = places.map((gateway) => portsAt(gateway, subject));
      // Hosts that sidecars do not know they route at port 80.
      const byChance = rule.section === 'http' && port === 80 && places.includes(MESH_GATEWAY);
      if (!open.length || byChance || open.some((ports) => !ports || ports.includes(port))) return [];
      const there = [...new Set(open.flatMap((ports) => ports ?? []))].sort((a, b) => a - b);
      const where = places.every((gateway) => gateway === MESH_GATEWAY)
        ? 'the hosts of this VirtualService have'
        : places.includes(MESH_GATEWAY)
          ? 'its hosts and its Gateways have'
          : 'its Gateways listen for these hosts at';
      const path = [...rule.path, 'match', index, 'port'];
      const what = `This match is for port ${String(port)}, and ${where} ${there.length ? `only ${listOf(there.map(String), 'and')}` : 'none'}: it is never true.`;
      return [say('MW3005', { path }, what, { mends: [removing(path, 'Match at any port')] })];
    }),
  );
};

/** The ports at which requests for the hosts can come in; undefined where that is not known. */
function portsAt(
  gateway: string,
  { resource, view, namespace }: LinkedSubject,
): readonly number[] | undefined {
  if (gateway === MESH_GATEWAY) {
    const definers = hostsOf(resource, view.settings).map((host) => definersOf(view, host, namespace));
    if (!definers.length || definers.some((some) => !some.length)) return undefined;
    const ports = definers.flat().flatMap(portsOf);
    return ports.length ? ports.map(({ number }) => number) : undefined;
  }
  const found = gatewayNamed(view, gateway);
  if (!found) return undefined;
  return serversOf(found)
    .filter((server) => boundHosts(resource, found, server, view).length)
    .flatMap((server) => asNumber(valueAt(server.value, ['port', 'number'])) ?? []);
}
