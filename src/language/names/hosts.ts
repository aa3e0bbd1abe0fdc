import {
  asTexts,
  hostsOf,
  isWildcard,
  key,
  member,
  namespaceOf,
  references,
  serviceNamespace,
  shortAliases,
  type Resource,
} from '../../istio/index.ts';
import { portsOf, serversOf } from '../../routing/index.ts';
import { calledBy, isSelf, ofType, type KnownName, type NamePlace } from './place.ts';

/** Hosts that something defines, then hosts that others speak of. */
export function* hosts(place: NamePlace): Iterable<KnownName> {
  if (place.type === 'ServiceEntry') return yield* undefinedHosts(place);
  yield* definedHosts(place);
  if (place.type === 'VirtualService' && place.path[1] === 'hosts') yield* gatewayHosts(place);
  yield* mentionedHosts(place);
}

/** Names of hosts where no short name is meant: what clients ask for, in SNI or a header. */
export function* fullHosts(place: NamePlace): Iterable<KnownName> {
  yield* gatewayHosts(place);
  for (const known of hosts(place)) if (known.name.includes('.')) yield known;
}

function* definedHosts(place: NamePlace): Iterable<KnownName> {
  for (const type of ['Service', 'ServiceEntry'])
    for (const resource of ofType(place, type))
      yield* named(place, hostsOf(resource, place.mesh.settings), resource);
}

/** Hosts that Gateways let in, without the namespace in front. */
function* gatewayHosts(place: NamePlace): Iterable<KnownName> {
  for (const gateway of ofType(place, 'Gateway'))
    for (const { value } of serversOf(gateway))
      for (const host of asTexts(member(value, 'hosts')))
        yield { name: host.slice(host.indexOf('/') + 1), from: calledBy(gateway) };
}

/** Hosts of other rules and routes, which the cluster may know although the files do not. */
function* mentionedHosts(place: NamePlace): Iterable<KnownName> {
  for (const type of ['DestinationRule', 'VirtualService'])
    for (const resource of ofType(place, type)) {
      // What is being typed here is no name yet.
      if (isSelf(place, resource)) continue;
      const spoken = references(resource, place.mesh.settings).filter(({ kind }) => kind === 'host');
      yield* named(
        place,
        spoken.map((reference) => (reference.kind === 'host' ? reference.host : '')),
        resource,
      );
    }
}

/** Hosts that are spoken of and not defined: what a ServiceEntry may be missing for. */
function* undefinedHosts(place: NamePlace): Iterable<KnownName> {
  const { mesh } = place;
  const isDefined = (host: string) =>
    serviceNamespace(host, mesh.settings.clusterDomain) !== null ||
    ['Service', 'ServiceEntry'].some((type) => mesh.find(key.host(type, host)).length > 0);
  for (const known of mentionedHosts(place))
    if (known.name.includes('.') && !isDefined(known.name)) yield known;
}

/** The whole name first: a short one means another host as soon as the text moves to another namespace. */
function* named(
  { mesh, namespace, field }: NamePlace,
  full: readonly string[],
  resource: Resource,
): Iterable<KnownName> {
  for (const name of full) {
    if (isWildcard(name)) {
      if (field.format !== 'host') yield { name, from: calledBy(resource) };
      continue;
    }
    yield { name, from: calledBy(resource) };
    // Only a name without a dot is completed with the namespace; `till.books` is another host to Istio.
    const [short] = shortAliases(name, namespace, mesh.settings.clusterDomain);
    if (short !== undefined && !short.includes('.')) yield { name: short, from: calledBy(resource) };
  }
}

/** What can be called by HTTP: a URL for each port that is, of each host. */
export function* urls(place: NamePlace): Iterable<KnownName> {
  const { mesh } = place;
  for (const type of ['Service', 'ServiceEntry'])
    for (const resource of ofType(place, type))
      for (const { number, class: spoken } of portsOf(resource)) {
        const scheme = { http: 'http', auto: 'http', tls: 'https', tcp: '', udp: '' }[spoken];
        const port = number === (scheme === 'https' ? 443 : 80) ? '' : `:${number}`;
        for (const host of hostsOf(resource, mesh.settings))
          if (scheme && !isWildcard(host))
            yield { name: `${scheme}://${host}${port}/`, from: calledBy(resource) };
      }
}

/** `namespace/host` as a Sidecar imports hosts: each with the namespace of what defines it. */
export function* importedHosts(place: NamePlace): Iterable<KnownName> {
  const { mesh, namespace } = place;
  yield { name: './*', from: 'all hosts of this namespace' };
  const others = new Set<string>();
  for (const type of ['Service', 'ServiceEntry'])
    for (const resource of ofType(place, type)) {
      const within = namespaceOf(resource, mesh.settings);
      if (within !== namespace) others.add(within);
      for (const host of hostsOf(resource, mesh.settings))
        yield { name: `${within === namespace ? '.' : within}/${host}`, from: calledBy(resource) };
    }
  for (const within of others) yield { name: `${within}/*`, from: `all hosts of ${within}` };
}

/** Hosts as a Gateway's server lets them in: what VirtualServices answer for, alone or for their namespace only. */
export function* admittedHosts(place: NamePlace): Iterable<KnownName> {
  const { mesh, namespace } = place;
  const answering = ofType(place, 'VirtualService').flatMap((resource) => {
    const within = namespaceOf(resource, mesh.settings);
    const prefix = within === namespace ? '.' : within;
    return hostsOf(resource, mesh.settings).map((host) => ({ host, prefix, from: calledBy(resource) }));
  });
  for (const { host, from } of answering) yield { name: host, from };
  for (const { host, prefix, from } of answering) yield { name: `${prefix}/${host}`, from };
}
