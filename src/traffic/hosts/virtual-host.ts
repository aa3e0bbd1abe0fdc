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
export function chooseVirtualHost<T extends VirtualHost>(
  hosts: readonly T[],
  hostname: string,
): T | undefined {
  const { byName, wild } = indexOf(hosts);
  return byName.get(hostname) ?? bestByName(wild, ({ domains }) => domains, hostname);
}

interface Index<T> {
  readonly byName: ReadonlyMap<string, T>;
  readonly wild: readonly T[];
}
const indexes = new WeakMap<readonly VirtualHost[], Index<VirtualHost>>();

/** The hosts by their plain names, and those with wildcards; made once a table. */
function indexOf<T extends VirtualHost>(hosts: readonly T[]): Index<T> {
  const known = indexes.get(hosts);
  // A table holds what it was made with.
  if (known) return known as Index<T>;
  const byName = new Map<string, T>();
  for (const host of hosts) for (const name of host.domains) if (!byName.has(name)) byName.set(name, host);
  const made = { byName, wild: hosts.filter(({ domains }) => domains.some((name) => name.startsWith('*'))) };
  indexes.set(hosts, made);
  return made;
}
