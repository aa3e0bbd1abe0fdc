import type { Resource } from '../../istio/index.ts';
import type { HttpEntry } from '../../routing/index.ts';
import type { MeshService } from '../scope/service.ts';

/** Names, and the routes for requests to them. */
export interface VirtualHost {
  /** As Envoy names it: `host:port`, `allow_any`, `block_all`. */
  readonly name: string;
  /** In small letters; `*.suffix` for a wildcard. */
  readonly domains: readonly string[];
  /** Empty for a service that nobody wrote rules for: then everything goes to it. */
  readonly routes: readonly HttpEntry[];
  /** The one that claims the host in the mesh; undefined at gateways, where many share one, and for a plain service. */
  readonly virtualService: Resource | undefined;
  readonly service: MeshService | undefined;
}

/**
 * The virtual host for a name, given without its port: itself, else the longest wildcard, else `*`. There is always just one:
 * where no route in it takes a request, none in another is tried.
 */
export function chooseVirtualHost(hosts: readonly VirtualHost[], hostname: string): VirtualHost | undefined {
  let best: VirtualHost | undefined;
  let length = -1;
  for (const host of hosts) {
    for (const domain of host.domains) {
      const fit = domain === hostname ? Infinity : fitOf(domain, hostname);
      if (fit > length) [best, length] = [host, fit];
    }
  }
  return best;
}

/** How long the part is that a wildcard fixes; -1 where it does not cover the name. The `*` stands for one letter at least. */
function fitOf(domain: string, hostname: string): number {
  if (domain === '*') return 0;
  if (!domain.startsWith('*')) return -1;
  const suffix = domain.slice(1);
  return hostname.length > suffix.length && hostname.endsWith(suffix) ? suffix.length : -1;
}
