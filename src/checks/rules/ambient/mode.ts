import { asLabels, key, valueAt, type Labels, type MeshView, type Resource } from '../../../istio/index.ts';
import { namespaceNamed } from '../references/in-mesh.ts';

export const MODE = 'istio.io/dataplane-mode';
export const USE_WAYPOINT = 'istio.io/use-waypoint';
const WAYPOINT_NAMESPACE = 'istio.io/use-waypoint-namespace';
const KUBERNETES_GATEWAY = 'Gateway.gateway.networking.k8s.io';

export const labelsOf = (resource: Resource | undefined): Labels =>
  asLabels(resource && valueAt(resource.value, ['metadata', 'labels']));

export const namespaceLabels = (view: MeshView, namespace: string): Labels =>
  labelsOf(namespaceNamed(view, namespace));

/** Whether pods of a namespace are in ambient mode unless they say otherwise. Where sidecars are asked for too, they win. */
export function isAmbientNamespace(view: MeshView, namespace: string): boolean {
  const labels = namespaceLabels(view, namespace);
  return labels[MODE] === 'ambient' && !asksForSidecars(labels);
}

export const asksForSidecars = (labels: Labels): boolean =>
  labels['istio-injection'] === 'enabled' || Boolean(labels['istio.io/rev']);

/** The waypoint that labels ask for, those of the thing itself before those of its namespace; `none` is none. */
export function waypointNamed(own: Labels, ofNamespace: Labels): string | undefined {
  const name = own[USE_WAYPOINT] ?? ofNamespace[USE_WAYPOINT];
  return name === '' || name === 'none' ? undefined : name;
}

/** Whether the workspace holds the waypoint of this name; true where it holds no Gateway of Kubernetes at all. */
export function isWaypointThere(
  view: MeshView,
  name: string,
  namespace: string,
  own: Labels,
  ofNamespace: Labels,
): boolean {
  if (!view.find(key.kind(KUBERNETES_GATEWAY)).length) return true;
  const home = own[WAYPOINT_NAMESPACE] ?? ofNamespace[WAYPOINT_NAMESPACE] ?? namespace;
  return view.find(key.name(KUBERNETES_GATEWAY, home, name)).length > 0;
}
