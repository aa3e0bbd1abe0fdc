import {
  asText,
  compareAge,
  key,
  member,
  labelsText,
  namespaceOf,
  specOf,
  type Labels,
  type MeshView,
  type Resource,
  gatewaysOf,
  asTexts,
  isWildcard,
  valueAt,
} from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import { consultationTier, isDelegate, isVisible, remember } from '../../routing/index.ts';
import type { Caller } from '../request.ts';
import { aliasesIn } from './aliases.ts';
import { egressListeners, EVERYTHING, sidecarOf, type EgressListener } from './egress.ts';
import { importedServices, onPorts } from './imported.ts';
import { registryHosts, serviceOf, type MeshService } from './service.ts';

/** A proxy that sends requests. */
export interface Client {
  readonly kind: 'sidecar' | 'gateway';
  readonly namespace: string;
  readonly labels: Labels;
  readonly dnsCapture: boolean;
}

/** The proxy that sends what a caller asks for. */
const clientOf = ({ kind, namespace, labels = {} }: Caller, dnsCapture: boolean): Client => ({
  kind,
  namespace,
  labels,
  dnsCapture,
});

/** The same in a mesh, whose settings say whether sidecars answer DNS themselves. */
export const clientIn = (view: MeshView, caller: Caller): Client =>
  clientOf(
    caller,
    valueAt(view.settings.meshConfig, ['defaultConfig', 'proxyMetadata', 'ISTIO_META_DNS_CAPTURE']) ===
      'true',
  );

/** What a proxy sees through one egress listener. */
export interface EgressScope {
  readonly listener: EgressListener;
  /** Oldest first. */
  readonly services: readonly MeshService[];
  /** Bound to the mesh, in the order in which they are asked. */
  readonly virtualServices: readonly Resource[];
  /** Nothing that the client may see is left out. */
  readonly complete: boolean;
}

/** All that a proxy is told by istiod. */
export interface Scope {
  readonly client: Client;
  readonly sidecar: Resource | undefined;
  readonly egress: readonly EgressScope[];
  /** By host: those of the listeners, and those that only routes bring along. */
  readonly services: ReadonlyMap<string, MeshService>;
  /** `ALLOW_ANY`, `REGISTRY_ONLY` or `ALLOW_ANY_DYNAMIC_DNS`. */
  readonly outbound: string;
  /** Where a Sidecar sends what is unknown and let out, in place of where it was meant to go: a `destination`. */
  readonly egressProxy: YamlValue | undefined;
}

const labelsKey = (labels: Labels): string => labelsText(labels).split(', ').toSorted().join(', ');

/** The scope of a proxy, worked out once a mesh. */
export const scopeOf = (view: MeshView, client: Client): Scope =>
  remember(
    view,
    `scope ${client.kind} ${client.namespace} ${client.dnsCapture} ${labelsKey(client.labels)}`,
    () => makeScope(view, client),
  );

function makeScope(view: MeshView, client: Client): Scope {
  const sidecar = client.kind === 'sidecar' ? sidecarOf(view, client.namespace, client.labels) : undefined;
  const virtualServices = virtualServicesFor(view, client.namespace, (resource) =>
    gatewaysOf(resource, view.settings).includes('mesh'),
  );
  const egress = egressListeners(view, sidecar, client.namespace).map((listener) => ({
    listener,
    services: servicesAt(view, client, listener),
    virtualServices: virtualServices.filter(listener.importsVirtualService),
    complete: listener.port === null && listener.imports === EVERYTHING,
  }));
  const everything = (): ReadonlyMap<string, MeshService> =>
    remember(
      view,
      `services by host ${client.kind} ${client.namespace} ${client.dnsCapture}`,
      () => new Map(servicesFor(view, client, EVERYTHING).map((service) => [service.host, service])),
    );
  const services = importedServices(view, client.namespace, egress, everything);
  const outbound = outboundOf(view, sidecar);
  const proxy = sidecar && member(member(specOf(sidecar), 'outboundTrafficPolicy'), 'egressProxy');
  return {
    client,
    sidecar,
    egress,
    services,
    outbound,
    egressProxy: outbound === 'ALLOW_ANY' ? proxy : undefined,
  };
}

/** A listener for one port has the services with that port, and of these nothing else. */
function servicesAt(
  view: MeshView,
  client: Client,
  { imports, port }: EgressListener,
): readonly MeshService[] {
  const services = servicesFor(view, client, imports);
  if (!port || port.protocol === 'HTTP_PROXY') return services;
  return services.flatMap((service) => onPorts(service, new Set([port.number])) ?? []);
}

/** `mode` left out of a Sidecar's policy is the enum's zero: REGISTRY_ONLY. */
function outboundOf(view: MeshView, sidecar: Resource | undefined): string {
  const own = sidecar && member(specOf(sidecar), 'outboundTrafficPolicy');
  if (own !== undefined && own !== null) return asText(member(own, 'mode')) ?? 'REGISTRY_ONLY';
  return asText(valueAt(view.settings.meshConfig, ['outboundTrafficPolicy', 'mode'])) ?? 'ALLOW_ANY';
}

/** VirtualServices with hosts that proxies of a namespace see: private ones first, then exported by name, then public ones; the oldest first in each. */
export function virtualServicesFor(
  view: MeshView,
  namespace: string,
  bound: (virtualService: Resource) => boolean,
): readonly Resource[] {
  const tier = (resource: Resource): number => consultationTier(resource, namespace, view);
  return view
    .find(key.kind('VirtualService'))
    .filter(
      (resource) => !isDelegate(resource) && bound(resource) && isVisible(resource, namespace, view.settings),
    )
    .toSorted((a, b) => tier(a) - tier(b));
}

/** The services that a client is told of, the oldest first: of each host one namespace's, and the others vanish. */
export const servicesFor = (
  view: MeshView,
  client: Client,
  imports: EgressListener['imports'],
): readonly MeshService[] =>
  imports === EVERYTHING
    ? remember(view, `services ${client.kind} ${client.namespace} ${client.dnsCapture}`, () =>
        findServices(view, client, imports),
      )
    : findServices(view, client, imports);

function findServices(
  view: MeshView,
  client: Client,
  imports: EgressListener['imports'],
): readonly MeshService[] {
  const { settings } = view;
  const byHost = new Map<string, Resource[]>();
  // What is meant for the client alone comes before what is meant for all.
  const tier = (resource: Resource): number => consultationTier(resource, client.namespace, view);
  const resources = [...view.find(key.kind('Service')), ...view.find(key.kind('ServiceEntry'))].sort(
    (a, b) => tier(a) - tier(b) || compareAge(a, b),
  );
  for (const resource of resources) {
    if (!isVisible(resource, client.namespace, settings)) continue;
    for (const host of registryHosts(resource, settings)) {
      if (!imports(namespaceOf(resource, settings), host)) continue;
      const known = byHost.get(host);
      if (known) known.push(resource);
      else byHost.set(host, [resource]);
    }
  }
  const [numbers, aliases] = [autoNumbers(view), aliasesIn(view)];
  const order = new Map(resources.map((resource, index) => [resource, index]));
  const ageOf = ({ resources: [first] }: MeshService): number => (first && order.get(first)) ?? 0;
  const services: MeshService[] = [];
  for (const [host, all] of byHost) {
    const service = serviceOf(host, winners(all, client, view), settings, client.dnsCapture, numbers);
    if (!service) continue;
    const names = aliases.get(host)?.filter((alias) => imports(service.namespace, alias)) ?? [];
    services.push(names.length ? { ...service, aliases: names } : service);
  }
  return services.sort((a, b) => ageOf(a) - ageOf(b));
}

/**
 * The client's own namespace, else that of a Service, else that of the oldest; in it a Service stands alone. A gateway
 * does not put its own namespace first.
 * https://github.com/istio/istio/blob/master/pilot/pkg/model/sidecar.go (selectServices, DefaultSidecarScopeForGateway)
 */
function winners(all: readonly Resource[], client: Client, { settings }: MeshView): readonly Resource[] {
  const namespaceIs = (namespace: string) => (resource: Resource) =>
    namespaceOf(resource, settings) === namespace;
  const own = client.kind === 'gateway' ? undefined : all.find(namespaceIs(client.namespace));
  const best = own ?? all.find(({ type }) => type === 'Service') ?? all[0];
  if (!best) return [];
  const there = all.filter(namespaceIs(namespaceOf(best, settings)));
  const service = there.find(({ type }) => type === 'Service');
  return service ? [service] : there;
}

/** Which automatic address a host gets: by the order in which ServiceEntries were made. */
const autoNumbers = (view: MeshView): ReadonlyMap<string, number> =>
  remember(view, 'automatic addresses', () => {
    const numbers = new Map<string, number>();
    for (const resource of view.find(key.kind('ServiceEntry'))) {
      const spec = specOf(resource);
      const off =
        asText(
          valueAt(resource.value, ['metadata', 'labels', 'networking.istio.io/enable-autoallocate-ip']),
        ) === 'false';
      const resolution = asText(member(spec, 'resolution')) ?? 'NONE';
      if (off || resolution === 'NONE' || asTexts(member(spec, 'addresses')).length) continue;
      for (const host of registryHosts(resource, view.settings)) {
        if ((!isWildcard(host) || resolution === 'DYNAMIC_DNS') && !numbers.has(host))
          numbers.set(host, numbers.size + 1);
      }
    }
    return numbers;
  });
