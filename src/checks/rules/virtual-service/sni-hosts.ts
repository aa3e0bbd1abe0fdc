import type { Finding } from '../../finding.ts';
import { refuse, removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, items, texts, type Spot } from '../../spot.ts';
import { isAddress } from '../../values/address.ts';
import { faultOfSniName, faultOfWildcardName } from '../../values/host-name.ts';
import { coveredBy } from '../../values/host-overlap.ts';
import { listOf, quote } from '../../words.ts';
import { faultAt } from '../names/host-names.ts';
import { namesMesh } from './binding.ts';

/** The names that TLS rules ask for. Here, other than for `hosts`, no gateways at all counts as bound to gateways. */
export const sniHosts: SpecRule = ({ spec }) => {
  const form = namesMesh(at(spec, 'gateways')) ? faultOfWildcardName : faultOfSniName;
  const hosts = texts(items(at(spec, 'hosts'))).map(({ value }) => value);
  return texts(all(spec, 'tls[].match[].sniHosts[]')).flatMap((spot) => {
    const fault = form(spot.value);
    if (fault && isAddress(spot.value)) return [address(spot)];
    return fault ? faultAt(spot, fault, form) : outside(spot, hosts);
  });
};

function address(spot: Spot<string>): Finding {
  const message = `${quote(spot.value)} is an address. Clients send names here, not addresses, so hardly any connection matches.`;
  return say('MW0441', spot, message, { mends: [removing(spot.path, 'Remove the address')] });
}

function outside(spot: Spot<string>, hosts: readonly string[]): readonly Finding[] {
  if (hosts.some((host) => coveredBy(spot.value, host))) return [];
  // Without hosts this is a delegate, which cannot have TLS rules; that is said once already.
  if (hosts.length === 0) return [];
  const what = `The name ${quote(spot.value)} is not among the hosts of this VirtualService (${listOf(hosts.slice(0, 5), 'and')}), so its rules could never apply to it. Add it to "hosts".`;
  const mends = [
    {
      title: `Add ${spot.value} to hosts`,
      steps: [{ kind: 'set-field' as const, path: ['spec', 'hosts', hosts.length], value: spot.value }],
    },
    removing(spot.path, 'Remove it here'),
  ];
  return [refuse('MW0442', spot, what, { mends })];
}
