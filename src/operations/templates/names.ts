import { isWildcard, key, type Mesh, type ModelledKind } from '../../istio/index.ts';

const SUFFIX: Readonly<Record<ModelledKind, string>> = {
  VirtualService: 'routing',
  DestinationRule: 'rule',
  ServiceEntry: 'entry',
  Gateway: 'gateway',
  Sidecar: 'sidecar',
  WorkloadEntry: 'workload',
  WorkloadGroup: 'workloads',
  PeerAuthentication: 'mtls',
  AuthorizationPolicy: 'access',
  RequestAuthentication: 'tokens',
};

/** The first word of a host or name that says something: `orders` of `api.orders.example`. Letters, digits and dashes only. */
export function stemOf(about: string | undefined): string {
  const labels = (about ?? '')
    .split('.')
    .filter((label) => label !== '' && !isWildcard(label) && !['api', 'www'].includes(label));
  const stem = (labels[0] ?? '').toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-');
  return stem.slice(0, 40).replace(/^-+|-+$/g, '') || 'new';
}

/** A free name that says what a new resource is for: `orders-routing`, `orders-routing-2`. */
export function nameFor(
  mesh: Mesh,
  kind: ModelledKind,
  namespace: string,
  about: string | undefined,
): string {
  const name = `${stemOf(about)}-${SUFFIX[kind]}`;
  const within = namespace || mesh.settings.defaultNamespace;
  const isTaken = (one: string) => mesh.find(key.name(kind, within, one)).length > 0;
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name}-${number}`;
  return free;
}
