import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import { at, isFilled, text, type Spot } from '../../spot.ts';
import { isDnsLabel } from '../../values/host-name.ts';
import { isProtocol, protocolNames } from '../../values/protocol.ts';
import { closest, quote } from '../../words.ts';

/** The name of a port, which must be a DNS label. With `needed`, an empty one is a fault too. */
export function portName(port: Spot, needed: boolean): readonly Finding[] {
  const spot = at(port, 'name');
  const name = text(spot);
  if (name === undefined || (name === '' && !needed) || isDnsLabel(name)) return [];
  const meant = name
    .trim()
    .replaceAll(/[^-A-Za-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 63);
  const offered = isDnsLabel(meant) ? meant : (text(at(port, 'protocol')) ?? '').toLowerCase();
  const what =
    name === ''
      ? 'The port needs a name.'
      : `${quote(name)} cannot be the name of a port: use letters, digits and inner hyphens, at most 63.`;
  return [refuse('MW0324', spot, what, { mends: isDnsLabel(offered) ? [setting(spot.path, offered)] : [] })];
}

/** The protocol of a port. With `needed`, an empty one is a fault too; elsewhere it means that the proxy finds out. */
export function portProtocol(port: Spot, needed: boolean): readonly Finding[] {
  const spot = at(port, 'protocol');
  const protocol = text(spot);
  if (protocol === undefined || (!needed && !isFilled(spot)) || isProtocol(protocol)) return [];
  const meant = closest(protocol.trim(), protocolNames);
  const names = protocolNames.filter((name) => name !== 'HTTP_PROXY').join(', ');
  const what =
    protocol === ''
      ? `The port needs a protocol: ${names}.`
      : `Istio has no protocol ${quote(protocol)}${meant ? `; did you mean ${meant}?` : '.'} There are ${names}.`;
  const offered = protocol === '' ? ['HTTP', 'HTTPS', 'TCP'] : meant ? [meant] : ['TCP'];
  return [refuse('MW0325', spot, what, { mends: offered.map((name) => setting(spot.path, name)) })];
}

/** `targetPort` on a port that a proxy opens. The schema has it for the sake of other kinds. */
export function noTargetPort(port: Spot): readonly Finding[] {
  const spot = at(port, 'targetPort');
  if (!isFilled(spot)) return [];
  const what = 'The proxy opens this port itself, so there is no target port.';
  return [
    refuse('MW0326', spot, what, {
      at: 'key',
      mends: [{ title: 'Remove targetPort', steps: [{ kind: 'remove-field', path: spot.path }] }],
    }),
  ];
}
