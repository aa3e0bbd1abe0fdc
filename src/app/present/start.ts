import type { Session } from '../../session/index.ts';
import { addCommands } from '../commands/registry.ts';
import { lessonHere } from '../lesson/here.ts';
import { focusDrawn, focusedPane } from '../shell/layout/showPane.ts';
import { presentCommands } from './commands.ts';
import { onLeave } from './leave.ts';
import { listenToKeys } from './keys.ts';
import { newId, recall, remember } from './memory.ts';
import { keepNotesInStep } from './notes/projector.ts';
import { presentStore } from './presentStore.ts';
import { usualScale } from './views.ts';
import { stayAwake } from './wakeLock.ts';

/** The same as long as the tab lives: notes that are still open go on with the next presentation. */
let tab: string | null = null;

/** Lists what can be done while presenting among all commands, as for the help. */
export const listCommands = (): void => addCommands(presentCommands);

/** Turns the page into what a room can read. A reload goes on with it; leaving puts everything back as it was. */
export function startPresenting(session: Session): void {
  if (presentStore.get().now) return;
  listCommands();
  const state = session.getState();
  const { camera, outlineOpen } = state.look;
  const workspace = state.workspace.id;
  const focused = focusedPane();
  const kept = recall();
  const id = (tab ??= kept?.id ?? newId());

  const { panes, scale, since } = kept ?? {
    panes: lessonHere(state) ? (['canvas', 'lesson'] as const) : (['canvas'] as const),
    scale: usualScale(window.innerWidth),
    since: Date.now(),
  };
  if (outlineOpen) session.dispatch({ type: 'look', look: { outlineOpen: false } });
  presentStore.set({ now: { panes, scale, since, laser: false, dark: false } });
  const root = document.documentElement;
  const keep = () => {
    const { now } = presentStore.get();
    if (!now) return;
    root.style.setProperty('--present-scale', String(now.scale));
    root.toggleAttribute('data-laser', now.laser);
    remember({ id, ...now });
  };
  root.dataset['presenting'] = '';
  keep();
  const stops = [
    presentStore.subscribe(keep),
    keepNotesInStep(session, id),
    listenToKeys(session),
    stayAwake(),
  ];

  onLeave(() => {
    for (const stop of stops) stop();
    remember(null);
    delete root.dataset['presenting'];
    root.removeAttribute('data-laser');
    root.style.removeProperty('--present-scale');
    if (document.fullscreenElement) void document.exitFullscreen();
    if (session.getState().workspace.id === workspace)
      session.dispatch({ type: 'look', look: { camera, outlineOpen } });
    const back = () => presentStore.set({ now: null });
    if (focused) focusDrawn(focused, back);
    else back();
  });
}

/** Goes on with what was presented before a reload, if anything was. */
export function resumePresenting(session: Session): void {
  if (recall()) startPresenting(session);
}
