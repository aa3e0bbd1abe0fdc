import { asList, member, selectorOf, specOf, type MeshView } from '../../istio/index.ts';
import { remember, type PortClass } from '../../routing/index.ts';
import { endpointsOf } from '../clusters/endpoints.ts';
import { isRange, maskedRange } from '../scope/addresses.ts';
import { podsAddress } from '../scope/dial.ts';
import type { EgressScope, Scope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';
import type { Chain, Listener } from './listener.ts';
import { tcpChains, tlsChains, type StreamPort } from './stream-chains.ts';

/** The address of listeners that take connections to any address. */
export const ANY_ADDRESS = '0.0.0.0';
const RESERVED_PORTS: ReadonlySet<number> = new Set([15_001, 15_006, 15_021, 15_090]);
/** Their server speaks first, so nothing else can share a listener with them, nor the one with the other. */
const NEVER_SHARED: ReadonlySet<string> = new Set(['MONGO', 'MYSQL']);
/** What a listener is called that finds out what the bytes are. */
const SNIFFED = '';

/** The listeners of one port at a sidecar, by the address they are bound to. */
export const listenersAt = (view: MeshView, scope: Scope, port: number): ReadonlyMap<string, Listener> => {
  const { client } = scope;
  return remember(
    view,
    `listeners ${port} ${client.namespace} ${JSON.stringify(client.labels)} ${client.dnsCapture}`,
    () => compile(view, scope, port),
  );
};

/** The egress listener that a port belongs to: its own, else the one for every port that has none. */
export const egressFor = ({ egress }: Scope, port: number): EgressScope | undefined =>
  egress.find(({ listener }) => listener.port?.number === port) ??
  egress.find(({ listener }) => listener.port === null);

/** A listener in the making. */
interface Draft {
  readonly chains: readonly Chain[];
  /** What it is for: the first service's protocol, or to be found out. */
  readonly protocol: string;
  /** Of the egress listener that asked for it first; others for all ports leave it alone. */
  readonly owner: EgressScope;
}

/** What a service asks of a listener. */
interface Asked {
  readonly kind: PortClass;
  readonly protocol: string;
  readonly owner: EgressScope;
  readonly chains: () => readonly Chain[];
}

function compile(view: MeshView, scope: Scope, port: number): ReadonlyMap<string, Listener> {
  const drafts = new Map<string, Draft>();
  const table = egressFor(scope, port);
  for (const owner of scope.egress) {
    const { listener, services } = owner;
    if (!table || (listener.port && listener.port.number !== port)) continue;
    for (const service of services) {
      const own = service.ports.find(({ number }) => number === port);
      const protocol = listener.port?.protocol ?? own?.protocol;
      const kind = listener.port?.class ?? own?.class;
      // A Service that is but another name is listened for where it leads.
      if (protocol === undefined || kind === undefined || kind === 'udp' || service.externalName) continue;
      for (const address of bindings(view, service, kind, listener.bind)) {
        const bind = address === null || isRange(address) ? ANY_ADDRESS : address;
        if (bind === ANY_ADDRESS && RESERVED_PORTS.has(port)) continue;
        const chains = (): readonly Chain[] =>
          chainsOf({ view, scope, egress: owner, service, port, address }, kind, table);
        const next = merged(drafts.get(bind), { kind, protocol, owner, chains });
        if (next) drafts.set(bind, next);
      }
    }
  }
  return new Map([...drafts].map(([bind, { chains }]) => [bind, { name: `${bind}_${port}`, chains }]));
}

/**
 * What becomes of a listener that one more service asks for; undefined where it stays as it is.
 * https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/listener.go (buildSidecarOutboundListener)
 */
function merged(known: Draft | undefined, { kind, protocol, owner, chains }: Asked): Draft | undefined {
  const isHttp = kind === 'http' || kind === 'auto';
  if (!known) return { chains: distinct([], chains()), protocol: isHttp ? SNIFFED : protocol, owner };
  if (known.owner !== owner) return undefined;
  // One that finds out has a chain for HTTP already. What is to be found out of another service gets no other.
  if (isHttp && known.protocol === SNIFFED) return undefined;
  const alone = NEVER_SHARED.has(known.protocol) || NEVER_SHARED.has(protocol);
  if (alone && known.protocol !== protocol) return undefined;
  return { ...known, chains: distinct(known.chains, chains()), protocol: isHttp ? SNIFFED : known.protocol };
}

/** The addresses that a service has a listener for; null for any address, where it has none of its own. */
function bindings(
  view: MeshView,
  service: MeshService,
  kind: PortClass,
  bind: string | null,
): readonly (string | null)[] {
  if (bind !== null) return [bind];
  if (kind === 'http') return [null];
  if (service.headless) return [podsAddress(service)];
  if (service.addresses.length) return service.addresses;
  // Where whatever was dialled is called, endpoints that are named take calls each for itself.
  const named = service.resolution === 'NONE' ? endpointsOf(view, service) : null;
  return named && hasEndpoints(service) ? named.flatMap(({ address }) => address ?? []) : [null];
}

/** Whether a ServiceEntry says which its endpoints are, even if there are none now. */
const hasEndpoints = ({ resources }: MeshService): boolean =>
  resources.some(
    (resource) => selectorOf(resource) || asList(member(specOf(resource), 'endpoints')).length > 0,
  );

function chainsOf(at: StreamPort, kind: PortClass, egress: EgressScope): readonly Chain[] {
  const { service, port, address } = at;
  const shared = address === null || isRange(address);
  // Which addresses a service has says nothing of its HTTP.
  const http: Chain = { kind: 'http', prefix: null, table: { port, egress, only: null } };
  switch (kind) {
    case 'http':
      return [http];
    case 'tls':
      return tlsChains(at);
    case 'auto':
      return [...tcpChains(at), { ...http, table: { port, egress, only: shared ? null : service } }];
    default:
      return tcpChains(at);
  }
}

/** Of chains that ask for the same, the first stays. */
function distinct(known: readonly Chain[], more: readonly Chain[]): readonly Chain[] {
  const asks = (chain: Chain): string =>
    JSON.stringify([
      chain.kind === 'http',
      chain.prefix === null ? null : maskedRange(chain.prefix),
      chain.kind === 'bytes' ? chain.sni?.toSorted() : null,
    ]);
  const all = new Map(known.map((chain) => [asks(chain), chain]));
  for (const chain of more) if (!all.has(asks(chain))) all.set(asks(chain), chain);
  return [...all.values()];
}
