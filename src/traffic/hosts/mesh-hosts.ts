import {
  compareSpecificity,
  hostMatches,
  hostsOf,
  hostSubsetOf,
  isWildcard,
  shortAliases,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { remember, type Proxy } from '../../routing/index.ts';
import type { RouteTable } from '../listeners/listener.ts';
import type { EgressScope, Scope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';
import { routesFor } from './routes.ts';
import type { VirtualHost } from './virtual-host.ts';

/** The virtual hosts of a route table at a sidecar, without the one for unknown names. */
export const meshHosts = (view: MeshView, scope: Scope, table: RouteTable): readonly VirtualHost[] => {
  const { namespace, labels, dnsCapture } = scope.client;
  const question = `hosts ${table.port} ${table.only?.host ?? ''} ${namespace} ${JSON.stringify(labels)} ${dnsCapture}`;
  return remember(view, question, () =>
    table.only ? sniffed(view, scope, table, table.only) : shared(view, scope, table.egress, table.port),
  );
};

/** A table for one service alone takes every Host. */
const sniffed = (
  view: MeshView,
  scope: Scope,
  { egress, port }: RouteTable,
  service: MeshService,
): readonly VirtualHost[] =>
  shared(view, scope, egress, port)
    .filter((host) => host.service === service)
    .map((host) => ({ ...host, domains: ['*'] }));

/**
 * An HTTP proxy is asked for any service. Envoy leaves the port of the Host aside, so only the virtual hosts of port 80 are
 * ever found, which have names without a port; the rules of VirtualServices are made for no port at all.
 */
function shared(
  view: MeshView,
  scope: Scope,
  egress: EgressScope,
  listenerPort: number,
): readonly VirtualHost[] {
  const proxied = egress.listener.port?.protocol === 'HTTP_PROXY';
  const port = proxied ? 80 : listenerPort;
  const services = new Map(
    egress.services
      .filter(({ ports }) => ports.some(({ number }) => number === port))
      .map((service) => [service.host, service]),
  );
  // What the service says of its port counts here, and not what the Sidecar says of the listener.
  const routed = (service: MeshService): boolean => {
    const kind = service.ports.find(({ number }) => number === port)?.class;
    return kind === 'http' || kind === 'auto';
  };
  const onUsualPort = port === 80 && !proxied;
  const proxy: Proxy = {
    gateway: 'mesh',
    port: proxied ? 0 : port,
    namespace: scope.client.namespace,
    labels: scope.client.labels,
  };
  const candidates = egress.virtualServices.filter(
    (resource) => onUsualPort || lowerHosts(view, resource).some((host) => matchesAny(host, services)),
  );
  const owners = ownersOf(view, candidates, services);
  const claimed = new Set<string>();
  const hosts: VirtualHost[] = [];
  const emit = (
    host: Omit<VirtualHost, 'name' | 'domains'>,
    name: string,
    domains: readonly string[],
  ): void => {
    const free = domains.filter((domain) => !claimed.has(domain));
    free.forEach((domain) => claimed.add(domain));
    if (free.length) hosts.push({ ...host, name: `${name}:${port}`, domains: free });
  };
  const withRules = new Set<MeshService>();
  // A short name of one service that is the full name of another stays with that.
  const fullNames = new Set([...services.values()].filter(routed).map(({ host }) => host));
  const namesOf = (service: MeshService): readonly string[] => {
    const { names, short } = domainsOf(view, scope, service);
    return [...names, ...short.filter((name) => !fullNames.has(name))];
  };

  for (const virtualService of candidates) {
    const routes = routesFor(view, virtualService, proxy);
    if (!routes.length) continue;
    const { found, plain } = separated(view, virtualService, services, owners);
    const http = found.filter(routed);
    // On port 80 a VirtualService serves names that nobody defines; elsewhere only beside one that somebody does.
    if (!http.length && !onUsualPort) continue;
    for (const name of plain) emit({ routes, virtualService, service: undefined }, name, [name]);
    for (const service of http) {
      withRules.add(service);
      emit({ routes, virtualService, service }, service.host, namesOf(service));
    }
  }
  for (const service of services.values()) {
    // One that is but another name has no host of its own: it is among those of the service it leads to.
    if (!withRules.has(service) && routed(service) && service.externalName === undefined)
      emit({ routes: [], virtualService: undefined, service }, service.host, namesOf(service));
  }
  return hosts;
}

const lowerHosts = (view: MeshView, virtualService: Resource): readonly string[] =>
  hostsOf(virtualService, view.settings).map((host) => host.toLowerCase());

const matchesAny = (host: string, services: ReadonlyMap<string, MeshService>): boolean =>
  isWildcard(host) || [...services.keys()].some(isWildcard)
    ? [...services.keys()].some((name) => hostMatches(host, name))
    : services.has(host);

/** For each service the VirtualService with the most specific host for it, whatever its age; asked before rules are looked at. */
function ownersOf(
  view: MeshView,
  candidates: readonly Resource[],
  services: ReadonlyMap<string, MeshService>,
): ReadonlyMap<MeshService, Resource> {
  const best = new Map<MeshService, { readonly virtualService: Resource; readonly host: string }>();
  for (const virtualService of candidates) {
    for (const host of lowerHosts(view, virtualService)) {
      const covered = isWildcard(host)
        ? [...services.values()].filter((service) => hostSubsetOf(service.host, host))
        : [services.get(host)];
      for (const service of covered) {
        const known = service && best.get(service);
        if (service && (!known || (known.host !== host && compareSpecificity(host, known.host) < 0)))
          best.set(service, { virtualService, host });
      }
    }
  }
  return new Map([...best].map(([service, { virtualService }]) => [service, virtualService]));
}

/** The services that a VirtualService's hosts mean, and the names that mean none. */
function separated(
  view: MeshView,
  virtualService: Resource,
  services: ReadonlyMap<string, MeshService>,
  owners: ReadonlyMap<MeshService, Resource>,
): { readonly found: readonly MeshService[]; readonly plain: readonly string[] } {
  const found = new Set<MeshService>();
  const plain: string[] = [];
  for (const host of lowerHosts(view, virtualService)) {
    const exact = services.get(host);
    if (exact) found.add(exact);
    else if (!isWildcard(host)) plain.push(host);
    else {
      const touched = [...services.values()].filter((service) => hostMatches(service.host, host));
      for (const service of touched) if (owners.get(service) === virtualService) found.add(service);
      // Names under a wildcard that covers some service, other than that, belong to nobody.
      if (!touched.length) plain.push(host);
    }
  }
  return { found: [...found], plain };
}

/** The names by which a sidecar knows a service, its aliases' too; the short ones apart. */
function domainsOf(
  view: MeshView,
  { client }: Scope,
  { host, aliases, addresses, headless, resolution }: MeshService,
): { readonly names: readonly string[]; readonly short: readonly string[] } {
  const full = [host, ...aliases].flatMap((name) => (isWildcard(name) ? [name] : [name, `${name}.`]));
  const short = [host, ...aliases].flatMap((name) =>
    shortAliases(name, client.namespace, view.settings.clusterDomain),
  );
  const under = (names: readonly string[]): readonly string[] =>
    headless ? names.filter((name) => !isWildcard(name)).map((name) => `*.${name}`) : [];
  // To the registry a ServiceEntry is one service for each address, of which the last gives the host its names.
  const own = resolution === 'CLUSTER' ? addresses : addresses.slice(-1);
  return {
    names: [
      ...full,
      ...under(full),
      ...under(short),
      ...own.map((address) => (address.includes(':') ? `[${address}]` : address)),
    ],
    short,
  };
}
