import {
  asTexts,
  gatewaysOf,
  hostMatches,
  member,
  MESH_GATEWAY,
  namespaceOf,
  resolveHost,
} from '../../../istio/index.ts';
import { boundHosts, gatewayNamed, serversOf } from '../../../routing/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { removing, say } from '../../say.ts';
import { at, items, texts } from '../../spot.ts';
import { listOf, quote } from '../../words.ts';

/** Hosts of a VirtualService that none of its Gateways serves, beside others that they serve. */
export const uncoveredHosts: LinkedRule = ({ resource, spec, view, namespace }) => {
  const names = gatewaysOf(resource, view.settings);
  const gateways = names.flatMap((name) => gatewayNamed(view, name) ?? []);
  const hosts = texts(items(at(spec, 'hosts'))).filter(({ value }) => value !== '');
  if (names.includes(MESH_GATEWAY) || gateways.length < names.length || hosts.length < 2) return [];
  const served = gateways.flatMap((gateway) =>
    serversOf(gateway).flatMap((server) => boundHosts(resource, gateway, server, view)),
  );
  if (!served.length) return [];
  return hosts
    .filter(({ value }) => {
      const host = resolveHost(value, namespace, view.settings.clusterDomain);
      return !served.some((one) => hostMatches(one, host));
    })
    .map((spot) => {
      const offered = gateways.flatMap((gateway) =>
        serversOf(gateway).flatMap(({ value }) => asTexts(member(value, 'hosts'))),
      );
      const where = listOf(
        gateways.map((gateway) => `${namespaceOf(gateway, view.settings)}/${gateway.name}`),
        'and',
      );
      const what = `Gateway ${where} serves ${listOf([...new Set(offered)].slice(0, 4).map(quote), 'and')}, and not ${quote(spot.value)}: no request for it arrives here.`;
      return say('MW3215', spot, what, { mends: [removing(spot.path, 'Remove the host')] });
    });
};
