/**
 * Istio's host algebra. A wildcard starts with `*` and is compared by its suffix: `*.x.example` covers `a.x.example`
 * and `a.b.x.example`, not `x.example`.
 */
export const isWildcard = (host: string): boolean => host.startsWith('*');

/**
 * The full name that a short one means for a resource in `namespace`. `*`, IP addresses and whatever holds a dot stay
 * as they are: `reviews.prod` is no Service of namespace `prod` to Istio.
 */
export function resolveHost(host: string, namespace: string, clusterDomain: string): string {
  if (host === '' || host === '*' || host.includes('.') || host.includes(':')) return host;
  return `${host}.${namespace}.svc.${clusterDomain}`;
}

/** The host of a Kubernetes Service. */
export const serviceHost = (name: string, namespace: string, clusterDomain: string): string =>
  `${name}.${namespace}.svc.${clusterDomain}`;

/** The namespace in a Service's host; null for hosts of another form. */
export function serviceNamespace(host: string, clusterDomain: string): string | null {
  const end = `.svc.${clusterDomain}`;
  const [name, namespace, ...more] = host.endsWith(end) ? host.slice(0, -end.length).split('.') : [];
  return name && namespace && !more.length ? namespace : null;
}

/** The other names under which a sidecar in `clientNamespace` knows a Service's host, shortest first. */
export function shortAliases(
  host: string,
  clientNamespace: string,
  clusterDomain: string,
): readonly string[] {
  const namespace = serviceNamespace(host, clusterDomain);
  if (namespace === null) return [];
  const name = host.slice(0, host.indexOf('.'));
  return [
    ...(namespace === clientNamespace ? [name] : []),
    `${name}.${namespace}`,
    `${name}.${namespace}.svc`,
  ];
}

/** The host of the Service that a name is short for in `clientNamespace`, as cluster DNS completes it; `shortAliases` the other way round. */
export function serviceMeant(name: string, clientNamespace: string, clusterDomain: string): string {
  const labels = name.split('.');
  if (labels.length === 1) return serviceHost(name, clientNamespace, clusterDomain);
  if (labels.length === 2) return `${name}.svc.${clusterDomain}`;
  return labels.length === 3 && labels[2] === 'svc' ? `${name}.${clusterDomain}` : name;
}

/** Whether some name is covered by both. Symmetric. */
export function hostMatches(a: string, b: string): boolean {
  const [wildA, wildB] = [isWildcard(a), isWildcard(b)];
  if (!wildA && !wildB) return a === b;
  if (wildA && wildB) return a.slice(1).endsWith(b.slice(1)) || b.slice(1).endsWith(a.slice(1));
  return wildA
    ? a.length <= b.length && b.endsWith(a.slice(1))
    : b.length <= a.length && a.endsWith(b.slice(1));
}

/** Whether every name of `a` is covered by `b`. */
export function hostSubsetOf(a: string, b: string): boolean {
  if (!isWildcard(b)) return a === b;
  return a.length >= b.length && (isWildcard(a) ? a.slice(1) : a).endsWith(b.slice(1));
}

/** Orders hosts most specific first: names before wildcards, longer before shorter, then by alphabet. */
export function compareSpecificity(a: string, b: string): number {
  const wild = Number(isWildcard(a)) - Number(isWildcard(b));
  return wild || b.length - a.length || (a < b ? -1 : Number(a > b));
}

/** The more specific of each overlapping pair: what both lists cover. Without doubles. */
export function intersectHosts(a: readonly string[], b: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const one of a) {
    for (const other of b) {
      if (hostSubsetOf(one, other)) found.add(one);
      else if (hostSubsetOf(other, one)) found.add(other);
    }
  }
  return [...found];
}

/** `.x.example`, `.example` for `a.x.example` and for `*.x.example` also `.x.example` itself: the endings at dots. */
export function hostSuffixes(host: string): readonly string[] {
  const suffixes: string[] = [];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1))
    suffixes.push(host.slice(dot));
  return suffixes;
}
