import type { Session } from '../../../session/index.ts';
import { panes } from '../../commands/panes.ts';
import { announce, canvasStore } from '../state/canvasState.ts';
import { moveTo } from './moveTo.ts';
import { endOfWay, nextWay, wayWords, type Direction } from './ways.ts';

/** Puts the keyboard on the next way from where it stands, or to there, and says it. What says so in the files is selected. */
export function goThroughWays(session: Session, direction: Direction): void {
  const { drawn } = session.getState().analysis;
  const { cursor, way } = canvasStore.get();
  const next = cursor && nextWay(drawn, cursor, way, direction);
  if (!next) return announce(direction === 'out' ? 'No way leads on from here' : 'No way leads here');
  canvasStore.set({ way: next, hoverEdge: next.edge });
  const edge = drawn.edges.find(({ id }) => id === next.edge);
  if (edge?.origin) session.dispatch({ type: 'select', ...edge.origin, origin: 'canvas' });
  const end = endOfWay(drawn, next);
  if (end) panes.canvas?.reveal(end.node);
  announce(wayWords(drawn, next));
}

/** Goes along the way that the keyboard stands on. False where it stands on none. */
export function followWay(session: Session): boolean {
  const { way } = canvasStore.get();
  const end = way && endOfWay(session.getState().analysis.drawn, way);
  if (!way || !end) return false;
  moveTo(session, end);
  canvasStore.set({ came: { from: way.from, to: end.node } });
  return true;
}

/** Back from a way to the place from which it was looked at. False where the keyboard stands on none. */
export function leaveWay(session: Session): boolean {
  const { way } = canvasStore.get();
  if (!way) return false;
  moveTo(session, way.from);
  return true;
}
