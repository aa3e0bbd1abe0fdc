import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isPresent, text, texts, type Spot } from '../../spot.ts';
import { isAddress } from '../../values/address.ts';
import { faultOfName } from '../../values/host-name.ts';
import { quote } from '../../words.ts';
import { faultAt } from '../names/host-names.ts';
import { policiesOf } from './policies.ts';

/** Tunnels: to where, and how. Of the port the schema speaks. */
export const tunnel: SpecRule = ({ spec }) =>
  policiesOf(spec).flatMap((policy) => {
    const spot = at(policy, 'tunnel');
    // Beside the PROXY protocol neither is read.
    if (!isPresent(spot) || isPresent(at(policy, 'proxyProtocol'))) return [];
    return [...protocol(at(spot, 'protocol')), ...texts([at(spot, 'targetHost')]).flatMap(host)];
  });

function protocol(spot: Spot): readonly Finding[] {
  const written = text(spot);
  if (written === undefined || ['', 'CONNECT', 'POST'].includes(written)) return [];
  const what = `A tunnel is opened by CONNECT or POST, not by ${quote(written)}.`;
  const meant = written.toUpperCase() === 'POST' ? 'POST' : 'CONNECT';
  return [refuse('MW0520', spot, what, { mends: [setting(spot.path, meant)] })];
}

const nameOrAddress = (host: string): string | null => (isAddress(host) ? null : faultOfName(host));

const host = (spot: Spot<string>): readonly Finding[] =>
  faultAt(spot, nameOrAddress(spot.value), nameOrAddress);
