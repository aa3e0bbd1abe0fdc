import { asList, asTexts, member, namespaceOf, specOf, type Resource } from '../../istio/index.ts';
import { boundHosts, readProxyMatch, streamMatchFor } from '../../routing/index.ts';
import { amongAll, weightedClusters, type Weighted } from '../clusters/destinations.ts';
import type { ChainRule } from '../listeners/listener.ts';
import type { Walk } from '../walk.ts';
import { boundTo } from './gateway-hosts.ts';
import type { Server } from './servers.ts';

/** Where a rule of a VirtualService sends a connection at a gateway. */
export interface StreamRoute {
  readonly rule: ChainRule;
  readonly clusters: readonly Weighted[];
  /** The names that it is for; null for `tcp` rules, which ask for none. */
  readonly sni: readonly string[] | null;
}

/** The `tls` rules of a server that passes TLS on, or the `tcp` rules of one for bytes, in order. */
export function streamRoutes(walk: Walk, server: Server, section: 'tls' | 'tcp'): readonly StreamRoute[] {
  const { view, scope } = walk;
  return boundTo(view, scope.client, server.gatewayName).flatMap((virtualService) =>
    boundHosts(virtualService, server.gateway, server, view).length
      ? routesOf(walk, server, virtualService, section)
      : [],
  );
}

function routesOf(
  { view, scope }: Walk,
  server: Server,
  virtualService: Resource,
  section: 'tls' | 'tcp',
): readonly StreamRoute[] {
  const proxy = {
    gateway: server.gatewayName,
    port: server.port,
    namespace: scope.client.namespace,
    labels: scope.client.labels,
  };
  const namespace = namespaceOf(virtualService, view.settings);
  const lookUp = amongAll(scope, server.port);
  return asList(member(specOf(virtualService), section)).flatMap((rule, index) => {
    const clusters = weightedClusters(view, scope, member(rule, 'route'), virtualService, lookUp);
    const matches = asList(member(rule, 'match'));
    const made = (match: number | null, sni: readonly string[] | null): StreamRoute => ({
      rule: { virtualService, section, index, match },
      clusters,
      sni,
    });
    if (!matches.length) return section === 'tcp' ? [made(null, null)] : [];
    return matches.flatMap((match, matchIndex) => {
      // Istiod asks a gateway for its name and the server's port alone, not where calls come from.
      const asked = { ...readProxyMatch(match, namespace), sourceLabels: {}, sourceNamespace: null };
      if (!streamMatchFor(asked, proxy)) return [];
      return [
        made(
          matchIndex,
          section === 'tls' ? asTexts(member(match, 'sniHosts')).map((host) => host.toLowerCase()) : null,
        ),
      ];
    });
  });
}
