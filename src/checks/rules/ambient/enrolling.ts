import type { MeshView } from '../../../istio/index.ts';
import type { Mend } from '../../finding.ts';
import { namespaceNamed } from '../references/in-mesh.ts';
import { USE_WAYPOINT } from './mode.ts';

/** Has a namespace use a waypoint of the name that `istioctl waypoint apply` gives, where its document is at hand. */
export function enrolling(view: MeshView, namespace: string): readonly Mend[] {
  const found = namespaceNamed(view, namespace);
  if (!found || found.assumed) return [];
  const path = ['metadata', 'labels', USE_WAYPOINT];
  const operation = { kind: 'set-field', resource: found.id, path, value: 'waypoint' } as const;
  return [{ title: `Have namespace ${namespace} use a waypoint`, steps: [{ kind: 'elsewhere', operation }] }];
}
