import type { ResourceId } from '../../../istio/index.ts';
import type { Stage } from '../../../traffic/index.ts';

export const STAGES: Readonly<Record<Stage, string>> = {
  request: 'Request',
  listener: 'Listener',
  'virtual-host': 'Virtual host',
  rule: 'Rule',
  action: 'Action',
  cluster: 'Cluster',
  policy: 'Policy',
  tls: 'TLS',
  upstream: 'Destination',
  outcome: 'Outcome',
};

/** The kind and the name in a resource's id, `Kind/namespace/name`. */
export function nameIn(id: ResourceId): { readonly kind: string; readonly name: string } {
  const [kind = '', , name = ''] = id.split('/');
  return { kind, name };
}

/** `VirtualService cart`, of a resource's id. */
export function kindAndName(id: ResourceId): string {
  const { kind, name } = nameIn(id);
  return name ? `${kind} ${name}` : kind;
}
