import { key, labelsMatch, namespaceOf, selectorOf, type MeshView } from '../istio/index.ts';
import { findHost } from '../routing/index.ts';
import { serverPorts } from './gateways/servers.ts';
import type { Destination, HeaderOps, Outcome } from './outcome.ts';
import { plainRequest, type PlainRequest, type Request } from './request.ts';
import { route, type RouteOptions } from './route.ts';
import type { Trace } from './trace.ts';

/** A part of a request's way: what is sent, and what one proxy makes of it. */
export interface Hop {
  readonly request: Request;
  readonly trace: Trace;
}

/** A way that comes back to where it was goes on for ever; nobody means more than a few gateways. */
const MOST = 4;

export interface JourneyOptions extends RouteOptions {
  /** Which of the first destinations is followed; the one with the most weight where nothing is said, and further on. */
  readonly follow?: number;
}

/**
 * The whole way of a request: where its destination is a Service whose pods are a gateway of the mesh, that gateway
 * routes it again, and so on. Of several destinations one is followed. Throws as `route` does.
 */
export function journey(
  view: MeshView,
  request: Request,
  { follow, ...options }: JourneyOptions = {},
): readonly Hop[] {
  const hops: Hop[] = [];
  let next: Request | undefined = request;
  while (next && hops.length < MOST) {
    const trace: Trace = route(view, next, options);
    const wanted = hops.length ? undefined : follow;
    hops.push({ request: next, trace });
    if (goesRound(hops)) break;
    next = onward(view, plainRequest(next), trace.outcome, wanted);
  }
  return hops;
}

/** Whether a way comes back to where it was, and so never ends. */
export function goesRound(hops: readonly Hop[]): boolean {
  const placeOf = ({ request }: Hop): string => {
    const { caller, host, port, path } = plainRequest(request);
    return JSON.stringify([caller.kind, caller.namespace, host, port, path]);
  };
  const places = hops.map(placeOf);
  return new Set(places).size < places.length;
}

/** What the next gateway gets; undefined where there is none. */
function onward(
  view: MeshView,
  request: PlainRequest,
  outcome: Outcome,
  follow: number | undefined,
): PlainRequest | undefined {
  const { kind, destinations = [], upstream, headers, noEndpoints } = outcome;
  if (noEndpoints || (kind !== 'forward' && kind !== 'tls' && kind !== 'tcp')) return undefined;
  const wanted = follow === undefined ? undefined : destinations[follow];
  const destination = wanted?.exists ? wanted : heaviest(destinations);
  const caller = destination && gatewayAt(view, destination, request);
  if (!caller) return undefined;
  const { address: _address, dial: _dial, sni: _sni, ...rest } = request;
  const at = { ...rest, caller, port: destination.port };
  if (kind !== 'forward' || !upstream) {
    const wrapped = wrappedIn(destination);
    return wrapped
      ? { ...at, ...wrapped }
      : { ...at, ...(request.sni !== undefined && { sni: request.sni }) };
  }
  return {
    ...at,
    host: upstream.authority,
    path: upstream.path,
    headers: changed(request.headers ?? {}, headers?.request),
    ...(wrappedIn(destination) ?? { tls: 'plaintext' as const }),
  };
}

const heaviest = (destinations: readonly Destination[]): Destination | undefined =>
  destinations
    .filter(({ exists }) => exists)
    .reduce<Destination | undefined>(
      (best, one) => (best && best.weight >= one.weight ? best : one),
      undefined,
    );

/** The TLS that the proxy opens, as the gateway sees it. */
function wrappedIn({ tls }: Destination): (Pick<PlainRequest, 'tls'> & { readonly sni: string }) | undefined {
  return tls.mode === 'none' || tls.mode === 'mixed' || tls.auto
    ? undefined
    : { tls: tls.mode, sni: tls.sni ?? '' };
}

/** The gateway pods behind a destination, as one that routes what arrives. */
function gatewayAt(
  view: MeshView,
  { host, port }: Destination,
  { caller }: PlainRequest,
): PlainRequest['caller'] | undefined {
  const [service] = findHost(view, host, caller.namespace).resources;
  const labels = service?.type === 'Service' ? selectorOf(service) : undefined;
  if (!service || !labels) return undefined;
  const isGateway = view
    .find(key.kind('Gateway'))
    .some((gateway) => labelsMatch(selectorOf(gateway) ?? {}, labels) && serverPorts(gateway).includes(port));
  return isGateway ? { kind: 'gateway', namespace: namespaceOf(service, view.settings), labels } : undefined;
}

function changed(
  headers: Readonly<Record<string, string>>,
  { set = {}, add = {}, remove = [] }: HeaderOps = {},
): Readonly<Record<string, string>> {
  const gone = new Set([...remove, ...Object.keys(set)].map((name) => name.toLowerCase()));
  const kept = Object.entries(headers).filter(([name]) => !gone.has(name.toLowerCase()));
  const all: Record<string, string> = { ...Object.fromEntries(kept), ...set };
  for (const [name, value] of Object.entries(add))
    all[name] = all[name] === undefined ? value : `${all[name]},${value}`;
  return all;
}
