import type { editor } from 'monaco-editor/editor';
import type { Session } from '../../session/index.ts';
import type { Models } from './models.ts';
import { monaco } from './setup.ts';

/** Long enough that holding an arrow key does not redraw every pane at each line. */
const QUIET = 80;

/** The caret selects what it stands in, while the pane has the focus; a jump of the caret ends a burst of typing. */
export function followCaret(view: editor.ICodeEditor, session: Session, models: Models): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const model = view.getModel();
    const position = view.getPosition();
    const open = model && models.byModel(model);
    if (!open || !position || !view.hasTextFocus()) return;
    const offset = open.lines.offsetAt(position);
    session.dispatch({ type: 'select-at', path: open.path, offset, origin: 'text' });
  };
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(tell, QUIET);
  };
  const listeners = [
    view.onDidChangeCursorPosition((event) => {
      if (models.receiving()) return;
      if (event.reason === monaco.editor.CursorChangeReason.Explicit) models.burst.end();
      if (view.hasTextFocus()) later();
    }),
    view.onDidFocusEditorText(later),
    view.onDidBlurEditorText(() => models.burst.end()),
  ];
  // What was undone is shown where it happened, if the person is looking here.
  models.onReceived((open, edits, history) => {
    const last = edits.at(-1);
    if (!history || !last || view.getModel() !== open.model || !view.hasTextFocus()) return;
    const added = last.text.split('\n');
    const line = last.range.startLineNumber + added.length - 1;
    const column = (added.length === 1 ? last.range.startColumn : 1) + (added.at(-1)?.length ?? 0);
    // Lines of earlier edits of the same step shift the last one.
    const shift = edits
      .slice(0, -1)
      .reduce(
        (sum, { range, text }) =>
          sum + text.split('\n').length - 1 - (range.endLineNumber - range.startLineNumber),
        0,
      );
    view.setPosition({ lineNumber: line + shift, column });
    view.revealPositionInCenterIfOutsideViewport({ lineNumber: line + shift, column });
  });
  return () => {
    clearTimeout(timer);
    for (const listener of listeners) listener.dispose();
  };
}
