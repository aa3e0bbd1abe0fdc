import { asNumber, asText, valueAt } from '../../istio/index.ts';
import { recordClusters } from '../record-clusters.ts';
import { destinationOf, amongAll } from '../clusters/destinations.ts';
import { act } from '../http-action.ts';
import { nameOf, refusedPath, routedRequest, ruleOutcome, takenRoute } from '../http-route.ts';
import { bestByName } from '../hosts/best-by-name.ts';
import { chooseVirtualHost } from '../hosts/virtual-host.ts';
import type { Destination, Outcome } from '../outcome.ts';
import type { StepPlace } from '../trace.ts';
import type { HttpPlace, Walk } from '../walk.ts';
import { hasNames, passesByName, spelledOut } from './auto-passthrough.ts';
import { gatewayHosts } from './gateway-hosts.ts';
import { streamRoutes, type StreamRoute } from './gateway-streams.ts';
import { isTerminated, serversAt, wantsCertificate, type Server } from './servers.ts';

/** The way of a request that arrives at a gateway. */
export function throughGateway(walk: Walk): Outcome {
  const { view, scope, request, recorder } = walk;
  const servers = serversAt(view, scope.client, request.port);
  const [first] = servers;
  const listener = `0.0.0.0_${request.port}`;
  if (!first) return closed(walk, `No Gateway that selects this proxy has a server on port ${request.port}.`);
  recorder.taken(
    'listener',
    'LISTENER_GATEWAY',
    `The Gateway ${first.gatewayName} listens on port ${request.port}.`,
    { resource: first.gateway.id, path: first.path },
  );
  if (first.class === 'http') {
    if (request.bytes !== 'http') return { ...closed(walk, 'The server wants plaintext HTTP.'), listener };
    return { ...throughRoutes(walk, servers, 'http'), listener };
  }
  if (first.class === 'tls') {
    if (!hasChain(walk, servers))
      return closed(walk, 'No server of this port has a way for TLS, so nothing listens there.');
    return { ...throughTls(walk, servers), listener };
  }
  return { ...asBytes(walk, streamRoutes(walk, first, 'tcp')[0]), listener };
}

function closed({ recorder }: Walk, why: string): Outcome {
  recorder.taken('outcome', 'CLOSED', `${why} The connection is closed.`);
  return { kind: 'closed' };
}

/** A server that passes TLS on has chains only where `tls` rules give it some. */
const hasChain = (walk: Walk, servers: readonly Server[]): boolean =>
  servers.some(
    (server) =>
      isTerminated(server) ||
      (passesByName(server) ? hasNames(walk, server) : streamRoutes(walk, server, 'tls').length > 0),
  );

function throughTls(walk: Walk, servers: readonly Server[]): Outcome {
  const { request } = walk;
  const { sni } = request;
  if (request.bytes !== 'tls') return closed(walk, 'The server wants TLS.');
  for (const server of servers.filter(passesByName)) {
    const destination = spelledOut(walk, server, sni);
    if (destination) return passedByName(walk, server, destination);
  }
  const claimed = new Set<string>();
  const chains = servers.flatMap(
    (server): readonly { readonly names: readonly string[]; readonly take: () => Outcome }[] =>
      isTerminated(server)
        ? [{ names: server.hosts, take: () => terminated(walk, server) }]
        : streamRoutes(walk, server, 'tls')
            .filter(({ sni }) => claims(claimed, sni ?? []))
            .map((route) => ({ names: route.sni ?? [], take: () => asBytes(walk, route) })),
  );
  const chosen = bestByName(chains, ({ names }) => names, sni);
  return chosen
    ? chosen.take()
    : closed(walk, `No server is for ${sni ?? 'a connection that names no host'}.`);
}

/** Takes names for a match; one that asks for a name which is taken gets none of its names, the free ones included. */
function claims(claimed: Set<string>, names: readonly string[]): boolean {
  if (names.some((name) => claimed.has(name))) return false;
  names.forEach((name) => claimed.add(name));
  return true;
}

function passedByName({ recorder }: Walk, { gateway, path }: Server, destination: Destination): Outcome {
  recorder.taken(
    'listener',
    'CHAIN_SNI',
    `The name in SNI spells a cluster of the mesh: TLS is passed on to ${destination.host}, port ${destination.port}.`,
    { resource: gateway.id, path: [...path, 'tls'] },
  );
  return { kind: 'tls', layer: 'tcp', destinations: [destination] };
}

/** TLS ends here: what is inside is HTTP, or bytes where the server's protocol is TLS. */
function terminated(walk: Walk, server: Server): Outcome {
  if (wantsCertificate(server) && !walk.request.mutual)
    return closed(walk, 'The server wants a certificate, and the client shows none.');
  walk.recorder.taken('tls', 'TLS_TERMINATED', 'TLS ends at the gateway, which reads the request.', {
    resource: server.gateway.id,
    path: [...server.path, 'tls'],
  });
  const protocol = (asText(valueAt(server.value, ['port', 'protocol'])) ?? '').toUpperCase();
  if (protocol === 'TLS') return asBytes(walk, streamRoutes(walk, server, 'tcp')[0]);
  return throughRoutes(walk, [server], 'https');
}

function throughRoutes(walk: Walk, servers: readonly Server[], scheme: 'http' | 'https'): Outcome {
  const { view, scope, request, recorder } = walk;
  const refused = refusedPath(walk);
  if (refused) return refused;
  const port = servers[0]?.port ?? request.port;
  const hosts = gatewayHosts(view, scope.client, servers);
  const host = chooseVirtualHost(hosts, request.hostname);
  const base = { layer: 'http', ...(host && { virtualHost: host.name }) } as const;
  if (!host) {
    recorder.taken(
      'outcome',
      'NO_ROUTE',
      `No VirtualService is bound to this Gateway for ${request.hostname}: the answer is 404.`,
    );
    return {
      ...base,
      ...(!hosts.length && { virtualHost: `blackhole:${port}` }),
      kind: 'not-found',
      status: 404,
    };
  }
  const place: HttpPlace = { port, scheme, lookUp: amongAll(scope, port) };
  const routed = routedRequest(walk, place);
  if (host.httpsRedirect && !cameByTls(walk)) {
    const location = `https://${request.host}${routed.path}${routed.query && `?${routed.query}`}`;
    recorder.taken(
      'action',
      'REDIRECT',
      `The server sends plaintext to HTTPS: 301 to ${location}.`,
      redirectPlace(servers),
    );
    return { ...base, kind: 'redirect', status: 301, redirect: { location, httpsRedirect: true } };
  }
  const entry = takenRoute(walk, host, routed);
  if (!entry) {
    recorder.taken('outcome', 'NO_ROUTE', 'No rule takes the request: the answer is 404, with the flag NR.');
    return { ...base, kind: 'not-found', status: 404 };
  }
  return { ...base, ...ruleOutcome(view, entry), ...act(walk, place, entry, routed) };
}

/** The server that says so; where several share the port, the first. */
function redirectPlace(servers: readonly Server[]): StepPlace {
  const server = servers.find(({ value }) => valueAt(value, ['tls', 'httpsRedirect']) === true);
  return server ? { resource: server.gateway.id, path: [...server.path, 'tls', 'httpsRedirect'] } : {};
}

/**
 * Whether a proxy in front says that the client came by TLS; what a header says counts only where the mesh trusts one.
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers#x-forwarded-proto
 */
function cameByTls({ view, request }: Walk): boolean {
  const trusted = asNumber(
    valueAt(view.settings.meshConfig, ['defaultConfig', 'gatewayTopology', 'numTrustedProxies']),
  );
  return Boolean(trusted) && request.headers['x-forwarded-proto'] === 'https';
}

/** Passed on as bytes by a `tls` or `tcp` rule. */
function asBytes(walk: Walk, route: StreamRoute | undefined): Outcome {
  const { view, scope, request } = walk;
  if (!route) return closed(walk, 'No VirtualService has a rule for this connection.');
  const { virtualService, section, index, match } = route.rule;
  const kind = request.bytes === 'tls' && section === 'tls' ? 'tls' : 'tcp';
  const at = { resource: virtualService.id, path: ['spec', section, index] };
  walk.recorder.taken(
    'rule',
    'MATCHED',
    `The ${section} rule ${index + 1} of ${nameOf(view, virtualService)} takes the connection.`,
    at,
  );
  const destinations = route.clusters.map((one) =>
    destinationOf(view, one, { client: scope.client, authority: null, ownTls: kind === 'tls' }),
  );
  recordClusters(walk, route.clusters, destinations, at);
  return {
    kind: destinations.some(({ exists }) => exists) ? kind : 'no-cluster',
    layer: 'tcp',
    destinations,
    virtualService: nameOf(view, virtualService),
    rule: { protocol: section, index },
    ...(match !== null && { match }),
  };
}
