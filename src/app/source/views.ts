import type { editor } from 'monaco-editor/editor';
import type { Selection, Session } from '../../session/index.ts';

/** How a file was left: caret, scroll and folds, and what was selected then. */
export interface LeftView {
  readonly state: editor.ICodeEditorViewState | null;
  readonly selection: Selection | null;
}

const views = new WeakMap<Session, Map<string, LeftView>>();

/** How the files of a session were left, by path; outlives the editor, which goes whenever its pane leaves the screen. */
export function leftViews(session: Session): Map<string, LeftView> {
  let known = views.get(session);
  if (!known) views.set(session, (known = new Map()));
  return known;
}
