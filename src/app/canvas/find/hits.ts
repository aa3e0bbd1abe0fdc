import type { SessionState } from '../../../session/index.ts';
import { drawnAs, search, type Hit, type Topology } from '../../../topology/index.ts';
import type { Spot } from '../state/canvasState.ts';

/** As much of a session's state. */
interface Seen {
  readonly analysis: Pick<SessionState['analysis'], 'topology' | 'drawn'>;
}

let last: { readonly topology: Topology; readonly query: string; readonly hits: readonly Hit[] } | null =
  null;

/**
 * What a search finds in the mesh, drawn or not. The same list for the same question, whatever is opened meanwhile.
 * Of a closed namespace that is found by its own name, it alone is found and not all that is in it.
 */
export function hitsOf({ analysis: { topology, drawn } }: Seen, query: string): readonly Hit[] {
  if (last?.topology === topology && last.query === query) return last.hits;
  const closed = new Set<string>();
  const hits = search(topology, query).flatMap((hit): Hit[] => {
    const as = hit.loose ? drawnAs(drawn, hit.node) : undefined;
    if (as === undefined || as === hit.node) return [hit];
    if (closed.has(as)) return [];
    closed.add(as);
    return [{ node: as, row: null, by: null }];
  });
  last = { topology, query, hits };
  return hits;
}

/** Where of what is drawn something found is: its own place, or its namespace's; null where it is hidden. */
export function spotOfHit({ analysis: { drawn } }: Seen, { node, row }: Hit): Spot | null {
  const as = drawnAs(drawn, node);
  return as === undefined ? null : { node: as, row: as === node ? row : null };
}
