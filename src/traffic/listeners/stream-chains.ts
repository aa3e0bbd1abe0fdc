import {
  asList,
  asTexts,
  hostMatches,
  hostsOf,
  isWildcard,
  member,
  namespaceOf,
  shortAliases,
  specOf,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { readProxyMatch, streamMatchFor, type Proxy } from '../../routing/index.ts';
import { amongAll, weightedClusters } from '../clusters/destinations.ts';
import { clusterOf } from '../clusters/cluster.ts';
import { isRange } from '../scope/addresses.ts';
import type { EgressScope, Scope } from '../scope/scope.ts';
import type { MeshService } from '../scope/service.ts';
import type { Chain } from './listener.ts';

/** What chains of a service's port are made from. `bind` is the address of the service that the listener is for, null for all. */
export interface StreamPort {
  readonly view: MeshView;
  readonly scope: Scope;
  readonly egress: EgressScope;
  readonly service: MeshService;
  readonly port: number;
  readonly address: string | null;
}

type Bytes = Extract<Chain, { kind: 'bytes' }>;

const proxyOf = ({ scope, port }: StreamPort): Proxy => ({
  gateway: 'mesh',
  port,
  namespace: scope.client.namespace,
  labels: scope.client.labels,
});

const claiming = ({ view, egress, service }: StreamPort): readonly Resource[] =>
  egress.virtualServices.filter((resource) =>
    hostsOf(resource, view.settings).some((host) => hostMatches(host.toLowerCase(), service.host)),
  );

const rangeOf = ({ address }: StreamPort): string | null =>
  address !== null && isRange(address) ? address : null;

/** Chains by the name that a TLS client asks for: those of `tls` rules, or one for the service where no rule applies. */
export function tlsChains(at: StreamPort): readonly Bytes[] {
  const { view, scope, service } = at;
  const chains: Bytes[] = [];
  // The subnets of a match count for those after it too, until another brings its own: istiod keeps them by oversight.
  let ranges: readonly (string | null)[] = [rangeOf(at)];
  for (const virtualService of claiming(at)) {
    const namespace = namespaceOf(virtualService, view.settings);
    asList(member(specOf(virtualService), 'tls')).forEach((rule, index) => {
      asList(member(rule, 'match')).forEach((match, matchIndex) => {
        if (!streamMatchFor(readProxyMatch(match, namespace), proxyOf(at))) return;
        const clusters = weightedClusters(
          view,
          scope,
          member(rule, 'route'),
          virtualService,
          amongAll(scope, at.port),
        );
        if (!clusters.length) return;
        const names = asTexts(member(match, 'sniHosts')).map((host) => host.toLowerCase());
        const subnets = asTexts(member(match, 'destinationSubnets'));
        if (subnets.length) ranges = subnets;
        for (const prefix of ranges) {
          chains.push({
            kind: 'bytes',
            prefix,
            sni: names.includes('*') ? null : names,
            clusters,
            rule: { virtualService, section: 'tls', index, match: matchIndex },
            service,
          });
        }
      });
    });
  }
  if (chains.length) return chains;
  const named =
    at.address === null ||
    isRange(at.address) ||
    (isWildcard(service.host) && service.resolution === 'DYNAMIC_DNS');
  return [{ ...own(at), sni: named ? namesOf(at) : null }];
}

/** The names that TLS clients ask for: of the service, and those that Services of type ExternalName give it. */
const namesOf = ({ view, scope, service }: StreamPort): readonly string[] => [
  service.host,
  ...service.aliases.flatMap((alias) => [
    alias,
    ...shortAliases(alias, scope.client.namespace, view.settings.clusterDomain),
  ]),
];

/** Chains by address: those of `tcp` rules up to one that asks for no subnet; else one for the service. */
export function tcpChains(at: StreamPort): readonly Bytes[] {
  const { view, scope, service } = at;
  const chains: Bytes[] = [];
  for (const virtualService of claiming(at)) {
    const namespace = namespaceOf(virtualService, view.settings);
    for (const [index, rule] of asList(member(specOf(virtualService), 'tcp')).entries()) {
      const clusters = weightedClusters(
        view,
        scope,
        member(rule, 'route'),
        virtualService,
        amongAll(scope, at.port),
      );
      const matches = asList(member(rule, 'match'));
      const applying = matches.length
        ? [...matches.entries()].filter(([, match]) =>
            streamMatchFor(readProxyMatch(match, namespace), proxyOf(at)),
          )
        : [[null, null] as const];
      for (const [match, value] of applying) {
        const subnets = asTexts(member(value ?? undefined, 'destinationSubnets'));
        const chain = {
          kind: 'bytes',
          sni: null,
          clusters,
          rule: { virtualService, section: 'tcp', index, match },
          service,
        } as const;
        for (const prefix of subnets) chains.push({ ...chain, prefix });
        if (!subnets.length) return [...chains, { ...chain, prefix: rangeOf(at) }];
      }
    }
  }
  return [...chains, own(at)];
}

/** To the service itself, as if nobody had written a rule. */
function own(at: StreamPort): Bytes {
  const { view, scope, service, port } = at;
  const cluster = clusterOf(view, scope, {
    host: service.host,
    port,
    subset: null,
  });
  return {
    kind: 'bytes',
    prefix: rangeOf(at),
    sni: null,
    clusters: [{ cluster, weight: 100, item: undefined }],
    rule: null,
    service,
  };
}
