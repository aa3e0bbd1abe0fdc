import {
  asList,
  asNumber,
  asText,
  member,
  namespaceOf,
  resolveHost,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import type { YamlValue } from '../../yaml/index.ts';
import type { Destination } from '../outcome.ts';
import type { Client, Scope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';
import { clusterOf, type Cluster } from './cluster.ts';
import { tlsTo } from './tls.ts';

/**
 * How a proxy looks up the host of a destination: whose cluster it means, which is another's where the host is but another
 * name for it, and its port where none is written.
 */
export type LookUp = (host: string) => { readonly host: string; readonly port: number };

/** Among all services that the proxy knows: the only port of one, else the port given, that of the listener or server. */
export const amongAll =
  ({ services }: Scope, port: number): LookUp =>
  (host) => {
    const service = services.get(host);
    const [only, ...more] = service?.clusterPorts ?? [];
    return { host: service?.externalName ?? host, port: only && !more.length ? only.number : port };
  };

/** Among the services of a route table, each of which has its port alone there. */
export const amongThose =
  (services: readonly MeshService[], port: number): LookUp =>
  (host) => {
    const service = services.find(
      (one) => one.host === host && one.ports.some(({ number }) => number === port),
    );
    return { host: service?.externalName ?? host, port };
  };

/** A cluster that a route names, with its share. */
export interface Weighted {
  readonly cluster: Cluster;
  readonly weight: number;
  /** The item of `route`; undefined for what istiod adds by itself. */
  readonly item: YamlValue | undefined;
  /** The Host that it gets, where destinations of a rule get different ones. */
  readonly authority?: string;
}

/** The cluster that a `destination` of a VirtualService means. */
export function destinationCluster(
  view: MeshView,
  scope: Scope,
  destination: YamlValue | undefined,
  writer: Resource,
  lookUp: LookUp,
): Cluster {
  const written = asText(member(destination, 'host')) ?? '';
  const host = resolveHost(
    written,
    namespaceOf(writer, view.settings),
    view.settings.clusterDomain,
  ).toLowerCase();
  const found = lookUp(host);
  const port = asNumber(member(member(destination, 'port'), 'number')) || found.port;
  return clusterOf(view, scope, {
    host: found.host,
    port,
    subset: asText(member(destination, 'subset')) || null,
  });
}

/** The clusters of a rule's `route`: the only one gets everything, of several those without weight get nothing. */
export function weightedClusters(
  view: MeshView,
  scope: Scope,
  route: YamlValue | undefined,
  writer: Resource,
  lookUp: LookUp,
): readonly Weighted[] {
  const items = asList(route);
  const weighted = items.map((item) => ({
    item,
    weight: asNumber(member(item, 'weight')) ?? 0,
    cluster: destinationCluster(view, scope, member(item, 'destination'), writer, lookUp),
  }));
  if (weighted.length === 1) return weighted.map((one) => ({ ...one, weight: 100 }));
  return weighted.filter(({ weight }) => weight > 0);
}

export interface Sending {
  readonly client: Client;
  /** The Host as it is sent on; null for what is passed on as bytes. */
  readonly authority: string | null;
  /** The application speaks TLS itself. */
  readonly ownTls: boolean;
}

/** What is told of a cluster. */
export function destinationOf(
  view: MeshView,
  { cluster, weight }: Pick<Weighted, 'cluster' | 'weight'>,
  { client, authority, ownTls }: Sending,
): Destination {
  const { name, host, port, subset, missing, rule } = cluster;
  const [first] = rule?.resources ?? [];
  const tls = tlsTo(view, cluster, client, authority);
  return {
    cluster: name,
    host,
    port,
    ...(subset !== null && { subset }),
    weight,
    exists: missing === null,
    ...(first && { destinationRule: `${namespaceOf(first, view.settings)}/${first.name}` }),
    tls,
    ...(ownTls && tls.mode !== 'none' && !tls.auto && { doubleTls: true }),
  };
}
