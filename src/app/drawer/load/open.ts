import type { Session } from '../../../session/index.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { labStore } from './labStore.ts';
import { beginScenario, showKept } from './scenario.ts';
import { runNow } from './running.ts';

/** Shows the load lab, with a scenario of the workspace where one is named. */
export function openLab(session: Session, path?: string): void {
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'load' } });
  showPane(session, 'drawer');
  if (path === undefined) return;
  if (labStore.get().workspace === session.getState().workspace.id) showKept(session, path);
  else void beginScenario(session).then(() => showKept(session, path));
}

/** Shows it, and runs the load again. */
export async function runLab(session: Session): Promise<void> {
  openLab(session);
  await beginScenario(session);
  await runNow(session);
}

export function showFullScreen(session: Session): void {
  openLab(session);
  labStore.set({ fullScreen: true });
}
