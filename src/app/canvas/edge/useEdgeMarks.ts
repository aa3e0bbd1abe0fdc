import type { TopologyEdge } from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { isSelectedEdge } from '../state/selected.ts';
import { useCanvasState } from '../state/useCanvasState.ts';

/** How an edge and its pill look now, as data attributes for the stylesheet. */
export function useEdgeMarks(edge: TopologyEdge) {
  const lit = useCanvasState((state) => (state.lit === null ? null : state.lit.edges.has(edge.id)));
  const hovered = useCanvasState((state) => state.hoverEdge === edge.id);
  const dropped = useCanvasState(({ dropping }) =>
    dropping?.edge === edge.id ? (dropping.refusal === null ? 'yes' : 'no') : undefined,
  );
  const selected = useSessionState((state) => isSelectedEdge(state.selection, edge));
  return {
    'data-kind': edge.kind,
    'data-lit': lit || hovered || selected || undefined,
    // What carries no traffic is only a reference, and so is what none ever takes.
    'data-quiet': lit === false || edge.inert !== undefined || edge.flows.length === 0 || undefined,
    'data-dangling': (edge.dangling && edge.missing !== 'unknown') || undefined,
    'data-unknown': (edge.dangling && edge.missing === 'unknown') || undefined,
    'data-selected': selected || undefined,
    'data-target': dropped,
  };
}
