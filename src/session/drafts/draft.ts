import {
  applyChanges,
  closeMark,
  emptyHistory,
  fileText,
  push,
  redo,
  redoLabel,
  undo,
  undoLabel,
  type FileChange,
  type History,
  type TextEdit,
  type TextFile,
} from '../../text/index.ts';

/** Which lesson of a pack its author has before them. */
export interface DraftView {
  /** Null where there is none. */
  readonly path: string | null;
}

export interface DraftState extends DraftView {
  readonly files: readonly TextFile[];
  /** The words of the next undo and redo step, or null. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** Grows by one with each change of a text. */
  readonly revision: number;
}

/** A pack that is being written: its files, and what was done to them. */
export interface Draft {
  getState(): DraftState;
  /** Called after each change; returns the way to stop. */
  subscribe(listener: () => void): () => void;
  /** Called with each change in the order applied, before `subscribe`'s listeners. */
  onChanges(
    listener: (changes: readonly FileChange[], origin: 'text' | 'history' | 'pack') => void,
  ): () => void;
  /** Typing. False where the file is gone. */
  edit(path: string, edits: readonly TextEdit[], mark: string): boolean;
  /** One undo step. `show` is the lesson to be before the author then. */
  change(label: string, changes: readonly FileChange[], show?: string | null): void;
  show(path: string | null): void;
  undo(): boolean;
  redo(): boolean;
}

/** A draft of these files. */
export function createDraft(files: readonly TextFile[], path: string | null): Draft {
  let state: DraftState = { files, path, undo: null, redo: null, revision: 0 };
  let history: History<DraftView> = emptyHistory;
  const listeners = new Set<() => void>();
  const hearers = new Set<Parameters<Draft['onChanges']>[0]>();

  const set = (next: Partial<DraftState>): void => {
    state = { ...state, ...next, undo: undoLabel(history), redo: redoLabel(history) };
    for (const listener of listeners) listener();
  };
  const apply = (
    changes: readonly FileChange[],
    origin: 'text' | 'history' | 'pack',
    shown: string | null,
  ) => {
    const { files: after, inverse } = applyChanges(state.files, changes);
    // Whoever hears of the change reads the texts after it.
    state = { ...state, files: after, revision: state.revision + 1 };
    for (const hear of hearers) hear(changes, origin);
    return { inverse, path: shown !== null && fileText(after, shown) === undefined ? null : shown };
  };
  const step = (turn: typeof undo<DraftView>, back: boolean): boolean => {
    const turned = turn(history);
    if (!turned) return false;
    history = turned.history;
    const { changes, inverse, before, after } = turned.step;
    const view = back ? before : after;
    const { path: shown } = apply(back ? inverse : changes, 'history', view?.path ?? state.path);
    set({ path: shown });
    return true;
  };

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onChanges(listener) {
      hearers.add(listener);
      return () => hearers.delete(listener);
    },
    edit(path, edits, mark) {
      if (fileText(state.files, path) === undefined) return false;
      const changes: FileChange[] = [{ kind: 'edit', path, edits }];
      const view = { path: state.path };
      const { inverse } = apply(changes, 'text', state.path);
      history = push(history, { label: 'Typing', changes, inverse, mark, before: view, after: view });
      set({});
      return true;
    },
    change(label, changes, show = state.path) {
      if (!changes.length) return;
      const before = { path: state.path };
      const { inverse, path: shown } = apply(changes, 'pack', show);
      history = push(history, { label, changes, inverse, before, after: { path: shown } });
      set({ path: shown });
    },
    show(path) {
      if (path === state.path) return;
      history = closeMark(history);
      set({ path });
    },
    undo: () => step(undo, true),
    redo: () => step(redo, false),
  };
}
