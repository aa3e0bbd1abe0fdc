import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-change.ts';
import type { FileChange } from './change.ts';
import type { TextFile } from './file.ts';
import {
  bail,
  closeMark,
  emptyHistory,
  push,
  redo,
  redoLabel,
  undo,
  undoLabel,
  type History,
} from './history.ts';

const start: readonly TextFile[] = [{ path: 'a.yaml', text: 'one' }];

function typed(text: string): FileChange {
  return { kind: 'edit', path: 'a.yaml', edits: [{ from: 3, to: 3, insert: text }] };
}

/** Applies and records, as a session does. */
function perform(
  state: { files: readonly TextFile[]; history: History },
  label: string,
  change: FileChange,
  mark?: string,
) {
  const { files, inverse } = applyChanges(state.files, [change]);
  return {
    files,
    history: push(state.history, { label, changes: [change], inverse, ...(mark ? { mark } : {}) }),
  };
}

const initial = { files: start, history: emptyHistory as History };

describe('history', () => {
  it('takes back and does again, file changes of every kind', () => {
    const changes: FileChange[] = [
      typed('!'),
      { kind: 'create', path: 'b.yaml', text: 'two', index: 0 },
      { kind: 'rename', path: 'a.yaml', to: 'c.yaml' },
      { kind: 'delete', path: 'b.yaml' },
    ];
    let state = initial;
    const seen = [state.files];
    for (const change of changes) {
      state = perform(state, change.kind, change);
      seen.push(state.files);
    }
    let { files, history } = state;
    for (let index = changes.length - 1; index >= 0; index--) {
      const back = undo(history);
      expect(back).not.toBeNull();
      if (!back) return;
      files = applyChanges(files, back.step.inverse).files;
      history = back.history;
      expect(files).toEqual(seen[index]);
    }
    expect(undo(history)).toBeNull();
    for (const expected of seen.slice(1)) {
      const again = redo(history);
      if (!again) throw new Error('nothing to redo');
      files = applyChanges(files, again.step.changes).files;
      history = again.history;
      expect(files).toEqual(expected);
    }
  });

  it('merges steps of one mark, until the mark is closed', () => {
    let state = perform(initial, 'Type', typed('a'), 'burst');
    state = perform(state, 'Type', typed('b'), 'burst');
    expect(state.history.done).toHaveLength(1);
    state = perform({ ...state, history: closeMark(state.history) }, 'Type', typed('c'), 'burst');
    expect(state.history.done).toHaveLength(2);
    const back = undo(state.history);
    const first = back && undo(back.history);
    expect(
      first && applyChanges([{ path: 'a.yaml', text: 'oneba' }], first.step.inverse).files[0]?.text,
    ).toBe('one');
  });

  it('does not merge into a step that was undone and done again', () => {
    const done = perform(initial, 'Type', typed('a'), 'burst');
    const again = redo(undo(done.history)!.history)!;
    expect(
      perform({ ...done, history: again.history }, 'Type', typed('b'), 'burst').history.done,
    ).toHaveLength(2);
  });

  it('cancels a gesture without a trace, and only that gesture', () => {
    const before = perform(initial, 'Before', typed('x'));
    const dragged = perform(perform(before, 'Drag', typed('a'), 'drag'), 'Drag', typed('b'), 'drag');
    expect(bail(dragged.history, 'other')).toBeNull();
    const cancelled = bail(dragged.history, 'drag');
    expect(cancelled && applyChanges(dragged.files, cancelled.step.inverse).files).toEqual(before.files);
    expect(cancelled && undoLabel(cancelled.history)).toBe('Before');
    expect(cancelled && redoLabel(cancelled.history)).toBeNull();
  });

  it('forgets what was undone when something new is done', () => {
    const undone = undo(perform(initial, 'One', typed('a')).history)!;
    expect(redoLabel(undone.history)).toBe('One');
    expect(
      redoLabel(perform({ files: start, history: undone.history }, 'Two', typed('b')).history),
    ).toBeNull();
  });
});
