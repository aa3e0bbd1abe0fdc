import { troubledBy, type Session } from '../../../session/index.ts';
import { drawnAs, viewShowing } from '../../../topology/index.ts';
import { showView } from './showView.ts';
import { shownWords } from './shownWords.ts';

/**
 * Sees to it that a node of the mesh is drawn by itself: opens what it is collapsed in, shows again what it was hidden
 * with, in the view `from` which it begins. Returns in words what was done for that; empty where it was drawn already.
 */
export function showNode(session: Session, id: string, from = session.getState().view): string {
  const { view, analysis } = session.getState();
  const next = viewShowing(analysis.topology, from, id, troubledBy(analysis.problems));
  if (next === view) return '';
  const at = drawnAs(analysis.drawn, id);
  showView(session, next, at === undefined ? {} : { at });
  return shownWords(from, next);
}
