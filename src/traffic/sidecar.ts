import { act } from './http-action.ts';
import { forwarded } from './forward.ts';
import { recordClusters } from './record-clusters.ts';
import { portPlace } from './at.ts';
import { amongAll, amongThose, destinationOf } from './clusters/destinations.ts';
import { clusterOf } from './clusters/cluster.ts';
import { meshHosts } from './hosts/mesh-hosts.ts';
import { chooseVirtualHost } from './hosts/virtual-host.ts';
import { chooseChain } from './listeners/choose.ts';
import { ANY_ADDRESS, egressFor, listenersAt } from './listeners/compile.ts';
import type { Chain, RouteTable } from './listeners/listener.ts';
import type { MeshService } from './scope/service.ts';
import { nameOf, refusedPath, routedRequest, ruleOutcome, takenRoute } from './http-route.ts';
import type { Outcome } from './outcome.ts';
import { dialledAddress } from './scope/dial.ts';
import { hashOf } from './actions/hash.ts';
import { retriesOf } from './actions/resilience.ts';
import { unknownConnection, unknownHost } from './unknown.ts';
import type { HttpPlace, Walk } from './walk.ts';

/** The way of a request out of a workload, through its sidecar. */
export function throughSidecar(walk: Walk): Outcome {
  const { view, scope, request, recorder } = walk;
  const address = dialledAddress(view, scope, request);
  const listeners = listenersAt(view, scope, request.port);
  const listener = listeners.get(address) ?? listeners.get(ANY_ADDRESS);
  if (!listener) {
    recorder.taken(
      'listener',
      'LISTENER_VIRTUAL_OUTBOUND',
      `Nothing that this sidecar knows has port ${request.port}, so no listener waits there.`,
    );
    return { ...unknownConnection(walk), listener: 'virtualOutbound' };
  }
  const chain = chooseChain(listener, request, address);
  const cause = listensFor(walk, chain);
  recorder.taken(
    'listener',
    listeners.has(address) ? 'LISTENER_EXACT' : 'LISTENER_WILDCARD',
    `The listener ${listener.name} takes the connection${cause ? `: ${cause.host} has ${portWords(cause, request.port)}` : ''}.`,
    portPlace(cause, request.port),
  );
  const outcome = chain
    ? chain.kind === 'http'
      ? throughRoutes(walk, chain.table)
      : passedOn(walk, chain)
    : notMatched(walk, listener.chains);
  return { ...outcome, listener: listener.name };
}

/** For whom a sidecar listens on the port of a request: the one that is called, else the first that has the port. */
function listensFor({ scope, request }: Walk, chain: Chain | undefined): MeshService | undefined {
  if (chain?.kind === 'bytes') return chain.service;
  const listens = ({ ports }: MeshService): boolean =>
    ports.some(({ number, class: kind }) => number === request.port && kind !== 'udp');
  const named = scope.services.get(request.hostname);
  return named && listens(named) ? named : egressFor(scope, request.port)?.services.find(listens);
}

const portWords = ({ ports }: MeshService, port: number): string => {
  const protocol = ports.find(({ number }) => number === port)?.protocol;
  return `port ${port}${protocol ? `, ${protocol}` : ''}`;
};

/** Bytes that no chain of a listener asks for. */
function notMatched(walk: Walk, chains: readonly Chain[]): Outcome {
  const { request, recorder } = walk;
  const http = chains.some(({ kind }) => kind === 'http');
  if (request.bytes === 'http' && !http)
    recorder.note(
      'listener',
      'PLAINTEXT_ON_TLS_PORT',
      `Port ${request.port} is for TLS here, and this request is plaintext HTTP: who waits there will not understand it.`,
      portPlace(listensFor(walk, undefined), request.port),
    );
  else if (request.bytes === 'tls' && http && !chains.some(({ kind }) => kind === 'bytes'))
    recorder.note(
      'listener',
      'TLS_ON_HTTP_PORT',
      `Port ${request.port} is for plaintext HTTP here, and this is TLS: the sidecar cannot look inside.`,
      portPlace(listensFor(walk, undefined), request.port),
    );
  else if (request.bytes === 'tls')
    recorder.note(
      'listener',
      'SNI_UNKNOWN',
      `No TLS host of port ${request.port} is called ${request.sni ?? 'nothing'}.`,
    );
  return unknownConnection(walk);
}

/** Passed on as bytes, by SNI or by address. */
function passedOn(walk: Walk, chain: Extract<Chain, { kind: 'bytes' }>): Outcome {
  const { view, scope, request, recorder } = walk;
  const { rule, clusters } = chain;
  const at = rule
    ? { resource: rule.virtualService.id, path: ['spec', rule.section, rule.index] }
    : portPlace(chain.service, request.port);
  const kind = request.bytes === 'tls' ? 'tls' : 'tcp';
  recorder.taken(
    rule ? 'rule' : 'listener',
    chain.sni ? 'CHAIN_SNI' : 'CHAIN_TCP',
    `${rule ? `The ${rule.section} rule ${rule.index + 1} of ${nameOf(view, rule.virtualService)}` : `The service ${chain.service.host}`} takes it as ${kind === 'tls' ? 'TLS' : 'TCP'}: paths and headers are not looked at.`,
    at,
  );
  const destinations = clusters.map((one) =>
    destinationOf(view, one, { client: scope.client, authority: null, ownTls: kind === 'tls' }),
  );
  recordClusters(walk, clusters, destinations, at);
  const exists = destinations.some((destination) => destination.exists);
  return {
    kind: exists ? kind : 'no-cluster',
    layer: 'tcp',
    destinations,
    ...(rule && {
      virtualService: nameOf(view, rule.virtualService),
      rule: { protocol: rule.section, index: rule.index },
      ...(rule.match !== null && { match: rule.match }),
    }),
  };
}

/** Plaintext HTTP: the Host picks a virtual host, and its routes decide. */
function throughRoutes(walk: Walk, table: RouteTable): Outcome {
  const { view, scope, request, recorder } = walk;
  const refused = refusedPath(walk);
  if (refused) return refused;
  const hosts = meshHosts(view, scope, table);
  const host = chooseVirtualHost(hosts, request.hostname);
  if (!host) return unknownHost(walk);
  const { virtualService, service } = host;
  recorder.taken(
    'virtual-host',
    virtualService ? 'VIRTUAL_HOST' : 'VIRTUAL_HOST_OF_SERVICE',
    virtualService
      ? `${nameOf(view, virtualService)} serves ${request.hostname}.`
      : `${service?.host ?? host.name} is known, and no VirtualService serves it.`,
    virtualService
      ? { resource: virtualService.id, path: ['spec', 'hosts'] }
      : portPlace(service, table.port),
  );
  const proxied = table.egress.listener.port?.protocol === 'HTTP_PROXY';
  const place: HttpPlace = {
    port: table.port,
    scheme: 'http',
    lookUp: proxied ? amongAll(scope, 0) : amongThose(table.egress.services, table.port),
  };
  const routed = routedRequest(walk, place);
  const base = { layer: 'http', virtualHost: host.name } as const;
  if (!virtualService && service) {
    const port = proxied ? 80 : table.port;
    const cluster = clusterOf(view, scope, { host: service.host, port, subset: null });
    const upstream = {
      path: routed.path + (routed.query && `?${routed.query}`),
      authority: routed.authority,
    };
    const hash = hashOf(cluster, true);
    return {
      ...base,
      ...forwarded(walk, [{ cluster, weight: 100, item: undefined }], upstream, {}),
      timeout: '0s',
      retries: retriesOf(undefined, view.settings),
      ...(hash && { hash }),
    };
  }
  const entry = takenRoute(walk, host, routed);
  if (!entry) {
    recorder.taken(
      'outcome',
      'NO_ROUTE',
      'No rule takes the request, and no other VirtualService is asked: the answer is 404, with the flag NR.',
      virtualService ? { resource: virtualService.id, path: ['spec', 'http'] } : {},
    );
    return { ...base, kind: 'not-found', status: 404 };
  }
  return { ...base, ...ruleOutcome(view, entry), ...act(walk, place, entry, routed) };
}
