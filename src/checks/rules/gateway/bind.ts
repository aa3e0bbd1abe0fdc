import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, texts, type Spot } from '../../spot.ts';
import { faultOfUnixAddress, isAddress, isUnixAddress } from '../../values/address.ts';
import { quote } from '../../words.ts';

/** Where a Gateway listens: at an IP address, or at a socket, which has no port. */
export const bind: SpecRule = ({ spec }) =>
  all(spec, 'servers[]').flatMap((server) =>
    texts([at(server, 'bind')])
      .filter(isFilled)
      .flatMap((spot) =>
        isUnixAddress(spot.value) ? socket(spot, at(server, 'port', 'number')) : address(spot),
      ),
  );

function socket(spot: Spot<string>, number: Spot): readonly Finding[] {
  const fault = faultOfUnixAddress(spot.value);
  const found = fault ? [badSocket(spot, fault)] : [];
  if (!isFilled(number)) return found;
  const what = 'A socket has no port number; write 0.';
  return [...found, refuse('MW0707', number, what, { mends: [setting(number.path, 0)] })];
}

/** A socket that cannot be; Sidecars have them too. */
export function badSocket(spot: Spot<string>, fault: string): Finding {
  const meant = spot.value.replace(/^unix:\/\/(?=[^/@])/, 'unix:///').replace(/\/+$/, '');
  const mends = faultOfUnixAddress(meant) === null && isUnixAddress(meant) ? [setting(spot.path, meant)] : [];
  return refuse('MW0706', spot, `${quote(spot.value)} is no socket: ${fault}.`, { mends });
}

/** An address to listen at; Sidecars have them too. */
export function address(spot: Spot<string>): readonly Finding[] {
  if (isAddress(spot.value)) return [];
  const plain = spot.value
    .trim()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+)[:/]\d+$/, '$1');
  const mends = isAddress(plain) ? [setting(spot.path, plain)] : [];
  const what = `${quote(spot.value)} is no IP address to listen at.`;
  return [
    refuse('MW0706', spot, what, { mends: [...mends, removing(spot.path, 'Listen at all addresses')] }),
  ];
}
