import type { editor } from 'monaco-editor/editor';
import type { Session } from '../../session/index.ts';
import { applyEdits, fileText, type FileChange, type TextEdit } from '../../text/index.ts';
import type { LineEdit } from './lineEdit.ts';
import { createLineIndex, type LineIndex } from './lines.ts';
import { resyncEdit } from './resync.ts';
import { editsFromTyping } from './typed.ts';
import { createTypingBurst, type TypingBurst } from './typing.ts';

/** One file in Monaco. Its model's lines equal the lines of our text, always. */
export interface OpenModel {
  readonly path: string;
  readonly model: editor.ITextModel;
  readonly lines: LineIndex;
}

/** The models of the files that were shown, each kept in step with the session both ways. */
export interface Models {
  readonly burst: TypingBurst;
  /** The model of a file, made when first asked for; null if the workspace has no such file. */
  open(path: string): OpenModel | null;
  /** The path that a model stands for now. */
  byModel(model: editor.ITextModel): OpenModel | undefined;
  /** True while a change that came from elsewhere is put into a model. */
  receiving(): boolean;
  /** Called after a change from elsewhere stands in a model, with where it ended. */
  onReceived(listener: (open: OpenModel, edits: readonly LineEdit[], history: boolean) => void): void;
  dispose(): void;
}

/** Whose texts the models hold: the session, or what else is written in an editor. */
export interface TextOwner {
  textOf(path: string): string | undefined;
  /** What was typed. False where it was not taken over. */
  edit(path: string, edits: readonly TextEdit[], mark: string): boolean;
  onChanges(listener: (changes: readonly FileChange[], origin: string) => void): () => void;
  subscribe(listener: () => void): () => void;
}

/** The session as the owner of the workspace's files. */
export const textsOf = (session: Session): TextOwner => ({
  textOf: (path) => fileText(session.getState().workspace.files, path),
  edit: (path, edits, mark) => session.dispatch({ type: 'edit-text', path, edits, origin: 'text', mark }),
  onChanges: (listener) => session.onChanges(listener),
  subscribe: (listener) => session.subscribe(listener),
});

/**
 * `createModel` makes Monaco's model of a file's text; it may be asked again for a file that came back. `release` is given
 * those that are not needed any more.
 */
export function createModels(
  owner: TextOwner,
  createModel: (text: string, path: string) => editor.ITextModel,
  release: (model: editor.ITextModel) => void = (model) => model.dispose(),
): Models {
  const entries = new Map<string, { path: string; model: editor.ITextModel; lines: LineIndex }>();
  const listeners: Parameters<Models['onReceived']>[0][] = [];
  const burst = createTypingBurst();
  let receiving = false;
  let sending: string | null = null;
  let stopped = false;

  const textOf = (path: string) => owner.textOf(path);

  const put = (entry: OpenModel, edits: readonly LineEdit[], history: boolean) => {
    if (edits.length === 0) return;
    receiving = true;
    try {
      entry.model.applyEdits(edits.map(({ range, text }) => ({ range, text, forceMoveMarkers: false })));
    } finally {
      receiving = false;
    }
    for (const listener of listeners) listener(entry, edits, history);
  };

  /** The one way back from any difference: one smallest edit of the model. */
  const resync = (entry: { model: editor.ITextModel; lines: LineIndex; path: string }) => {
    const text = textOf(entry.path);
    if (text !== undefined && text !== entry.lines.text()) entry.lines = createLineIndex(text);
    const edit = resyncEdit(entry.model, entry.lines);
    if (edit) put(entry, [edit], false);
  };

  const send = (
    entry: { model: editor.ITextModel; lines: LineIndex; path: string },
    event: editor.IModelContentChangedEvent,
  ) => {
    if (receiving || stopped) return;
    const edits = editsFromTyping(entry.lines, event.changes);
    sending = entry.path;
    let done = false;
    try {
      done = owner.edit(entry.path, edits, burst.mark());
    } finally {
      sending = null;
    }
    // Monaco is still telling its listeners about this change: mend only when it has finished.
    if (!done || !inStep(entry, event))
      queueMicrotask(() => !stopped && !entry.model.isDisposed() && resync(entry));
  };

  const receive = (changes: readonly FileChange[], origin: string) => {
    for (const [position, change] of changes.entries()) {
      const entry = entries.get(change.path);
      if (!entry) continue;
      if (change.kind === 'delete') {
        // Another workspace may have a file of the same name: the model stays on the screen, and `check` gives it that text.
        if (textOf(entry.path) === undefined) close(entry.path);
      } else if (change.kind === 'rename') {
        entries.delete(entry.path);
        entry.path = change.to;
        entries.set(entry.path, entry);
      } else if (change.kind === 'edit') {
        // The session's own string where it can be had, so that a large file is in memory once.
        const alone = changes.every((other, i) => i === position || other.path !== change.path);
        const next =
          (alone ? textOf(change.path) : undefined) ?? applyEdits(entry.lines.text(), change.edits);
        const edits = entry.lines.apply(change.edits, next);
        if (sending !== entry.path) put(entry, edits, origin === 'history');
      }
    }
  };

  /** What came without being told as changes (another workspace was loaded) is found here. */
  const check = () => {
    for (const entry of entries.values()) {
      const text = textOf(entry.path);
      if (text === undefined) close(entry.path);
      else if (sending !== entry.path && text !== entry.lines.text()) resync(entry);
    }
  };

  const close = (path: string) => {
    const gone = entries.get(path);
    entries.delete(path);
    if (gone) release(gone.model);
  };

  const stops = [owner.onChanges(receive), owner.subscribe(check)];

  return {
    burst,
    open(path) {
      const known = entries.get(path);
      if (known) return known;
      const text = textOf(path);
      if (text === undefined) return null;
      const entry = { path, model: createModel(text, path), lines: createLineIndex(text) };
      entries.set(path, entry);
      entry.model.onDidChangeContent((event) => send(entry, event));
      return entry;
    },
    byModel: (model) => [...entries.values()].find((entry) => entry.model === model),
    receiving: () => receiving,
    onReceived: (listener) => void listeners.push(listener),
    dispose() {
      stopped = true;
      for (const stop of stops) stop();
      for (const path of entries.keys()) close(path);
    },
  };
}

/** Whether the lines that an event touched read alike on both sides; the rest cannot have changed. */
function inStep({ model, lines }: OpenModel, { changes }: editor.IModelContentChangedEvent): boolean {
  if (model.getLineCount() !== lines.lineCount()) return false;
  return changes.every(({ range, text }) => {
    const last = Math.min(range.startLineNumber + text.split('\n').length - 1, lines.lineCount());
    for (let line = range.startLineNumber; line <= last; line++)
      if (model.getLineContent(line) !== lines.line(line)) return false;
    return true;
  });
}
