/**
 * Hosts as istiod's webhook compares them: as text. A wildcard covers whatever ends as it does after the star; for one like
 * `*shop.example` that is `shop.example` too, which routing sees differently.
 */
export function hostsOverlap(a: string, b: string): boolean {
  return a === b || coveredBy(a, b) || coveredBy(b, a);
}

/** Whether every name of `host` is among those of `other`. */
export function coveredBy(host: string, other: string): boolean {
  if (!other.startsWith('*')) return host === other;
  const rest = other.slice(1);
  return host.startsWith('*')
    ? host.length >= other.length && host.slice(1).endsWith(rest)
    : host.endsWith(rest);
}
