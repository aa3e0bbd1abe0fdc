import type { Session } from '../../../session/index.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { toggleComparison } from './compare/comparing.ts';
import { labStore } from './labStore.ts';
import { player } from './replay/onCanvas.ts';
import { runNow, stopRun } from './running.ts';
import { beginScenario, showKept } from './scenario.ts';

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

/** Shows it, and replays the load on the canvas, or stands still there. */
export async function replayLab(session: Session): Promise<void> {
  if (labStore.get().run) openLab(session);
  else await runLab(session);
  if (labStore.get().run) player.toggle();
}

/** Leaves a run that is under way. */
export function stopLab(session: Session): void {
  if (labStore.get().progress !== null) return stopRun();
  session.dispatch({ type: 'notify', notice: { tone: 'info', title: 'No load is being run' } });
}

export function compareInLab(session: Session): void {
  openLab(session);
  toggleComparison();
}

export function showFullScreen(session: Session): void {
  openLab(session);
  labStore.set({ fullScreen: true });
}
