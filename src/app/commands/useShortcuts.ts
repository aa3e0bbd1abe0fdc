import { useEffect } from 'react';
import { useSession } from '../session.tsx';
import type { Command } from './command.ts';
import { commandFor, type KeyPlace } from './dispatchKey.ts';
import { isMac } from './platform.ts';
import { commands } from './registry.ts';
import { isEnabled, runCommand } from './run.ts';

const TYPING =
  'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable], .monaco-editor';
const POPUP = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]:not([data-pane-list])';

/** Where a key was pressed, by the element that has the focus. */
export function placeOf(target: EventTarget | null): KeyPlace {
  const element = target instanceof Element ? target : null;
  return {
    typing: element?.closest(TYPING) != null,
    ownUndo: element?.closest('[data-own-undo]') != null,
    onButton: element?.closest('button, a[href], summary') != null,
    popup: element?.closest(POPUP) != null,
    pane: element?.closest<HTMLElement>('[data-pane]')?.dataset['pane'],
  };
}

const all = (): boolean => true;

/** One listener for all shortcuts of the page; of `which` commands, where not all are there. */
export function useShortcuts(which: (command: Command) => boolean = all): void {
  const session = useSession();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // `isComposing`: the key goes on with a character of an input method.
      if (event.defaultPrevented || event.isComposing) return;
      const enabled = (command: Command) => isEnabled(command, session.getState());
      const command = commandFor(commands.filter(which), event, placeOf(event.target), isMac, enabled);
      if (!command || !enabled(command)) return;
      event.preventDefault();
      void runCommand(command, session);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session, which]);
}
