import { array, assert as check, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChanges } from './apply-change.ts';
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

interface State {
  files: readonly TextFile[];
  history: History<string>;
}

const start: State = { files: [{ path: 'a.yaml', text: '' }], history: emptyHistory };
const textOf = ({ files }: State) => files[0]?.text;

/** Types a letter at the end, as the session would. */
function type(state: State, letter: string, mark?: string): State {
  const at = textOf(state)?.length ?? 0;
  const changes = [{ kind: 'edit' as const, path: 'a.yaml', edits: [{ from: at, to: at, insert: letter }] }];
  const { files, inverse } = applyChanges(state.files, changes);
  const step = {
    label: `type ${letter}`,
    changes,
    inverse,
    before: `before ${letter}`,
    after: `after ${letter}`,
  };
  return { files, history: push(state.history, mark === undefined ? step : { ...step, mark }) };
}

function back(state: State): State {
  const undone = undo(state.history);
  return undone
    ? { files: applyChanges(state.files, undone.step.inverse).files, history: undone.history }
    : state;
}

function forth(state: State): State {
  const redone = redo(state.history);
  return redone
    ? { files: applyChanges(state.files, redone.step.changes).files, history: redone.history }
    : state;
}

const typed = (letters: string, mark?: string) =>
  letters.split('').reduce((state, letter) => type(state, letter, mark), start);

describe('history', () => {
  it('has nothing to take back at first', () => {
    expect([undo(emptyHistory), redo(emptyHistory)]).toEqual([null, null]);
    expect([undoLabel(emptyHistory), redoLabel(emptyHistory)]).toEqual([null, null]);
  });

  it('takes a burst with one mark back as one step, with the view from before it', () => {
    const state = typed('abc', 'typing');
    expect(undoLabel(state.history)).toBe('type a');
    expect(undo(state.history)?.step).toMatchObject({ before: 'before a', after: 'after c' });
    expect(textOf(back(state))).toBe('');
    expect(textOf(forth(back(state)))).toBe('abc');
  });

  it('keeps steps without a mark, with another mark, or behind a closed one apart', () => {
    expect(textOf(back(typed('ab')))).toBe('a');
    expect(textOf(back(type(typed('a', 'one'), 'b', 'two')))).toBe('a');
    const closed = typed('a', 'typing');
    expect(textOf(back(type({ ...closed, history: closeMark(closed.history) }, 'b', 'typing')))).toBe('a');
  });

  it('does not merge into a step that was taken back and done again', () => {
    const again = forth(back(typed('a', 'typing')));
    expect(textOf(back(type(again, 'b', 'typing')))).toBe('a');
  });

  it('forgets what was undone when something new is done', () => {
    expect(redoLabel(back(typed('ab')).history)).toBe('type b');
    expect(redo(type(back(typed('ab')), 'c').history)).toBeNull();
  });

  it('forgets a gesture that is cancelled, and only that', () => {
    const dragged = type(type(typed('a'), 'b', 'drag'), 'c', 'drag');
    const cancelled = bail(dragged.history, 'drag');
    expect(applyChanges(dragged.files, cancelled?.step.inverse ?? []).files[0]?.text).toBe('a');
    expect(cancelled?.history.done).toHaveLength(1);
    expect(cancelled && redo(cancelled.history)).toBeNull();
    expect(bail(dragged.history, 'other')).toBeNull();
  });

  it('keeps a bounded number of steps, the latest', () => {
    const state = typed('x'.repeat(700));
    expect(state.history.done.length).toBeLessThanOrEqual(500);
    expect(textOf(back(state))).toHaveLength(699);
  });
});

it('any mix of doing, undoing and redoing stays on the path of texts', () => {
  check(
    property(array(constantFrom('do', 'burst', 'undo', 'redo'), { maxLength: 30 }), (acts) => {
      let state = start;
      for (const [index, act] of acts.entries()) {
        const before = state;
        if (act === 'undo') state = back(state);
        else if (act === 'redo') state = forth(state);
        else
          state = type(state, String.fromCharCode(97 + (index % 26)), act === 'burst' ? 'burst' : undefined);
        if (act === 'undo' && before.history.done.length) expect(textOf(forth(state))).toBe(textOf(before));
        if (act === 'redo' && before.history.undone.length) expect(textOf(back(state))).toBe(textOf(before));
      }
      while (state.history.done.length) state = back(state);
      expect(textOf(state)).toBe('');
    }),
  );
});
