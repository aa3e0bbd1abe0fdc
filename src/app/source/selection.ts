import type { editor } from 'monaco-editor/editor';
import { locationOf } from '../../language/index.ts';
import type { Selection, Session } from '../../session/index.ts';
import { calm } from '../theme/motion.ts';
import { contextOf } from './context.ts';
import type { Models, OpenModel } from './models.ts';
import styles from './monaco.module.css';
import { monaco } from './setup.ts';

/** A stretch longer than this is marked by its bar alone; a page of coloured lines would say nothing. */
const MOST_LINES = 12;

export interface SelectionLight {
  /** Brings the selected lines into view, unless they were selected here. */
  reveal(): void;
  stop: () => void;
}

/**
 * Lights the lines of what is selected, and brings them into view when it was selected elsewhere, never taking the focus.
 */
export function lightSelection(
  view: editor.IStandaloneCodeEditor,
  session: Session,
  models: Models,
): SelectionLight {
  const lit = view.createDecorationsCollection();
  let drawn: { selection: Selection | null; revision: number; model: editor.ITextModel | null } | null = null;
  let revealed: Selection | null = null;
  let lines: Lines | null = null;

  const draw = () => {
    const { selection, revision, activeFile } = session.getState();
    const model = view.getModel();
    if (drawn?.selection === selection && drawn.revision === revision && drawn.model === model) return;
    drawn = { selection, revision, model };
    const open = model && models.byModel(model);
    lines = open && selection ? linesOf(session, open, selection) : null;
    if (!lines || !selection) return lit.clear();
    lit.set(decorations(lines, selection.path.length === 0));
    if (revealed === selection || open?.path !== activeFile) return;
    revealed = selection;
    showLines();
  };

  const showLines = () => {
    if (lines && session.getState().selection?.origin !== 'text') reveal(view, lines);
  };

  const stop = session.subscribe(draw);
  const changed = view.onDidChangeModel(draw);
  draw();
  return {
    reveal: showLines,
    stop() {
      stop();
      changed.dispose();
    },
  };
}

interface Lines {
  readonly from: number;
  readonly to: number;
}

function linesOf(session: Session, open: OpenModel, { resource, path }: Selection): Lines | null {
  const location = locationOf(contextOf(session), resource, path);
  if (location?.file !== open.path) return null;
  const from = open.lines.positionAt(location.from).lineNumber;
  const end = open.lines.positionAt(location.to);
  return { from, to: Math.max(from, end.column === 1 ? end.lineNumber - 1 : end.lineNumber) };
}

function decorations({ from, to }: Lines, whole: boolean): editor.IModelDeltaDecoration[] {
  const bar: editor.IModelDeltaDecoration = {
    range: new monaco.Range(from, 1, to, 1),
    options: { isWholeLine: true, linesDecorationsClassName: styles['bar'] ?? '' },
  };
  if (whole) return [bar];
  const soft: editor.IModelDeltaDecoration = {
    range: new monaco.Range(from, 1, to - from > MOST_LINES ? from : to, 1),
    options: {
      isWholeLine: true,
      className: styles['lit'] ?? '',
      marginClassName: styles['lit'] ?? '',
      overviewRuler: { color: { id: 'focusBorder' }, position: monaco.editor.OverviewRulerLane.Center },
    },
  };
  return [bar, soft];
}

/** Only as far as needed: a line that can be seen stays where it is. Its beginning may have been pushed out at the left. */
function reveal(view: editor.IStandaloneCodeEditor, { from, to }: Lines): void {
  const last = Math.min(to, from + MOST_LINES);
  const smooth = calm() ? monaco.editor.ScrollType.Immediate : monaco.editor.ScrollType.Smooth;
  view.revealLinesInCenterIfOutsideViewport(from, last, smooth);
  view.setScrollLeft(0, smooth);
}
