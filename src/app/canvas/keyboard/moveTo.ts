import type { Session, SessionState } from '../../../session/index.ts';
import { flowId, type Topology, type TopologyNode } from '../../../topology/index.ts';
import { panes } from '../../commands/panes.ts';
import { announce, canvasStore, type Spot } from '../state/canvasState.ts';
import { problemMark, rowMarks } from '../../../exchange/index.ts';
import { nodeWords, rowWords } from '../words.ts';
import { waysWords } from './ways.ts';

/** Selects what stands at a place. What no file defines selects the reference that names it. */
export function selectSpot(session: Session, spot: Spot): void {
  const { way } = canvasStore.get();
  canvasStore.set({ cursor: spot, way: null, came: null, ...(way && { hoverEdge: null }) });
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
  const { drawn, problems } = state.analysis;
  const node = drawn.nodes.find(({ id }) => id === spot.node);
  if (!node) return '';
  const own =
    spot.row === null
      ? nodeWords(node, problemMark(problems, node.resource))
      : `${rowWords(node, spot.row, rowMarks(problems, node).get(spot.row), isUncovered(spot))}, of ${node.label}`;
  return [own, waysWords(drawn, spot)].filter(Boolean).join('. ');
}

const isUncovered = ({ node, row }: Spot): boolean =>
  row !== null && canvasStore.get().uncovered?.has(flowId(node, row)) === true;

function namedBy(topology: Topology, node: TopologyNode) {
  return topology.edges.find((edge) => edge.target === node.id && edge.origin)?.origin ?? null;
}
