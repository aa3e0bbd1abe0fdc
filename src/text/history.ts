import type { FileChange } from './change.ts';

/**
 * One undo step: what was done and what takes it back, in the words of the menu.
 * `view` is the caller's own (what was selected), kept with the step and given back.
 */
export interface HistoryStep<View = unknown> {
  readonly label: string;
  readonly changes: readonly FileChange[];
  readonly inverse: readonly FileChange[];
  /** Steps in a row with one mark become one step: a burst of typing, a drag. */
  readonly mark?: string;
  readonly before?: View;
  readonly after?: View;
}

export interface History<View = unknown> {
  readonly done: readonly HistoryStep<View>[];
  /** Next to redo is last. */
  readonly undone: readonly HistoryStep<View>[];
  /** The last step takes no more into it, whatever its mark. */
  readonly closed: boolean;
}

const MOST_STEPS = 500;

export const emptyHistory: History<never> = { done: [], undone: [], closed: true };

/** Adds a step that was just done; what had been undone is gone. Merges into the last step where the marks agree. */
export function push<View>(history: History<View>, step: HistoryStep<View>): History<View> {
  const last = history.done.at(-1);
  if (last && !history.closed && step.mark !== undefined && last.mark === step.mark) {
    const merged: HistoryStep<View> = {
      ...step,
      label: last.label,
      changes: [...last.changes, ...step.changes],
      inverse: [...step.inverse, ...last.inverse],
      ...(last.before === undefined ? {} : { before: last.before }),
    };
    return { done: [...history.done.slice(0, -1), merged], undone: [], closed: false };
  }
  return { done: [...history.done.slice(1 - MOST_STEPS), step], undone: [], closed: false };
}

/** The next step with the same mark starts a new one. */
export function closeMark<View>(history: History<View>): History<View> {
  return history.closed ? history : { ...history, closed: true };
}

/** The step to take back (apply its `inverse`), and the history after that; null where there is none. */
export function undo<View>(
  history: History<View>,
): { history: History<View>; step: HistoryStep<View> } | null {
  const step = history.done.at(-1);
  if (!step) return null;
  return {
    step,
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step], closed: true },
  };
}

/** The step to do again (apply its `changes`), and the history after that; null where there is none. */
export function redo<View>(
  history: History<View>,
): { history: History<View>; step: HistoryStep<View> } | null {
  const step = history.undone.at(-1);
  if (!step) return null;
  return {
    step,
    history: { done: [...history.done, step], undone: history.undone.slice(0, -1), closed: true },
  };
}

/** Takes back the last step if it has this mark, and forgets it: a gesture cancelled half-way. */
export function bail<View>(
  history: History<View>,
  mark: string,
): { history: History<View>; step: HistoryStep<View> } | null {
  const step = history.done.at(-1);
  if (!step || history.closed || step.mark !== mark) return null;
  return { step, history: { ...history, done: history.done.slice(0, -1), closed: true } };
}

export const undoLabel = (history: History): string | null => history.done.at(-1)?.label ?? null;
export const redoLabel = (history: History): string | null => history.undone.at(-1)?.label ?? null;
