import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, items, texts, type Spot } from '../../spot.ts';
import { isAddress } from '../../values/address.ts';
import { faultOfSniName, faultOfWildcardName, type Fault } from '../../values/host-name.ts';
import { hostsOverlap } from '../../values/host-overlap.ts';
import { quote } from '../../words.ts';
import { faultAt } from '../names/host-names.ts';
import { appliesToMesh, asksForSni } from './binding.ts';

/** The hosts of a VirtualService: each a name or an address, none for everything in the mesh, no two that overlap. */
export const hosts: SpecRule = ({ spec }) => {
  const written = texts(items(at(spec, 'hosts')));
  const mesh = appliesToMesh(spec);
  const form = !mesh && asksForSni(spec) ? faultOfSniName : faultOfWildcardName;
  const orAddress = (host: string): Fault => (isAddress(host) ? null : form(host));
  const bad = written.flatMap((spot) => faultAt(spot, orAddress(spot.value), orAddress));
  const wild = mesh ? written.filter(({ value }) => value === '*').map(everything) : [];
  return bad.length > 0 || wild.length > 0 ? [...bad, ...wild] : overlaps(written);
};

function everything(spot: Spot): Finding {
  const what =
    'The host "*" would take over all traffic of the mesh, which Istio does not allow. Name the hosts, or bind the rules to a Gateway and leave "mesh" out.';
  return refuse('MW0407', spot, what);
}

function overlaps(written: readonly Spot<string>[]): readonly Finding[] {
  return written.flatMap((spot, index) => {
    const before = written.slice(0, index).find(({ value }) => hostsOverlap(value, spot.value));
    if (!before) return [];
    const what =
      before.value === spot.value
        ? `The host ${quote(spot.value)} stands here twice.`
        : `The hosts ${quote(before.value)} and ${quote(spot.value)} overlap; in one VirtualService each name may be covered once.`;
    const mends = [removing(spot.path, `Remove ${spot.value}`)];
    if (before.value !== spot.value) mends.push(removing(before.path, `Remove ${before.value}`));
    return [refuse('MW0408', spot, what, { mends })];
  });
}
