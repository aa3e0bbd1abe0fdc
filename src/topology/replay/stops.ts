import type { Topology, TopologyEdge } from '../types.ts';
import { onward, ownEnds, rowOf, type WayPlace, type WayStop } from '../way.ts';
import type { ReplayedLoad } from './load.ts';

/** Where the picture has the last of some places. */
export function lastStop(topology: Topology, places: readonly WayPlace[]): WayStop | undefined {
  for (const place of places.toReversed()) {
    const node = topology.nodes.find(({ resource }) => resource === place.resource);
    if (node) return { node: node.id, row: rowOf(node, place) };
  }
  return undefined;
}

/** The edges from there to what answers. */
export const endsOf = (topology: Topology, stop: WayStop): readonly TopologyEdge[] =>
  ownEnds(onward(topology, stop));

type At = ReplayedLoad['clusters'][number]['endpoints'][number]['at'];

/** Where the picture has an endpoint: where its file says, else at the only end there is; undefined where it has none of it. */
export function stopOf(topology: Topology, at: At, ends: readonly TopologyEdge[]): WayStop | undefined {
  if (at)
    for (const { id, resource, lane, origin, rows } of topology.nodes) {
      if (lane !== 'endpoint') continue;
      if (resource === at.resource) return { node: id, row: null };
      if (origin?.resource !== at.resource) continue;
      const row = rows.find(({ path }) => path.join('/') === at.path.join('/'));
      if (row) return { node: id, row: row.id };
    }
  const [end] = ends;
  const only = end && ends.every(({ target }) => target === end.target);
  return only ? { node: end.target, row: ends.length === 1 ? end.targetRow : null } : undefined;
}
