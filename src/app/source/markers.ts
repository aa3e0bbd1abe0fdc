import type { editor, MarkerSeverity } from 'monaco-editor/editor';
import { effectOf, problemsIn, type Problem, type Severity } from '../../checks/index.ts';
import type { Session } from '../../session/index.ts';
import { effectWords } from '../drawer/problems/words.ts';
import type { Models } from './models.ts';
import { monaco } from './setup.ts';
import { wrapped } from './wrap.ts';

/** Columns that the pane has room for. */
const WIDTH = 62;

const MARKER_OWNER = 'meshwright';

/** Underlines the problems of the shown file, and keeps them as the text changes. */
export function showMarkers(view: editor.ICodeEditor, session: Session, models: Models): () => void {
  let last: { problems: readonly Problem[]; path: string; model: editor.ITextModel } | null = null;
  const draw = () => {
    const model = view.getModel();
    const open = model && models.byModel(model);
    if (!open) return;
    // The same list as long as the problems of this file stay, whatever becomes of those of others.
    const problems = problemsIn(session.getState().analysis.problems, open.path);
    if (last?.problems === problems && last.path === open.path && last.model === open.model) return;
    last = { problems, path: open.path, model: open.model };
    monaco.editor.setModelMarkers(
      open.model,
      MARKER_OWNER,
      problems.map((problem) => markerOf(problem)),
    );
  };
  const stop = session.subscribe(draw);
  const changed = view.onDidChangeModel(draw);
  return () => {
    stop();
    changed.dispose();
  };
}

/** A problem as Monaco underlines it. */
export function markerOf(problem: Problem): editor.IMarkerData {
  const severities: Record<Severity, MarkerSeverity> = {
    error: monaco.MarkerSeverity.Error,
    warning: monaco.MarkerSeverity.Warning,
    info: monaco.MarkerSeverity.Info,
    hint: monaco.MarkerSeverity.Hint,
  };
  return {
    severity: severities[problem.severity],
    message: wrapped(problem.message, WIDTH),
    code: problem.code,
    // Monaco shows it before the code: whether the cluster refuses it or only misbehaves.
    source: effectWords[effectOf(problem)].word,
    startLineNumber: problem.line,
    startColumn: problem.column,
    endLineNumber: problem.endLine,
    endColumn: problem.endColumn,
  };
}
