import type { SessionState } from '../../../session/index.ts';
import type { How, Line, Spot } from '../state/canvasState.ts';
import { connectionOf, type Connection } from './connection.ts';
import { findEnd } from './ends.ts';
import { reconnectionOf } from './reconnection.ts';

/** What a line to a place on the canvas would do, or why it means nothing. */
export type MeaningOf = typeof meaningOf;

/** What a line to a place on the canvas means, with the files as they are now. */
export function meaningOf(state: SessionState, line: Line, to: Spot, how: How = 'route'): Connection {
  const { topology, mesh } = state.analysis;
  const end = findEnd(state, to);
  const start = findEnd(state, line.from);
  if (!start || !end) return { refusal: 'That is not on the canvas any more.' };
  if (line.edge === undefined) return connectionOf(start, end, mesh.settings, how);
  const edge = topology.edges.find(({ id }) => id === line.edge);
  return edge ? reconnectionOf(edge, line.moves, end, mesh) : { refusal: 'This line is not there any more.' };
}
