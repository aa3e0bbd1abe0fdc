import type { editor } from 'monaco-editor/editor';
import type { Session } from '../../session/index.ts';
import { followCaret } from './caret.ts';
import { showMarkers } from './markers.ts';
import { createModels } from './models.ts';
import { editorOptions } from './options.ts';
import { registerProviders } from './providers/index.ts';
import { lightSelection } from './selection.ts';
import { monaco } from './setup.ts';
import { followTheme } from './theme.ts';
import { bindUndo } from './undo.ts';

/** The YAML pane's editor: one Monaco editor, one model a file. */
export interface SourceEditor {
  /** Shows a file as it was left: caret, scroll and folds. */
  show(path: string): void;
  focus(): void;
  /** Puts the caret at a place of the shown file (0-based offset) and brings it into view. */
  reveal(offset: number): void;
  /** Runs one of Monaco's own actions, by its id. */
  run(action: string): void;
  dispose(): void;
}

export function createSourceEditor(container: HTMLElement, session: Session): SourceEditor {
  const models = createModels(session);
  const view = monaco.editor.create(container, {
    ...editorOptions,
    model: null,
    ariaLabel: 'YAML of the file. Control M, on a Mac Control Shift M, lets Tab move the focus out.',
  });
  const viewStates = new Map<string, editor.ICodeEditorViewState | null>();
  let shown: string | null = null;

  const leave = () => {
    const open = shown === null ? null : models.byModel(view.getModel() ?? ({} as editor.ITextModel));
    if (open) viewStates.set(open.path, view.saveViewState());
  };

  const stops = [
    followTheme(),
    bindUndo(session, () => [view]),
    registerProviders(session, models),
    followCaret(view, session, models),
    showMarkers(view, session, models),
    lightSelection(view, session, models),
  ];

  return {
    show(path) {
      const open = models.open(path);
      if (open && view.getModel() === open.model) {
        shown = path;
        return;
      }
      leave();
      shown = open ? path : null;
      view.setModel(open?.model ?? null);
      const state = viewStates.get(path);
      if (state) view.restoreViewState(state);
    },
    focus: () => view.focus(),
    reveal(offset) {
      const open = shown === null ? null : models.open(shown);
      if (!open) return;
      const position = open.lines.positionAt(offset);
      view.setPosition(position);
      view.revealPositionInCenterIfOutsideViewport(position);
    },
    run: (action) => void view.getAction(action)?.run(),
    dispose() {
      for (const stop of stops) stop();
      view.dispose();
      models.dispose();
    },
  };
}
