import type { editor, MarkerSeverity } from 'monaco-editor/editor';
import type { Problem, Severity } from '../../checks/index.ts';
import type { Session } from '../../session/index.ts';
import type { Models } from './models.ts';

type Monaco = typeof import('monaco-editor/editor');

export const MARKER_OWNER = 'meshwright';

/** Underlines the problems of the shown file, and keeps them as the text changes. */
export function showMarkers(monaco: Monaco, view: editor.ICodeEditor, session: Session, models: Models): () => void {
  let last: { problems: readonly Problem[]; path: string; model: editor.ITextModel } | null = null;
  const draw = () => {
    const model = view.getModel();
    const open = model && models.byModel(model);
    if (!open) return;
    const { problems } = session.getState().analysis;
    if (last?.problems === problems && last.path === open.path && last.model === open.model) return;
    last = { problems, path: open.path, model: open.model };
    const mine = problems.filter((problem) => problem.file === open.path);
    monaco.editor.setModelMarkers(open.model, MARKER_OWNER, mine.map((problem) => markerOf(monaco, problem)));
  };
  const stop = session.subscribe(draw);
  const changed = view.onDidChangeModel(draw);
  return () => {
    stop();
    changed.dispose();
  };
}

export function markerOf({ MarkerSeverity }: Monaco, problem: Problem): editor.IMarkerData {
  const severities: Record<Severity, MarkerSeverity> = {
    error: MarkerSeverity.Error,
    warning: MarkerSeverity.Warning,
    info: MarkerSeverity.Info,
    hint: MarkerSeverity.Hint,
  };
  return {
    severity: severities[problem.severity],
    message: problem.message,
    code: problem.code,
    startLineNumber: problem.line,
    startColumn: problem.column,
    endLineNumber: problem.endLine,
    endColumn: problem.endColumn,
  };
}
