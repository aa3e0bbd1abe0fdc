import type { Finding } from '../../finding.ts';
import { removing, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, text, type Spot } from '../../spot.ts';
import { isHttpLike } from '../../values/protocol.ts';
import { connectionPool } from '../destination-rule/connection-pool.ts';

/** Limits for traffic that comes in. */
export const pools: SpecRule = ({ spec }) => [
  ...all(spec, 'inboundConnectionPool').flatMap(connectionPool),
  ...all(spec, 'ingress[].connectionPool').flatMap(connectionPool),
  ...all(spec, 'ingress[]').flatMap(unread),
];

function unread(listener: Spot): readonly Finding[] {
  const http = at(listener, 'connectionPool', 'http');
  const port = at(listener, 'port');
  const protocol = text(at(port, 'protocol')) ?? '';
  if (!isPresent(http) || !isPresent(port) || isHttpLike(protocol)) return [];
  const what = `Limits for HTTP count where the port says that it is HTTP, and this one ${protocol === '' ? 'says nothing' : `is ${protocol}`}: only those under "tcp" apply.`;
  const mends = [
    setting([...port.path, 'protocol'], 'HTTP', 'Set the protocol to HTTP'),
    removing(http.path),
  ];
  return [say('MW0806', http, what, { at: 'key', mends })];
}
