import type { Session, SessionState } from '../../session/index.ts';
import { lessonHere } from '../lesson/here.ts';
import { back, next } from '../lesson/moves.ts';
import { present, presentStore } from './presentStore.ts';

/** What next and back lead to where no lesson runs: the resources, in the order in which the files have them. */
export const stopsOf = ({ analysis }: SessionState) =>
  analysis.mesh.resources.filter(({ assumed }) => assumed !== true);

/** On to what comes next, or back. A dark screen only lights up again: what is next should be seen. */
export function go(session: Session, by: 1 | -1): void {
  if (presentStore.get().now?.dark) return present({ dark: false });
  const state = session.getState();
  if (lessonHere(state)) return by > 0 ? next(session) : back(session);
  const stops = stopsOf(state);
  const at = stops.findIndex(({ id }) => id === state.selection?.resource);
  const stop = at < 0 ? stops[by > 0 ? 0 : stops.length - 1] : stops[at + by];
  if (stop) session.dispatch({ type: 'select', resource: stop.id, origin: 'palette' });
}
