import type { Session, Workspace } from '../../session/index.ts';
import { fileText, type TextFile } from '../../text/index.ts';
import { createModels, textsOf } from './models.ts';
import { editorOptions } from './options.ts';
import { createYamlModel, keepTooltips, monaco } from './setup.ts';
import { followSize } from './size.ts';
import { followTheme } from './theme.ts';
import { bindUndo, historyOf } from './undo.ts';

/** A file as it was before beside the file now. The right side can be edited like the YAML itself, and is one with it. */
export interface FileDiff {
  show(path: string): void;
  /** Two columns, or one with the removed lines above the added. */
  arrange(sideBySide: boolean): void;
  /** Brings the first change between two places of the file now into view, or the first of them, once the texts are compared. */
  reveal(from: number, to: number): void;
  focus(): void;
  dispose(): void;
}

/** Said with every change of options: Monaco forgets them otherwise. */
const labels = { originalAriaLabel: 'The file before', modifiedAriaLabel: 'The file now' };

/** The longest that a comparison takes, in milliseconds. */
const MAX_COMPUTATION = 2000;

/**
 * A comparison under way asks for its texts to the end, and complains in the console if they are gone. It may have to wait
 * for its turn, on a machine that has much to do.
 */
const afterComparing = (dispose: () => void) => setTimeout(dispose, MAX_COMPUTATION + 20_000);

/** Draws a diff into an element; empty until `show`. `before` tells what the files of a workspace are compared with. */
export function createFileDiff(
  container: HTMLElement,
  session: Session,
  before: (workspace: Workspace) => readonly TextFile[] = ({ opened }) => opened,
): FileDiff {
  const models = createModels(textsOf(session), createYamlModel, (model) => {
    const compared = view.getModel();
    const isShown = compared?.modified === model;
    if (isShown) view.setModel(null);
    afterComparing(() => {
      model.dispose();
      if (isShown) compared.original.dispose();
    });
  });
  const view = monaco.editor.createDiffEditor(container, {
    ...editorOptions,
    folding: false,
    lineDecorationsWidth: 14,
    ...labels,
    originalEditable: false,
    renderSideBySide: true,
    useInlineViewWhenSpaceIsLimited: false,
    enableSplitViewResizing: true,
    hideUnchangedRegions: { enabled: true, contextLineCount: 4, minimumLineCount: 6 },
    renderOverviewRuler: false,
    renderMarginRevertIcon: true,
    diffAlgorithm: 'advanced',
    maxComputationTime: MAX_COMPUTATION,
  });
  keepTooltips();
  let shown: string | null = null;
  let opened: string | undefined;
  let waiting: { dispose(): void } | undefined;

  const show = (path: string) => {
    const open = models.open(path);
    const text = fileText(before(session.getState().workspace), path) ?? '';
    if (shown === path && opened === text && view.getModel()?.modified === open?.model) return;
    const old = view.getModel()?.original;
    shown = path;
    opened = text;
    view.setModel(open ? { original: createYamlModel(text, path), modified: open.model } : null);
    if (old) afterComparing(() => old.dispose());
  };

  const stops = [
    followTheme(),
    followSize((size) => view.updateOptions({ ...labels, ...size })),
    bindUndo(historyOf(session), () => [view.getModifiedEditor()]),
    // Saving or opening anew changes what "opened" means.
    session.subscribe(() => shown !== null && show(shown)),
  ];

  return {
    show,
    arrange: (sideBySide) => view.updateOptions({ ...labels, renderSideBySide: sideBySide }),
    reveal(from, to) {
      const editor = view.getModifiedEditor();
      const go = () => {
        const model = editor.getModel();
        if (!model) return;
        const [first, last] = [model.getPositionAt(from).lineNumber, model.getPositionAt(to).lineNumber];
        const changed = view
          .getLineChanges()
          ?.find(({ modifiedStartLineNumber: at }) => at >= first && at <= last);
        editor.revealLineNearTop(changed?.modifiedStartLineNumber ?? first);
      };
      waiting?.dispose();
      waiting = undefined;
      if (view.getLineChanges()) go();
      else
        waiting = view.onDidUpdateDiff(() => {
          waiting?.dispose();
          waiting = undefined;
          go();
        });
    },
    focus: () => view.getModifiedEditor().focus(),
    dispose() {
      waiting?.dispose();
      for (const stop of stops) stop();
      models.dispose();
      view.dispose();
    },
  };
}
