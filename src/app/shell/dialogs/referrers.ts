import type { Resource, ResourceId } from '../../../istio/index.ts';
import type { SessionState } from '../../../session/index.ts';

/** The resources that speak of this one: whoever says so at an edge of the graph that touches it. */
export function referrers({ mesh, topology }: SessionState['analysis'], id: ResourceId): readonly Resource[] {
  const nodes = new Set(topology.nodes.filter(({ resource }) => resource === id).map((node) => node.id));
  const found = new Set<Resource>();
  for (const { source, target, origin } of topology.edges) {
    if (!origin || origin.resource === id || (!nodes.has(source) && !nodes.has(target))) continue;
    const resource = mesh.byId.get(origin.resource);
    if (resource) found.add(resource);
  }
  return [...found];
}
