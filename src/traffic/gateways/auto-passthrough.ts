import { hostMatches } from '../../istio/index.ts';
import { clusterOf } from '../clusters/cluster.ts';
import type { Destination } from '../outcome.ts';
import type { Walk } from '../walk.ts';
import type { Server } from './servers.ts';

/** `outbound_.80_.v1_.a.shop.svc.cluster.local`: how proxies of the mesh call a cluster of each other in SNI. */
const NAME = /^outbound_\.(\d+)_\.([^_]*)_\.(.+)$/;

export const passesByName = ({ tlsMode }: Server): boolean => tlsMode === 'AUTO_PASSTHROUGH';

/**
 * The cluster that a name in SNI spells, at a server that passes TLS on to whatever it spells: a host of the mesh itself
 * that the server is for, with that port and subset. Undefined where there is none.
 */
export function spelledOut(walk: Walk, server: Server, sni: string | null): Destination | undefined {
  const { view, scope } = walk;
  const [, number = '', subset = '', host = ''] = NAME.exec(sni ?? '') ?? [];
  const service = scope.services.get(host);
  if (!service || service.external || !server.hosts.some((each) => hostMatches(each, host))) return undefined;
  const cluster = clusterOf(view, scope, { host, port: Number(number), subset: subset || null });
  if (cluster.missing) return undefined;
  return {
    cluster: sni ?? '',
    host,
    port: Number(number),
    ...(subset && { subset }),
    weight: 100,
    exists: true,
    tls: { mode: 'none' },
  };
}

/** Whether the server has any way at all: a host of the mesh that it is for. */
export const hasNames = ({ scope }: Walk, server: Server): boolean =>
  [...scope.services.values()].some(
    ({ external, host }) => !external && server.hosts.some((each) => hostMatches(each, host)),
  );
