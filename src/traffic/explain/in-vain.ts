import {
  asList,
  asNumber,
  gatewaysOf,
  hostsOf,
  MESH_GATEWAY,
  member,
  namespaceOf,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { gatewayNamed, rulesOf, tellHosts, type RouteRule } from '../../routing/index.ts';
import type { Path, YamlValue } from '../../yaml/index.ts';
import { gatewayProxies } from '../aim/callers.ts';
import { destinationCluster, type LookUp } from '../clusters/destinations.ts';
import { whyMissing } from '../record-clusters.ts';
import type { Caller } from '../request.ts';
import { clientIn, scopeOf, type Scope } from '../scope/scope.ts';
import { capital, listOf, type Sentence } from './sentence.ts';

/** The scope of a proxy that has the rules of a VirtualService: a sidecar beside it, else one of its gateways. */
function scopeFor(view: MeshView, virtualService: Resource): Scope | undefined {
  const gateways = gatewaysOf(virtualService, view.settings);
  const sidecar: Caller = { kind: 'sidecar', namespace: namespaceOf(virtualService, view.settings) };
  const named = gateways.flatMap((name) => gatewayNamed(view, name) ?? []);
  const caller = gateways.includes(MESH_GATEWAY)
    ? sidecar
    : named.flatMap((gateway) => gatewayProxies(view, gateway))[0];
  return caller && scopeOf(view, clientIn(view, caller));
}

/** What comes to nothing though it reads well: rules for HTTP where none is seen. */
export function unseen(view: MeshView, virtualService: Resource): readonly Sentence[] {
  if (!gatewaysOf(virtualService, view.settings).includes(MESH_GATEWAY)) return [];
  if (!rulesOf(virtualService).some(({ section }) => section === 'http')) return [];
  const services = scopeFor(view, virtualService)?.services;
  return hostsOf(virtualService, view.settings).flatMap((host): readonly Sentence[] => {
    const ports = services?.get(host.toLowerCase())?.ports ?? [];
    if (!ports.length || ports.some(({ class: kind }) => kind === 'http' || kind === 'auto')) return [];
    const words = ports.map(({ number, protocol }) => `${number} is for ${protocol || 'TCP'}`);
    return [
      {
        text: `${host} has no port for HTTP (${listOf(words)}), so calls to its ports pass these http rules by. They count for plain calls to port 80 alone, and only where something else makes the sidecar listen there.`,
        path: ['spec', 'http'],
        odd: true,
      },
    ];
  });
}

/** Destinations of a rule that are not there, as its proxies see it. */
export function missingOf(view: MeshView, virtualService: Resource, rule: RouteRule): readonly Sentence[] {
  const scope = scopeFor(view, virtualService);
  if (!scope) return [];
  const sentence = (destination: YamlValue | undefined, path: Path, end: string): readonly Sentence[] => {
    if (destination === undefined || destination === null) return [];
    // Where none is named the listener's port counts, or the host's only one: any of its own says whether the rest is there.
    const anyPort: LookUp = (host) => {
      const service = scope.services.get(host);
      return { host: service?.externalName ?? host, port: service?.clusterPorts[0]?.number ?? 80 };
    };
    const cluster = destinationCluster(view, scope, destination, virtualService, anyPort);
    const named = asNumber(member(member(destination, 'port'), 'number'));
    if (!cluster.missing || (cluster.missing === 'port' && !named)) return [];
    // Files without Services leave them to the cluster.
    if (cluster.missing === 'host' && !tellHosts(view)) return [];
    const why = whyMissing(cluster, cluster.missing);
    return [{ text: `${why.startsWith(cluster.host) ? why : capital(why)}: ${end}.`, path, odd: true }];
  };
  const answer = rule.section === 'http' ? 'what goes there is answered 503' : 'the connection is closed';
  return [
    ...asList(member(rule.value, 'route')).flatMap((route, index) =>
      sentence(member(route, 'destination'), [...rule.path, 'route', index, 'destination'], answer),
    ),
    ...sentence(member(rule.value, 'mirror'), [...rule.path, 'mirror'], NO_COPY),
    ...asList(member(rule.value, 'mirrors')).flatMap((mirror, index) =>
      sentence(member(mirror, 'destination'), [...rule.path, 'mirrors', index, 'destination'], NO_COPY),
    ),
  ];
}

const NO_COPY = 'no copy is ever sent';
