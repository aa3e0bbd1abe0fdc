import {
  asTexts,
  gatewaysOf,
  hostMatches,
  hostsOf,
  isWildcard,
  labelsMatch,
  MESH_GATEWAY,
  member,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { boundHosts, gatewayNamed, isVisible, type PortClass, type ProxyMatch } from '../../routing/index.ts';
import { isTerminated, serversAt, serverPorts, wantsCertificate } from '../gateways/servers.ts';
import { withoutPort, type Caller, type PlainRequest } from '../request.ts';
import { clientIn, scopeOf } from '../scope/scope.ts';
import { gatewayProxies, sidecars } from './callers.ts';

/** Where requests have to arrive so that a rule is asked at all. */
export interface Approach {
  readonly caller: Caller;
  /** Whether another caller will do as well. */
  readonly fits: (caller: Caller) => boolean;
  readonly port: number;
  /** What goes over the wire. */
  readonly bytes: 'http' | 'tls' | 'tcp';
  /** The client has to show a certificate. */
  readonly mutual?: boolean;
  /** A name to ask for, and what may stand in its place. */
  readonly host: string;
  readonly hosts: readonly string[];
}

/** Names under one are many: these are tried. */
const MOST_NAMES = 4;

/** A name that a host covers. */
export const nameUnder = (host: string): string =>
  host === '*' ? 'any.example' : isWildcard(host) ? `www${host.slice(1).replace(/^(?!\.)/, '.')}` : host;

/** What of a service's ports a section of rules is about. */
const CLASSES: Readonly<Record<string, readonly PortClass[]>> = {
  http: ['http', 'auto'],
  tls: ['tls'],
  tcp: ['tcp', 'auto'],
};
const BYTES: Readonly<Record<string, Approach['bytes']>> = { http: 'http', tls: 'tls', tcp: 'tcp' };

/** The ways to a rule of a VirtualService (with hosts), the most usual first. `names` are those that it asks for, where it does. */
export function approaches(
  view: MeshView,
  virtualService: Resource,
  section: string,
  asks: ProxyMatch,
  names: readonly string[] = hostsOf(virtualService, view.settings),
): readonly Approach[] {
  const bound = gatewaysOf(virtualService, view.settings);
  const at = asks.gateways.length ? bound.filter((gateway) => asks.gateways.includes(gateway)) : bound;
  return at.flatMap((gateway) =>
    gateway === MESH_GATEWAY
      ? inMesh(view, virtualService, section, asks, names)
      : atGateway(view, virtualService, section, asks, names, gateway),
  );
}

function inMesh(
  view: MeshView,
  virtualService: Resource,
  section: string,
  asks: ProxyMatch,
  names: readonly string[],
): readonly Approach[] {
  // Where an http match names gateways, istiod does not ask where calls come from.
  const free = section === 'http' && asks.gateways.length > 0;
  const asked = {
    namespace: free ? null : asks.sourceNamespace,
    labels: free ? {} : asks.sourceLabels,
  };
  const fits = (caller: Caller): boolean =>
    caller.kind === 'sidecar' &&
    (asked.namespace === null || asked.namespace === caller.namespace) &&
    labelsMatch(asked.labels, caller.labels ?? {}) &&
    isVisible(virtualService, caller.namespace, view.settings);
  return sidecars(view, virtualService, asked).flatMap((caller) =>
    names
      .slice(0, MOST_NAMES)
      .flatMap((host) =>
        namesAndPorts(view, caller, host, section).map(([name, port]) => ({
          caller,
          fits,
          port,
          bytes: BYTES[section] ?? 'tcp',
          host: name,
          hosts: [host],
        })),
      )
      .filter(({ port }) => asks.port === null || asks.port === port),
  );
}

/** The names under a host that a sidecar knows, with their ports of the right kind; and port 80, where rules serve names that nobody defines. */
function namesAndPorts(
  view: MeshView,
  caller: Caller,
  host: string,
  section: string,
): readonly (readonly [name: string, port: number])[] {
  const scope = scopeOf(view, clientIn(view, caller));
  const known = scope.services.get(host.toLowerCase());
  const services = isWildcard(host)
    ? [...scope.services.values()].filter((service) => hostMatches(service.host, host)).slice(0, MOST_NAMES)
    : known
      ? [known]
      : [...scope.services.values()].filter(
          (service) => isWildcard(service.host) && hostMatches(service.host, host),
        );
  const found = services.flatMap((service) =>
    service.ports
      .filter(({ class: kind }) => CLASSES[section]?.includes(kind))
      .map(({ number }) => [isWildcard(host) ? nameUnder(service.host) : host, number] as const),
  );
  return section === 'http' ? [...found, [nameUnder(host), 80]] : found;
}

function atGateway(
  view: MeshView,
  virtualService: Resource,
  section: string,
  asks: ProxyMatch,
  names: readonly string[],
  gatewayName: string,
): readonly Approach[] {
  const gateway = gatewayNamed(view, gatewayName);
  if (!gateway) return [];
  const asked =
    section === 'http' && asks.gateways.length
      ? { namespace: null, labels: {} }
      : { namespace: asks.sourceNamespace, labels: asks.sourceLabels };
  return gatewayProxies(view, gateway, asked)
    .filter(({ namespace }) => isVisible(virtualService, namespace, view.settings))
    .flatMap((caller) => {
      const client = clientIn(view, caller);
      const fits = (other: Caller): boolean =>
        other.kind === 'gateway' &&
        (asked.namespace === null || asked.namespace === other.namespace) &&
        labelsMatch(client.labels, other.labels ?? {}) &&
        isVisible(virtualService, other.namespace, view.settings);
      const ports = serverPorts(gateway).filter((port) => asks.port === null || asks.port === port);
      return ports.flatMap((port) =>
        serversAt(view, client, port)
          .filter((server) => server.gatewayName === gatewayName)
          .flatMap((server): readonly Approach[] => {
            const bytes = server.class === 'http' ? 'http' : server.class === 'tls' ? 'tls' : 'tcp';
            const right =
              section === 'http'
                ? server.class === 'http' || isTerminated(server)
                : section === 'tls'
                  ? server.class === 'tls' && !isTerminated(server)
                  : server.class === 'tcp' || isTerminated(server);
            const hosts = right ? boundHosts(virtualService, server.gateway, server, view) : [];
            const wanted =
              section === 'tls'
                ? names.filter((name) => hosts.some((host) => hostMatches(host, name)))
                : hosts;
            return wanted.slice(0, MOST_NAMES).map((host) => ({
              caller,
              fits,
              port,
              bytes,
              host: nameUnder(host),
              hosts: [host],
              mutual: wantsCertificate(server),
            }));
          }),
      );
    });
}

/** Where a request is changed so that it comes this way: only in what is not so already. */
export function comingBy(
  request: PlainRequest,
  { caller, fits, port, bytes, mutual, host, hosts }: Approach,
): PlainRequest {
  const tls = bytes === 'tls' ? (mutual || request.tls === 'mtls' ? 'mtls' : 'tls') : 'plaintext';
  const before = withoutPort(request.host);
  const named = hosts.some((each) => hostMatches(before.toLowerCase(), each.toLowerCase()));
  const name = named ? before : host;
  const usual = port === (tls === 'plaintext' ? 80 : 443);
  const same = named && port === request.port && tls === request.tls;
  const { sni: _sni, address: _address, dial: _dial, ...anywhere } = request;
  return {
    // What names another place goes with the name.
    ...(named ? request : anywhere),
    caller: fits(request.caller) ? request.caller : caller,
    protocol: bytes === 'tcp' ? 'tcp' : request.protocol === 'tcp' ? 'http' : request.protocol,
    tls,
    port,
    host: same ? request.host : usual || bytes === 'tcp' ? name : `${name}:${port}`,
  };
}

/** The names that a tls match asks for; undefined for others. */
export const namesAsked = (
  match: Parameters<typeof member>[0],
  section: string,
): readonly string[] | undefined => (section === 'tls' ? asTexts(member(match, 'sniHosts')) : undefined);
