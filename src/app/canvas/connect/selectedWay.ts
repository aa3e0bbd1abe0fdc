import type { SessionState } from '../../../session/index.ts';
import type { TopologyEdge } from '../../../topology/index.ts';
import { isSelectedEdge } from '../state/selected.ts';
import { movableEnds } from './movable.ts';

type Seen = Pick<SessionState, 'analysis' | 'selection'>;

/** The drawn lines that are selected and can be led elsewhere. */
export function selectedWays({ analysis, selection }: Seen): readonly TopologyEdge[] {
  if (!selection || selection.path.length === 0) return [];
  return analysis.drawn.edges.filter(
    (edge) => isSelectedEdge(selection, edge) && movableEnds(edge).length > 0,
  );
}
