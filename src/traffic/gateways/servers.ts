import {
  asNumber,
  asText,
  asTexts,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { protocolClass, serversOf, type GatewayServer, type PortClass } from '../../routing/index.ts';
import type { Client } from '../scope/scope.ts';

/** A server of a Gateway that a gateway proxy serves. */
export interface Server extends GatewayServer {
  readonly gateway: Resource;
  /** `namespace/name`, as VirtualServices name it. */
  readonly gatewayName: string;
  readonly port: number;
  readonly class: PortClass;
  /** How TLS is treated; null on a plaintext server. The enum's zero is PASSTHROUGH. */
  readonly tlsMode: string | null;
  readonly hosts: readonly string[];
}

/** The ports of a Gateway's servers, each once. */
export const serverPorts = (gateway: Resource): readonly number[] => [
  ...new Set(
    serversOf(gateway).flatMap(({ value }) => asNumber(member(member(value, 'port'), 'number')) ?? []),
  ),
];

const hostOf = (written: string): string => written.slice(written.indexOf('/') + 1).toLowerCase();

/** The servers of a port at a gateway proxy: of all Gateways that select it, in whatever namespace; the oldest first. */
export function serversAt(view: MeshView, client: Client, port: number): readonly Server[] {
  const gateways = view
    .find(key.kind('Gateway'))
    .filter((gateway) => labelsMatch(selectorOf(gateway) ?? {}, client.labels));
  const servers = gateways.flatMap((gateway) =>
    serversOf(gateway).flatMap((server): readonly Server[] => {
      const number = asNumber(member(member(server.value, 'port'), 'number'));
      if (number !== port) return [];
      const protocol = (asText(member(member(server.value, 'port'), 'protocol')) ?? '').toUpperCase();
      const kind = protocolClass(protocol);
      return [
        {
          ...server,
          gateway,
          gatewayName: `${namespaceOf(gateway, view.settings)}/${gateway.name}`,
          port: number,
          class: kind,
          tlsMode:
            kind === 'tls' ? (asText(member(member(server.value, 'tls'), 'mode')) ?? 'PASSTHROUGH') : null,
          hosts: asTexts(member(server.value, 'hosts')).map(hostOf),
        },
      ];
    }),
  );
  return compatible(servers);
}

/** Plaintext servers of a port share it, and so do TLS servers of different hosts; what does not go with the first is left out. */
function compatible(servers: readonly Server[]): readonly Server[] {
  const kept: Server[] = [];
  const claimed = new Set<string>();
  for (const server of servers) {
    const [first] = kept;
    const sharing = (one: Server): string =>
      one.class === 'http' || one.class === 'tls'
        ? one.class
        : `${one.class} ${String(one.path)}${one.gatewayName}`;
    if (first && sharing(first) !== sharing(server)) continue;
    if (server.class === 'tls') {
      const hosts = server.hosts.filter((host) => !claimed.has(host));
      hosts.forEach((host) => claimed.add(host));
      if (hosts.length) kept.push({ ...server, hosts });
    } else kept.push(server);
  }
  return kept;
}

/** Whether TLS ends at the server. */
export const isTerminated = ({ tlsMode }: Server): boolean =>
  tlsMode !== null && !tlsMode.endsWith('PASSTHROUGH');
