import type { Finding } from '../../finding.ts';
import { refuse, removing, setting } from '../../say.ts';
import { at, isPresent, text, type Spot } from '../../spot.ts';
import { faultOfUnixAddress } from '../../values/address.ts';
import { quote } from '../../words.ts';

/** A workload at a Unix socket: a path, and no ports beside it. */
export function socket(workload: Spot): readonly Finding[] {
  const spot = at(workload, 'address');
  const address = text(spot) ?? '';
  // The schema refuses the slash at the end even of a name that is no path.
  const fault = faultOfUnixAddress(address) ?? (address.endsWith('/') ? 'it ends with a slash' : null);
  const trimmed = address.replace(/\/+$/, '');
  const meant =
    faultOfUnixAddress(trimmed) === null
      ? trimmed
      : address.replace(/^unix:\/\/(?=[^/@])/, 'unix:///').replace(/\/+$/, '');
  const mends = meant !== address && faultOfUnixAddress(meant) === null ? [setting(spot.path, meant)] : [];
  const found = fault ? [refuse('MW0622', spot, `${quote(address)} is no socket: ${fault}.`, { mends })] : [];
  const ports = at(workload, 'ports');
  if (!isPresent(ports)) return found;
  const what = 'A socket has no ports of its own, so "ports" cannot stand beside it.';
  return [...found, refuse('MW0623', ports, what, { at: 'key', mends: [removing(ports.path)] })];
}
