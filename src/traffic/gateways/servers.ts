import {
  asLabels,
  asList,
  asNumber,
  asText,
  asTexts,
  key,
  labelsMatch,
  member,
  namespaceOf,
  selectorOf,
  specOf,
  valueAt,
  type Labels,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import {
  portsOf,
  protocolClass,
  remember,
  serversOf,
  type GatewayServer,
  type PortClass,
} from '../../routing/index.ts';
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

/**
 * The servers of a port at a gateway proxy: of all Gateways that select it, in whatever namespace; the oldest first. A
 * Gateway says ports of the Service before its pods; what arrives at the port behind one of these is for its servers too.
 */
export const serversAt = (view: MeshView, client: Client, port: number): readonly Server[] =>
  remember(view, `servers ${port} ${client.namespace} ${JSON.stringify(client.labels)}`, () => {
    const direct = serversOn(view, client, (number) => number === port);
    if (direct.length) return direct;
    const before = servicePorts(view, client, port);
    return before.size ? serversOn(view, client, (number) => before.has(number)) : direct;
  });

const UNTRANSLATED = ['metadata', 'labels', 'experimental.istio.io/disable-gateway-port-translation'];

/** The ports of the Services before a gateway's pods that lead to one of the pods'. */
function servicePorts(view: MeshView, client: Client, target: number): ReadonlySet<number> {
  const fronting = [...view.find(key.kind('Service')), ...view.find(key.kind('ServiceEntry'))].filter(
    (service) =>
      namespaceOf(service, view.settings) === client.namespace &&
      asText(valueAt(service.value, UNTRANSLATED)) !== 'true' &&
      selectors(service).some((labels) => labelsMatch(labels, client.labels)),
  );
  return new Set(fronting.flatMap(portsOf).flatMap((each) => (each.target === target ? [each.number] : [])));
}

/** The labels by which a service means its endpoints; an endpoint that is written down means itself by its own. */
const selectors = (service: Resource): readonly Labels[] =>
  [
    selectorOf(service) ?? {},
    ...asList(member(specOf(service), 'endpoints')).map((endpoint) => asLabels(member(endpoint, 'labels'))),
  ].filter((labels) => Object.keys(labels).length > 0);

function serversOn(view: MeshView, client: Client, isWanted: (port: number) => boolean): readonly Server[] {
  const gateways = view
    .find(key.kind('Gateway'))
    .filter((gateway) => labelsMatch(selectorOf(gateway) ?? {}, client.labels));
  const servers = gateways.flatMap((gateway) =>
    serversOf(gateway).flatMap((server): readonly Server[] => {
      const number = asNumber(member(member(server.value, 'port'), 'number'));
      if (number === undefined || !isWanted(number)) return [];
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

/**
 * Plaintext servers of a port share it, and so do TLS servers of different hosts; what does not go with the first is left
 * out. One with TLS settings goes as a whole as soon as one of its hosts is taken by another that has some.
 * https://github.com/istio/istio/blob/master/pilot/pkg/model/gateway.go (mergeGateways)
 */
function compatible(servers: readonly Server[]): readonly Server[] {
  const kept: Server[] = [];
  const claimed = new Set<string>();
  for (const server of servers) {
    if (member(server.value, 'tls')) {
      const names = claimedNames(server);
      if (names.some((name) => claimed.has(name))) continue;
      names.forEach((name) => claimed.add(name));
    }
    const [first] = kept;
    const sharing = (one: Server): string =>
      one.class === 'http' || one.class === 'tls'
        ? one.class
        : `${one.class} ${String(one.path)}${one.gatewayName}`;
    if (first && sharing(first) !== sharing(server)) continue;
    kept.push(server);
  }
  return kept;
}

/** The hosts of a server as istiod compares them: with the namespace that they are for, and the address it binds. */
const claimedNames = ({ value, gatewayName }: Server): readonly string[] => {
  const own = gatewayName.slice(0, gatewayName.indexOf('/'));
  const bind = asText(member(value, 'bind')) ?? '';
  return asTexts(member(value, 'hosts')).map(
    (host) => `${bind} ${host.replace(/^\.\//, `${own}/`).replace(/^\*\//, '')}`,
  );
};

/** Whether TLS ends at the server. */
export const isTerminated = ({ tlsMode }: Server): boolean =>
  tlsMode !== null && !tlsMode.endsWith('PASSTHROUGH');

/** Whether a client has to show a certificate. */
export const wantsCertificate = ({ tlsMode }: Server): boolean =>
  tlsMode === 'MUTUAL' || tlsMode === 'ISTIO_MUTUAL';
