import type { SessionState } from '../../../session/index.ts';
import type { Spot } from '../state/canvasState.ts';
import { connectionOf, type Connection, type How } from './connection.ts';
import { endOf, type End } from './ends.ts';

/** What a line between two places on the canvas means, with the files as they are now. */
export function meaningOf(state: SessionState, from: Spot, to: Spot, how: How = 'route'): Connection {
  const start = findEnd(state, from);
  const end = findEnd(state, to);
  if (!start || !end) return { refusal: 'That is not on the canvas any more.' };
  return connectionOf(start, end, state.analysis.mesh.settings, how);
}

/** What stands at a place now; null once it is gone. */
export function findEnd(state: SessionState, spot: Spot): End | null {
  const { topology, mesh } = state.analysis;
  const node = topology.nodes.find((candidate) => candidate.id === spot.node);
  return node ? endOf(node, spot.row, mesh) : null;
}
