import type { Finding } from '../../finding.ts';
import { refuse, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, number, text, texts, type Spot } from '../../spot.ts';
import { isUnixAddress } from '../../values/address.ts';
import { quote } from '../../words.ts';
import { noTargetPort, portProtocol } from '../names/port-names.ts';

/** The ports that a Gateway opens. Of what is missing the schema speaks. */
export const serverPorts: SpecRule = ({ spec }) => [
  ...all(spec, 'servers[]').flatMap((server) => {
    const port = at(server, 'port');
    return [
      ...portProtocol(port, true),
      ...noTargetPort(port),
      ...portNumber(server, port),
      ...unnamed(port),
    ];
  }),
  ...namesTwice(texts(all(spec, 'servers[].port.name'))),
];

function portNumber(server: Spot, port: Spot): readonly Finding[] {
  const spot = at(port, 'number');
  // A socket has no number; of one that it has anyway, `bind.ts` speaks.
  if (number(spot) !== 0 || isUnixAddress(text(at(server, 'bind')) ?? '')) return [];
  const meant = (text(at(port, 'protocol')) ?? '').toUpperCase() === 'HTTPS' ? 443 : 80;
  return [
    refuse('MW0703', spot, 'A port has a number from 1 to 65535.', { mends: [setting(spot.path, meant)] }),
  ];
}

function unnamed(port: Spot): readonly Finding[] {
  const spot = at(port, 'name');
  if (text(spot) !== '') return [];
  const protocol = at(port, 'protocol');
  const meant = isFilled(protocol) ? (text(protocol) ?? 'port').toLowerCase() : 'http';
  return [
    refuse('MW0704', spot, 'The port needs a name.', {
      mends: [setting(spot.path, meant, `Name it ${meant}`)],
    }),
  ];
}

function namesTwice(names: readonly Spot<string>[]): readonly Finding[] {
  const seen = new Set<string>();
  const taken = new Set(names.map(({ value }) => value));
  return names.flatMap((name) => {
    if (name.value === '' || !seen.has(name.value)) {
      seen.add(name.value);
      return [];
    }
    let count = 2;
    while (taken.has(`${name.value}-${String(count)}`)) count++;
    const free = `${name.value}-${String(count)}`;
    const what = `Two servers have a port with the name ${quote(name.value)}; in a Gateway each needs its own.`;
    return [refuse('MW0705', name, what, { mends: [setting(name.path, free, `Rename it to ${free}`)] })];
  });
}
