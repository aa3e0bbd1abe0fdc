import {
  asTexts,
  compareSpecificity,
  gatewaysOf,
  member,
  valueAt,
  type MeshView,
  type Resource,
} from '../../istio/index.ts';
import { boundHosts, remember, type HttpEntry } from '../../routing/index.ts';
import { routesFor, takesEverything } from '../hosts/routes.ts';
import type { VirtualHost } from '../hosts/virtual-host.ts';
import { virtualServicesFor, type Client } from '../scope/scope.ts';
import type { Server } from './servers.ts';

/** The VirtualServices that may be bound to a Gateway, as its proxy's namespace sees them. */
export const boundTo = (view: MeshView, client: Client, gatewayName: string): readonly Resource[] =>
  remember(view, `bound ${gatewayName} ${client.namespace}`, () =>
    virtualServicesFor(view, client.namespace, (resource) =>
      gatewaysOf(resource, view.settings).includes(gatewayName),
    ),
  );

/**
 * The virtual hosts of plaintext servers that share a port, or of one that ends TLS. All VirtualServices of a host add their
 * routes, one after the other; those that take everything come last.
 */
export const gatewayHosts = (
  view: MeshView,
  client: Client,
  servers: readonly Server[],
): readonly GatewayHost[] => {
  const named = servers.map(({ gatewayName, index }) => `${gatewayName} ${index}`).join();
  return remember(view, `gateway hosts ${client.namespace} ${JSON.stringify(client.labels)} ${named}`, () =>
    makeHosts(view, client, servers),
  );
};

type GatewayHost = VirtualHost & { readonly httpsRedirect: boolean };

function makeHosts(view: MeshView, client: Client, servers: readonly Server[]): readonly GatewayHost[] {
  const routes = new Map<string, HttpEntry[]>();
  const redirecting = new Set<string>();
  for (const server of servers) {
    const httpsRedirect = redirectsToHttps(server);
    if (httpsRedirect) for (const host of openHosts(server)) redirecting.add(host);
    for (const virtualService of boundTo(view, client, server.gatewayName)) {
      const hosts = boundHosts(virtualService, server.gateway, server, view).map((host) =>
        host.toLowerCase(),
      );
      const more = hosts.length
        ? routesFor(view, virtualService, {
            gateway: server.gatewayName,
            port: server.port,
            namespace: client.namespace,
            labels: client.labels,
          })
        : [];
      for (const host of more.length ? hosts : []) {
        routes.set(host, [...(routes.get(host) ?? []), ...more]);
        if (httpsRedirect) redirecting.add(host);
      }
    }
  }
  const port = servers[0]?.port ?? 0;
  // Hosts with the same routes are one virtual host, called after the first.
  const named = new Map<string, string>();
  const nameOf = (host: string): string => {
    const same = `${redirecting.has(host)} ${routesKey(routes.get(host) ?? [])}`;
    const name = named.get(same) ?? `${host}:${port}`;
    named.set(same, name);
    return name;
  };
  return [...new Set([...routes.keys(), ...redirecting])].sort(compareSpecificity).map((host) => ({
    name: nameOf(host),
    domains: [host],
    routes: catchAllsLast(routes.get(host) ?? []),
    virtualService: undefined,
    service: undefined,
    httpsRedirect: redirecting.has(host),
  }));
}

const catchAllsLast = (routes: readonly HttpEntry[]): readonly HttpEntry[] => [
  ...routes.filter(({ asks }) => !takesEverything(asks)),
  ...routes.filter(({ asks }) => takesEverything(asks)),
];

/**
 * The hosts of a server that any namespace may use. Where one is for a namespace, istiod makes its virtual host for HTTPS
 * redirects of the text with the namespace, which no request asks for; there it takes a VirtualService.
 * https://github.com/istio/istio/blob/master/pilot/pkg/networking/core/gateway.go (buildGatewayHTTPRouteConfig)
 */
const openHosts = ({ value }: Server): readonly string[] =>
  asTexts(member(value, 'hosts')).flatMap((written) => {
    const host = written.startsWith('*/') ? written.slice(2) : written;
    return host.includes('/') ? [] : [host.toLowerCase()];
  });

const redirectsToHttps = ({ value, class: kind }: Server): boolean =>
  kind === 'http' && valueAt(value, ['tls', 'httpsRedirect']) === true;

const routesKey = (routes: readonly HttpEntry[]): string =>
  routes
    .map(({ virtualService, rule, match, delegate }) =>
      JSON.stringify([
        virtualService.id,
        rule.index,
        match,
        delegate?.virtualService.id,
        delegate?.rule.index,
        delegate?.match,
      ]),
    )
    .join(' ');
