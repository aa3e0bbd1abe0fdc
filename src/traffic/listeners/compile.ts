import type { MeshView } from '../../istio/index.ts';
import { remember, type PortClass } from '../../routing/index.ts';
import { isRange } from '../scope/addresses.ts';
import { podsAddress } from '../scope/dial.ts';
import type { EgressScope, Scope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';
import type { Chain, Listener } from './listener.ts';
import { tcpChains, tlsChains, type StreamPort } from './stream-chains.ts';

/** The address of listeners that take connections to any address. */
export const ANY_ADDRESS = '0.0.0.0';
const RESERVED_PORTS: ReadonlySet<number> = new Set([15_001, 15_006, 15_021, 15_090]);
/** Their server speaks first, so nothing else can share a listener with them. */
const NEVER_SHARED: ReadonlySet<string> = new Set(['MONGO', 'MYSQL']);

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

interface Draft {
  readonly chains: Chain[];
  /** Of the first service that asked for the listener. */
  readonly protocol: string;
}

function compile(view: MeshView, scope: Scope, port: number): ReadonlyMap<string, Listener> {
  const egress = egressFor(scope, port);
  const drafts = new Map<string, Draft>();
  if (!egress) return new Map();
  for (const service of egress.services) {
    const asked = service.ports.find(({ number }) => number === port);
    const { class: kind, protocol } = egress.listener.port ??
      asked ?? { class: 'udp' as PortClass, protocol: '' };
    if (!asked || kind === 'udp') continue;
    for (const address of kind === 'http' ? [null] : bindings(service)) {
      const bind = address === null || isRange(address) ? ANY_ADDRESS : address;
      if (bind === ANY_ADDRESS && RESERVED_PORTS.has(port)) continue;
      const draft = drafts.get(bind) ?? { chains: [], protocol };
      if (NEVER_SHARED.has(draft.protocol) !== NEVER_SHARED.has(protocol)) continue;
      drafts.set(bind, draft);
      add(draft.chains, chainsOf({ view, scope, egress, service, port, address }, kind));
    }
  }
  return new Map([...drafts].map(([bind, { chains }]) => [bind, { name: `${bind}_${port}`, chains }]));
}

/** The addresses that a service has a listener for; null for any address, where it has none of its own. */
function bindings(service: MeshService): readonly (string | null)[] {
  if (service.headless) return [podsAddress(service)];
  return service.addresses.length ? service.addresses : [null];
}

function chainsOf(at: StreamPort, kind: PortClass): readonly Chain[] {
  const { egress, service, port, address } = at;
  const shared = address === null || isRange(address);
  const http: Chain = {
    kind: 'http',
    prefix: address !== null && isRange(address) ? address : null,
    table: { port, egress, only: null },
  };
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
function add(chains: Chain[], more: readonly Chain[]): void {
  const asks = (chain: Chain): string =>
    JSON.stringify([chain.kind === 'http', chain.prefix, chain.kind === 'bytes' ? chain.sni : null]);
  for (const chain of more) if (!chains.some((one) => asks(one) === asks(chain))) chains.push(chain);
}
