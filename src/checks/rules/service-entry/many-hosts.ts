import type { Finding } from '../../finding.ts';
import { refuse, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, items, text, type Spot } from '../../spot.ts';
import { isHttpLike, isTcpLike, isTlsLike } from '../../values/protocol.ts';
import { byDns, resolutionOf } from './resolution.ts';

/** Several hosts on ports where nothing in the traffic tells them apart. */
export const manyHosts: SpecRule = ({ spec }) => {
  const resolution = resolutionOf(spec);
  if (items(at(spec, 'hosts')).length < 2 || resolution === undefined || resolution === 'NONE') return [];
  const ports = all(spec, 'ports[]');
  return [
    ...indistinct(ports),
    ...(byDns(resolution) && isFilled(at(spec, 'addresses')) ? oneAddress(ports) : []),
  ];
};

const protocolOf = (port: Spot): string | undefined => {
  const spot = at(port, 'protocol');
  return isPresent(spot) ? text(spot) : '';
};

function indistinct(ports: readonly Spot[]): readonly Finding[] {
  const port = ports.find((each) => {
    const protocol = protocolOf(each);
    return protocol !== undefined && !isHttpLike(protocol) && !isTlsLike(protocol);
  });
  if (!port) return [];
  const what = `Only HTTP and TLS say which host is meant, and this port ${protocolOf(port) === '' ? 'does not say that it is one of them' : `is ${protocolOf(port) ?? ''}`}. Write one ServiceEntry for each host, or a protocol that names hosts.`;
  const mends = ['HTTP', 'TLS'].map((protocol) => ({
    title: `Set the protocol to ${protocol}`,
    steps: [{ kind: 'set-field' as const, path: [...port.path, 'protocol'], value: protocol }],
  }));
  return [refuse('MW0615', port, what, { at: 'key', mends })];
}

function oneAddress(ports: readonly Spot[]): readonly Finding[] {
  const port = ports.find((each) => isTcpLike(protocolOf(each) ?? ''));
  if (!port) return [];
  const what =
    'Several hosts share these addresses, and connections to this port are told apart by address only. All go to one of the hosts. Write one ServiceEntry for each host.';
  return [say('MW0616', port, what, { at: 'key' })];
}
