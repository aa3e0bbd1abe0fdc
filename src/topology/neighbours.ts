import type { Topology } from './types.ts';

/** The ids that edges join to each node, in the order of edges. */
export function neighboursOf(topology: Topology): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  const join = (from: string, to: string): void => {
    const known = near.get(from);
    if (known) known.push(to);
    else near.set(from, [to]);
  };
  for (const edge of topology.edges) {
    if (edge.source === edge.target) continue;
    join(edge.source, edge.target);
    join(edge.target, edge.source);
  }
  return near;
}
