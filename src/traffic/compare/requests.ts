import {
  asTexts,
  gatewaysOf,
  hostsOf,
  isWildcard,
  key,
  member,
  specOf,
  namespaceOf,
  type Mesh,
  type Regexes,
  type Resource,
} from '../../istio/index.ts';
import { ASKS_NOTHING, gatewayNamed, portsOf, rulesOf, type PortClass } from '../../routing/index.ts';
import { approaches, comingBy, nameUnder, type Approach } from '../aim/approach.ts';
import { gatewayProxies } from '../aim/callers.ts';
import { rootsOf } from '../aim/rule-ref.ts';
import { serverPorts, serversAt } from '../gateways/servers.ts';
import { plainRequest, withUrl, type Caller, type PlainRequest, type Request } from '../request.ts';
import { clientIn } from '../scope/scope.ts';
import { blank, suggestRequests } from '../suggest/suggest.ts';
import type { Seeds } from './seeds.ts';

/** A request that is worth comparing. */
export interface Asking {
  readonly title: string;
  readonly from: 'suggested' | 'edge';
  readonly request: Request;
}

/** One VirtualService is approached in so many ways at most: from so many sides, for so many of its hosts. */
const MOST_SIDES = 8;
const MOST_HOSTS = 12;

/** What of a VirtualService or around it has changed. */
export interface Near {
  readonly changed: boolean;
  /** Gateways that have, as `namespace/name`. */
  readonly gateways: ReadonlySet<string>;
}

/**
 * Requests for the rules of a VirtualService; of one that changed also at their edges, and to each host from every side; of
 * one at a gateway that changed from there.
 */
export function* askingRules(
  mesh: Mesh,
  virtualService: Resource,
  { changed, gateways }: Near,
  regexes: Regexes | undefined,
): Generator<Asking> {
  const { requests } = suggestRequests(mesh, { of: virtualService.id, edges: changed, regexes });
  // Of one request that is for two rules, the title of the rule that takes it says more.
  for (const { title, request, edge } of requests.toSorted((a, b) => Number(a.edge) - Number(b.edge)))
    yield { title, request, from: edge ? 'edge' : 'suggested' };
  const concerned = (root: Resource): boolean =>
    changed || gatewaysOf(root, mesh.settings).some((name) => gateways.has(name));
  const roots = rootsOf(mesh, virtualService).filter(concerned);
  if (!roots.length) return;
  const bases = new Map<string, PlainRequest>([
    [`${virtualService.name}: what no rule asks for`, blank(mesh, virtualService)],
    ...requests
      .filter(({ edge }) => !edge)
      .slice(0, changed ? undefined : 1)
      .map(({ title, request }): [string, PlainRequest] => [title, plainRequest(request)]),
  ]);
  for (const root of roots) {
    const sections = new Set(rulesOf(root).map(({ section }) => section));
    for (const section of sections.size ? sections : ['http']) {
      for (const side of sides(mesh, root, section).filter(
        ({ caller }) => changed || caller.kind === 'gateway',
      ))
        for (const [title, base] of bases)
          yield { title, request: withUrl(arriving(base, side)), from: 'edge' };
    }
  }
}

/** The ways to a VirtualService, each caller and port once for each of its hosts. */
function sides(mesh: Mesh, root: Resource, section: string): readonly Approach[] {
  const found = new Map<string, Approach>();
  for (const one of approaches(mesh, root, section, ASKS_NOTHING)) {
    const name = JSON.stringify([one.caller, one.port, one.bytes]);
    if (!found.has(name) && found.size < MOST_SIDES) found.set(name, one);
  }
  const hosts = hostsOf(root, mesh.settings).slice(0, MOST_HOSTS);
  return [...found.values()].flatMap((side) =>
    hosts.map((host) => ({ ...side, host: nameUnder(host), hosts: [host] })),
  );
}

const arriving = (base: PlainRequest, side: Approach): PlainRequest => ({
  ...comingBy(base, side),
  // Where a rule asks for labels of the caller, only one with these comes to it.
  caller: side.fits(base.caller) && Object.keys(base.caller.labels ?? {}).length ? base.caller : side.caller,
});

/** Requests to a host by its name, at each of its ports, by each of the callers. */
export function* askingHost(mesh: Mesh, host: string, callers: readonly Caller[]): Generator<Asking> {
  const definers = ['Service', 'ServiceEntry'].flatMap((kind) => mesh.find(key.host(kind, host)));
  const ports = definers.flatMap((resource) => portsOf(resource));
  const own = definers.map((resource): Caller => ({
    kind: 'sidecar',
    namespace: namespaceOf(resource, mesh.settings),
  }));
  const all = new Map([...callers, ...own].map((caller) => [JSON.stringify(caller), caller]));
  // Connections are told apart by the address that is dialled, where no name stands in them.
  const addresses = definers
    .flatMap((resource) => asTexts(member(specOf(resource), 'addresses')))
    .filter((address) => !address.includes('/') && !isWildcard(address))
    .slice(0, MOST_SIDES);
  const known: readonly (readonly [number, PortClass])[] = ports.length
    ? ports.map((port) => [port.number, port.class])
    : [[80, 'http']];
  for (const caller of all.values()) {
    for (const [port, kind] of known) {
      if (kind === 'udp') continue;
      const title = `${nameUnder(host)}, port ${port}`;
      const request = direct(caller, nameUnder(host), port, kind);
      yield { title, request, from: 'suggested' };
      for (const address of addresses)
        yield {
          title: `${address}, port ${port}`,
          request: withUrl({ ...plainRequest(request), address }),
          from: 'suggested',
        };
    }
  }
}

/** What arrives at the servers of a Gateway, for each of their hosts. */
export function* askingGateway(mesh: Mesh, name: string): Generator<Asking> {
  const gateway = gatewayNamed(mesh, name);
  if (!gateway) return;
  for (const caller of gatewayProxies(mesh, gateway)) {
    for (const port of serverPorts(gateway)) {
      for (const server of serversAt(mesh, clientIn(mesh, caller), port)) {
        if (server.gateway !== gateway) continue;
        for (const host of server.hosts.slice(0, MOST_HOSTS))
          yield {
            title: `Gateway ${gateway.name}, port ${port}`,
            request: direct(caller, nameUnder(host), port, server.class),
            from: 'suggested',
          };
      }
    }
  }
}

function direct(caller: Caller, name: string, port: number, kind: PortClass): Request {
  const tls = kind === 'tls';
  const bare = port === (tls ? 443 : 80) || kind === 'tcp';
  return withUrl(
    plainRequest({
      caller,
      host: bare ? name : `${name}:${port}`,
      port,
      tls: tls ? 'tls' : 'plaintext',
      protocol: kind === 'tcp' ? 'tcp' : 'http',
    }),
  );
}

/** Who is asked to call hosts by their names: those whom the change is near. */
export const callersNear = ({ callers }: Pick<Seeds, 'callers'>): readonly Caller[] =>
  callers.slice(0, MOST_SIDES);
