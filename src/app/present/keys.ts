import type { Session } from '../../session/index.ts';
import { canvasStore } from '../canvas/state/canvasState.ts';
import { commandFor } from '../commands/dispatchKey.ts';
import { isMac } from '../commands/platform.ts';
import { runCommand } from '../commands/run.ts';
import { placeOf } from '../commands/useShortcuts.ts';
import { presentCommands } from './commands.ts';

/** What moves by arrows itself while it has the keyboard. */
const MOVED_BY_ARROWS =
  'input, textarea, select, [contenteditable], .monaco-editor, [role=application], [role=tree], [role=tablist], ' +
  '[role=toolbar], [role=group]:has(> [tabindex]), [role=radiogroup], [role=listbox], [role=menu], [role=grid], ' +
  '[role=slider], [role=separator]';

const takesArrows = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(MOVED_BY_ARROWS) !== null;

/**
 * The keys of presenting. They come before those of whatever has the keyboard: a clicker has to work wherever the trainer
 * has clicked last. Only dialogs, menus and what is being typed keep theirs. Returns the way to stop.
 */
export function listenToKeys(session: Session): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let held = false;

  const first = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const place = placeOf(event.target);
    if (event.key === 'Escape' && (place.typing || held || isCanvasBusy(place.pane) || isSomethingOpen()))
      return;
    if (event.key.startsWith('Arrow') && takesArrows(event.target)) return;
    const command = commandFor(presentCommands, event, place, isMac);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    void runCommand(command, session);
  };
  /** Escape that nothing wanted while something was typed ends the typing; the next one leaves. */
  const last = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !placeOf(event.target).typing) return;
    document.querySelector<HTMLElement>('[data-presenter]')?.focus();
  };

  window.addEventListener('keydown', first, { capture: true, signal });
  window.addEventListener('keydown', last, { signal });
  const holds = (is: boolean) => () => (held = is);
  window.addEventListener('pointerdown', holds(true), { capture: true, signal });
  for (const end of ['pointerup', 'pointercancel'])
    window.addEventListener(end, holds(false), { capture: true, signal });
  return () => stop.abort();
}

/** Whether a dialog or a menu is open, though it may not have the keyboard yet. */
const isSomethingOpen = (): boolean =>
  document.querySelector('[role=dialog], [role=alertdialog], [role=menu]') !== null;

/** Whether Escape ends something on the canvas that is half done. */
function isCanvasBusy(pane: string | undefined): boolean {
  const { connecting, mode, find, way } = canvasStore.get();
  return pane === 'canvas' && (connecting !== null || mode === 'connect' || find !== null || way !== null);
}
