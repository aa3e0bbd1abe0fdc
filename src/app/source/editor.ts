import type { Session } from '../../session/index.ts';
import { page } from '../editable.ts';
import { followCaret } from './caret.ts';
import { showUnmetGoals } from './goalMarkers.ts';
import { showMarkers } from './markers.ts';
import { createModels, textsOf } from './models.ts';
import { editorOptions } from './options.ts';
import { registerProviders } from './providers/index.ts';
import { addFormatting } from './format.ts';
import { addRefactoring } from './refactor.ts';
import { lightSelection } from './selection.ts';
import { createYamlModel, monaco } from './setup.ts';
import { followSize } from './size.ts';
import { followTheme } from './theme.ts';
import { bindUndo, historyOf } from './undo.ts';
import { leftViews } from './views.ts';

/** The YAML pane's editor: one Monaco editor, one model a file. */
export interface SourceEditor {
  /** Shows a file as it was left: caret, scroll and folds. */
  show(path: string): void;
  focus(): void;
  /** Puts the caret at a place of the shown file (0-based offset), or selects up to `to`, and brings it into view. */
  reveal(offset: number, to?: number): void;
  /** What is selected, where that is a part of one line; empty else. */
  selected(): string;
  /** Runs one of Monaco's own actions, by its id. */
  run(action: string): void;
  dispose(): void;
}

const NO_BULB = { enabled: monaco.editor.ShowLightbulbIconMode.Off };

/** Draws the editor into an element; empty until `show`. */
export function createSourceEditor(container: HTMLElement, session: Session): SourceEditor {
  const models = createModels(textsOf(session), createYamlModel);
  // The context menu stands beside Monaco's own element, and would find none of the theme's colours there.
  container.classList.add('monaco-component');
  const view = monaco.editor.create(container, {
    ...editorOptions,
    ...(page.readOnly && { readOnly: true, domReadOnly: true, lightbulb: NO_BULB }),
    model: null,
    ariaLabel: 'YAML of the file. Control M, on a Mac Control Shift M, lets Tab move the focus out.',
  });
  const left = leftViews(session);
  let shown: string | null = null;

  const leave = () => {
    const model = view.getModel();
    const open = model && models.byModel(model);
    if (open) left.set(open.path, { state: view.saveViewState(), selection: session.getState().selection });
  };
  const light = lightSelection(view, session, models);

  const stops = [
    followTheme(),
    followSize((size) => view.updateOptions(size)),
    bindUndo(historyOf(session), () => [view]),
    registerProviders(session, models),
    followCaret(view, session, models),
    showMarkers(view, session, models),
    showUnmetGoals(view, models),
    addFormatting(view, session, models),
    addRefactoring(view),
    light.stop,
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
      const before = left.get(path);
      if (before?.state) view.restoreViewState(before.state);
      // What was selected elsewhere in the meantime counts more than where the view was.
      if (before?.selection !== session.getState().selection) light.reveal();
    },
    focus: () => view.focus(),
    reveal(offset, to = offset) {
      const open = shown === null ? null : models.open(shown);
      if (!open) return;
      const range = monaco.Range.fromPositions(open.lines.positionAt(offset), open.lines.positionAt(to));
      view.setSelection(range);
      view.revealRangeInCenterIfOutsideViewport(range);
    },
    selected() {
      const range = view.getSelection();
      const one = range !== null && range.startLineNumber === range.endLineNumber;
      return (one && view.getModel()?.getValueInRange(range)) || '';
    },
    run: (action) => void view.getAction(action)?.run(),
    dispose() {
      leave();
      for (const stop of stops) stop();
      view.dispose();
      models.dispose();
    },
  };
}
