import type { Session } from '../../../session/index.ts';
import { presentStore } from '../../present/presentStore.ts';
import { lessonHere } from '../../lesson/here.ts';
import { focusedPane, focusPane, isShown, showPane, type PaneName } from './showPane.ts';
import { currentWidth } from './width.ts';

const order: readonly PaneName[] = ['rail', 'lesson', 'canvas', 'form', 'yaml', 'drawer'];
const byElement: Record<string, PaneName> = {
  rail: 'rail',
  lesson: 'lesson',
  canvas: 'canvas',
  inspector: 'form',
  source: 'yaml',
  drawer: 'drawer',
};

/** Moves the keyboard to the next (`1`) or previous (`-1`) pane that can be seen; on a narrow screen, to any. */
export function nextPane(session: Session, step: 1 | -1): void {
  const width = currentWidth();
  const state = session.getState();
  const { preferences } = state;
  const there = order.filter((pane) => pane !== 'lesson' || lessonHere(state) !== null);
  // Of a closed drawer its row of tabs is there.
  const onScreen = (pane: PaneName) => pane === 'drawer' || isShown(pane, preferences, width);
  const presented = presentStore.get().now?.panes;
  const alone = width === 'narrow' && !presented;
  const seen = presented ?? (alone ? there : there.filter(onScreen));
  const now = alone ? preferences.narrowPane : byElement[focusedPane() ?? ''];
  const at = now ? seen.indexOf(now) : step > 0 ? -1 : 0;
  const next = seen[(at + step + seen.length) % seen.length];
  if (next === 'drawer' && !alone) focusPane('drawer');
  else if (next) showPane(session, next);
}
