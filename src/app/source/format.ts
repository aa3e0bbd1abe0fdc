import type { editor } from 'monaco-editor/editor';
import { formatLines } from '../../language/index.ts';
import type { Session } from '../../session/index.ts';
import { contextOf } from './context.ts';
import { sayAt } from './message.ts';
import type { Models } from './models.ts';
import { monaco } from './setup.ts';

/** As the command calls it. */
const FORMAT_LINES = 'meshwright.formatLines';

/**
 * Formats the lines of the selection, or the caret's, as one step of undo. An action of our own: a formatter known to Monaco
 * could also be run over the whole file, which nobody asked for.
 */
export function addFormatting(
  view: editor.IStandaloneCodeEditor,
  session: Session,
  models: Models,
): () => void {
  const { KeyCode, KeyMod } = monaco;
  let runs = 0;
  const action = view.addAction({
    id: FORMAT_LINES,
    label: 'Format the selected lines',
    keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
    contextMenuGroupId: '1_modification',
    contextMenuOrder: 1.3,
    run() {
      const model = view.getModel();
      const selection = view.getSelection();
      const open = model && models.byModel(model);
      if (!open || !selection) return;
      const from = open.lines.offsetAt(selection.getStartPosition());
      const to = open.lines.offsetAt(selection.getEndPosition());
      const { edits, refused } = formatLines(contextOf(session), open.path, from, to);
      models.burst.end();
      if (edits.length > 0) {
        const [mark, label] = [`format:${runs++}`, `Format lines of ${open.path}`];
        session.dispatch({ type: 'edit-text', path: open.path, edits, origin: 'text', mark, label });
      }
      const position = view.getPosition();
      if (refused && position) sayAt(view, refused, position);
    },
  });
  return () => action.dispose();
}
