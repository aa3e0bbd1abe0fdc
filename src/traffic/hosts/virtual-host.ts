import type { Resource } from '../../istio/index.ts';
import type { HttpEntry } from '../../routing/index.ts';
import { bestByName } from './best-by-name.ts';
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
export const chooseVirtualHost = <T extends VirtualHost>(
  hosts: readonly T[],
  hostname: string,
): T | undefined => bestByName(hosts, ({ domains }) => domains, hostname);
