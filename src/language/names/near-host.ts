import {
  asList,
  asTexts,
  asText,
  key,
  member,
  resolveGateway,
  resolveHost,
  specOf,
  valueAt,
  type Resource,
} from '../../istio/index.ts';
import { gatewayNamed, hostClaims, portsOf, serversOf } from '../../routing/index.ts';
import { calledBy, ofType, textsAt, type KnownName, type NamePlace } from './place.ts';

/** The host that a subset, a port or a label belongs to: beside it, or the nearest above. Resolved. */
export function hostNear(place: NamePlace): string | undefined {
  const { path, textAt } = place;
  for (let length = path.length - 1; length > 0; length--) {
    const written = textAt([...path.slice(0, length), 'host']);
    if (written) return full(place, written);
  }
  return undefined;
}

const full = ({ mesh, namespace }: NamePlace, written: string): string =>
  resolveHost(written, namespace, mesh.settings.clusterDomain);

/** Subsets that a DestinationRule makes of the host; of any host while none is written. */
export function* subsets(place: NamePlace): Iterable<KnownName> {
  const host = hostNear(place);
  const rules =
    host === undefined
      ? ofType(place, 'DestinationRule')
      : hostClaims(place.mesh, 'DestinationRule', host).map(({ resource }) => resource);
  for (const rule of rules)
    for (const subset of asList(member(specOf(rule), 'subsets')))
      yield { name: asText(member(subset, 'name')) ?? '', from: calledBy(rule) };
}

/** Ports of the host near; where none can be meant (a match), those at which the requests come in. */
export function* ports(place: NamePlace): Iterable<KnownName> {
  const host = hostNear(place);
  if (host !== undefined) return yield* portsOfHost(place, host);
  if (place.type === 'VirtualService' && place.path[2] !== undefined) {
    for (const written of textsAt(place, ['spec', 'gateways'])) yield* serverPorts(place, written);
    for (const written of textsAt(place, ['spec', 'hosts'])) yield* portsOfHost(place, full(place, written));
    return;
  }
  const isPolicy = place.type === 'AuthorizationPolicy' || place.type === 'PeerAuthentication';
  for (const type of ['Service', 'ServiceEntry'])
    for (const resource of ofType(place, type))
      yield* isPolicy ? workloadNumbers(resource) : numbers(resource);
}

/** The ports of the workloads behind a host, of which policies speak. */
function* workloadNumbers(resource: Resource): Iterable<KnownName> {
  for (const { number, name, target } of portsOf(resource))
    yield {
      name: String(typeof target === 'number' ? target : number),
      from: [name, calledBy(resource)].filter(Boolean).join(', '),
    };
}

function* portsOfHost({ mesh }: NamePlace, host: string): Iterable<KnownName> {
  for (const type of ['Service', 'ServiceEntry'])
    for (const resource of mesh.find(key.host(type, host))) yield* numbers(resource);
}

function* numbers(resource: Resource): Iterable<KnownName> {
  for (const { number, name, protocol } of portsOf(resource))
    yield { name: String(number), from: [name || protocol, calledBy(resource)].filter(Boolean).join(', ') };
}

function* serverPorts({ mesh, namespace }: NamePlace, written: string): Iterable<KnownName> {
  const gateway = gatewayNamed(mesh, resolveGateway(written, namespace));
  if (!gateway) return;
  for (const { value } of serversOf(gateway)) {
    const number = valueAt(value, ['port', 'number']);
    const [name] = asTexts([valueAt(value, ['port', 'name']) ?? null]);
    if (typeof number === 'number')
      yield { name: String(number), from: [name, calledBy(gateway)].filter(Boolean).join(', ') };
  }
}

/**
 * The names of the ports that the resource itself lists, as its endpoints name them; for a workload, those of the hosts that it
 * may answer for.
 */
export function* ownPortNames(place: NamePlace): Iterable<KnownName> {
  if (place.type === 'WorkloadEntry' || place.type === 'WorkloadGroup') return yield* portNames(place);
  const { textAt } = place;
  for (let index = 0; ; index++) {
    const [name, number] = ['name', 'number'].map((key) => textAt(['spec', 'ports', index, key]));
    if (name === undefined && number === undefined) return;
    if (name) yield { name, from: number ? `port ${number}` : '' };
  }
}

function* portNames(place: NamePlace): Iterable<KnownName> {
  for (const type of ['ServiceEntry', 'Service'])
    for (const resource of ofType(place, type))
      for (const { number, name } of portsOf(resource))
        if (name) yield { name, from: `port ${number}, ${calledBy(resource)}` };
}
