import { RedoCommand, UndoCommand } from 'monaco-editor/editor/browser/editorExtensions';
import type { editor } from 'monaco-editor/editor';
import type { Session } from '../../session/index.ts';

/** Monaco's own undo stands at 10,000 for its editors; inputs (the find box) keep theirs, as they are not the editor's text. */
const FIRST = 20_000;

/** Whose undo it is. */
export interface Turns {
  undo(): void;
  redo(): void;
}

export const historyOf = (session: Session): Turns => ({
  undo: () => void session.dispatch({ type: 'undo' }),
  redo: () => void session.dispatch({ type: 'redo' }),
});

/**
 * The session owns undo, for all panes. Monaco's commands `undo` and `redo`, however they are called (keys, menus, the
 * command ids), go to it while one of our editors has the focus. Returns the way to stop.
 */
export function bindUndo(turns: Turns, editors: () => readonly editor.ICodeEditor[]): () => void {
  const focused = () => editors().some((each) => each.hasTextFocus());
  const bound = [
    UndoCommand.addImplementation(FIRST, 'meshwright', () => {
      if (!focused()) return false;
      turns.undo();
      return true;
    }),
    RedoCommand.addImplementation(FIRST, 'meshwright', () => {
      if (!focused()) return false;
      turns.redo();
      return true;
    }),
  ];
  return () => bound.forEach((each) => each.dispose());
}
