import type { editor, IDisposable } from 'monaco-editor/editor';
import { fileText } from '../../../text/index.ts';
import { createModels, type OpenModel } from '../../source/models.ts';
import { editorOptions } from '../../source/options.ts';
import { createModelIn, monaco } from '../../source/setup.ts';
import { followTheme } from '../../source/theme.ts';
import { bindUndo } from '../../source/undo.ts';
import { wrapped } from '../../source/wrap.ts';
import type { Draft } from '../../../session/index.ts';
import type { Finding } from '../findings.ts';
import type { WrittenText } from '../assist/help.ts';
import { LESSON, registerLessonLanguage } from './language.ts';
import { registerLessonProviders } from './providers.ts';

/** The editor of a pack's files: one Monaco editor, one model a file. */
export interface LessonEditor {
  show(path: string): void;
  focus(): void;
  /** Puts the caret at an offset of the shown file, and brings it into view. */
  reveal(offset: number, focus: boolean): void;
  mark(findings: readonly Finding[]): void;
  dispose(): void;
}

export interface LessonEditorHost {
  readonly draft: Draft;
  /** The shown lesson as it reads now. */
  readonly written: (text: string) => WrittenText;
  /** The caret came to an offset of the shown file. */
  readonly onCaret: (offset: number) => void;
}

const isLesson = (path: string): boolean => /\.(md|markdown)$/i.test(path);

/** Draws the editor into an element; empty until `show`. */
export function createLessonEditor(
  container: HTMLElement,
  { draft, written, onCaret }: LessonEditorHost,
): LessonEditor {
  registerLessonLanguage();
  container.classList.add('monaco-component');
  const models = createModels(
    {
      textOf: (path) => fileText(draft.getState().files, path),
      edit: (path, edits, mark) => draft.edit(path, edits, mark),
      onChanges: (listener) => draft.onChanges(listener),
      subscribe: (listener) => draft.subscribe(listener),
    },
    (text, path) => createModelIn(isLesson(path) ? LESSON : 'plaintext', text, path),
  );
  const view = monaco.editor.create(container, {
    ...editorOptions,
    model: null,
    wordWrap: 'on',
    wrappingIndent: 'same',
    lightbulb: { enabled: monaco.editor.ShowLightbulbIconMode.Off },
    ariaLabel: 'Text of the lesson. Control M, on a Mac Control Shift M, lets Tab move the focus out.',
  });
  const left = new Map<string, editor.ICodeEditorViewState | null>();
  let shown: string | null = null;
  const open = (): OpenModel | null => (shown === null ? null : models.open(shown));

  const stops: (IDisposable | { dispose(): void })[] = [
    { dispose: followTheme() },
    { dispose: bindUndo({ undo: () => void draft.undo(), redo: () => void draft.redo() }, () => [view]) },
    { dispose: registerLessonProviders(models, written) },
    view.onDidChangeCursorPosition(({ position }) => {
      const here = open();
      if (here && view.getModel() === here.model) onCaret(here.lines.offsetAt(position));
    }),
    view.onDidBlurEditorText(() => models.burst.end()),
  ];
  models.onReceived((here, edits, history) => {
    // What was undone, or written by a command, is brought into view.
    const last = edits.at(-1);
    if (here.path !== shown || !last) return;
    const { startLineNumber: lineNumber, startColumn: column } = last.range;
    if (history) view.setPosition({ lineNumber, column });
    view.revealLineInCenterIfOutsideViewport(lineNumber);
  });

  return {
    show(path) {
      const next = models.open(path);
      if (shown === path && view.getModel() === (next?.model ?? null)) return;
      if (shown !== null) left.set(shown, view.saveViewState());
      shown = path;
      view.setModel(next?.model ?? null);
      const before = left.get(path);
      if (before) view.restoreViewState(before);
    },
    focus: () => view.focus(),
    reveal(offset, focus) {
      const position = open()?.lines.positionAt(offset);
      if (!position) return;
      view.setPosition(position);
      view.revealLineNearTop(position.lineNumber);
      if (focus) view.focus();
    },
    mark(findings) {
      const here = open();
      if (!here) return;
      monaco.editor.setModelMarkers(
        here.model,
        'meshwright-lesson',
        findings.map(({ message, offset }) => {
          const { lineNumber, column } = here.lines.positionAt(offset);
          return {
            severity: monaco.MarkerSeverity.Error,
            message: wrapped(message, 70),
            startLineNumber: lineNumber,
            startColumn: column,
            endLineNumber: lineNumber,
            endColumn: Math.max(column + 1, here.lines.line(lineNumber).length + 1),
          };
        }),
      );
    },
    dispose() {
      for (const stop of stops) stop.dispose();
      view.dispose();
      models.dispose();
    },
  };
}
