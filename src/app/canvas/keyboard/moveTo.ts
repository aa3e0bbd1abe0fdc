import type { Session, SessionState } from '../../../session/index.ts';
import type { Topology, TopologyNode } from '../../../topology/index.ts';
import { panes } from '../../commands/panes.ts';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { problemMark } from '../state/problemMarks.ts';
import { nodeWords, rowWords } from '../words.ts';

/** Selects what stands at a place. What no file defines selects the reference that names it. */
export function selectSpot(session: Session, spot: Spot): void {
  canvasStore.set({ cursor: spot });
  const { drawn: topology } = session.getState().analysis;
  const node = topology.nodes.find(({ id }) => id === spot.node);
  if (!node) return;
  if (node.resource !== null) {
    const path = node.rows.find((row) => row.id === spot.row)?.path ?? [];
    session.dispatch({ type: 'select', resource: node.resource, path, origin: 'canvas' });
    return;
  }
  // What neither a file defines nor one names is selected by itself: nothing else is then.
  const named = node.contents ? null : namedBy(topology, node);
  session.dispatch({ type: 'select', ...(named ?? { resource: null }), origin: 'canvas' });
}

/** Moves the keyboard's place: selects, brings it into view and says it; `first` is said before. */
export function moveTo(session: Session, spot: Spot, first = ''): void {
  selectSpot(session, spot);
  panes.canvas?.reveal(spot.node);
  announce([first, spotWords(session.getState(), spot)].filter(Boolean).join(' '));
}

function spotWords(state: SessionState, spot: Spot): string {
  const node = state.analysis.drawn.nodes.find(({ id }) => id === spot.node);
  if (!node) return '';
  if (spot.row !== null) return `${rowWords(node, spot.row)}, of ${node.label}`;
  return nodeWords(node, problemMark(state.analysis.problems, node.resource));
}

function namedBy(topology: Topology, node: TopologyNode) {
  return topology.edges.find((edge) => edge.target === node.id && edge.origin)?.origin ?? null;
}
