import type { editor } from 'monaco-editor/editor';
import { unmetGoals } from '../drawer/unmetGoals.ts';
import type { Models } from './models.ts';
import { monaco } from './setup.ts';

const OWNER = 'meshwright-load';

/** Underlines what a load scenario expects and a run did not meet; what was found stands with it. */
export function showUnmetGoals(view: editor.ICodeEditor, models: Models): () => void {
  const draw = () => {
    const model = view.getModel();
    const open = model && models.byModel(model);
    if (!open) return;
    const { file, goals } = unmetGoals.get();
    const mine = file === open.path ? goals : [];
    monaco.editor.setModelMarkers(
      open.model,
      OWNER,
      mine.map(({ from, to, message }) => {
        const [start, end] = [open.lines.positionAt(from), open.lines.positionAt(to)];
        return {
          severity: monaco.MarkerSeverity.Warning,
          message,
          startLineNumber: start.lineNumber,
          startColumn: start.column,
          endLineNumber: end.lineNumber,
          endColumn: end.column,
        };
      }),
    );
  };
  const stop = unmetGoals.subscribe(draw);
  const changed = view.onDidChangeModel(draw);
  return () => {
    stop();
    changed.dispose();
  };
}
