import { describe, expect, it } from 'vitest';
import { loadLesson, progressAfter, startProgress, statesOf } from '../../lessons/index.ts';
import { arrivalAt, startOf } from './arrival.ts';

const lesson = await loadLesson('external-host');
const fresh = startProgress(lesson);
const [read, task, goesOn] = [0, 1, 2];

describe('coming to a step', () => {
  it('goes on with the learner’s files where what it goes on from is read or done', () => {
    const seen = progressAfter(lesson, fresh, { kind: 'next' });
    expect(arrivalAt(lesson, read, seen, task)).toEqual({ files: null, begun: task });
    const done = progressAfter(lesson, { ...seen, at: task }, { kind: 'met', step: task });
    expect(arrivalAt(lesson, task, done, goesOn)).toEqual({ files: null, begun: goesOn });
  });

  it('puts the files of the step in place where the one before was skipped, or several', () => {
    const skipped = progressAfter(lesson, { ...fresh, at: task }, { kind: 'next' });
    expect(arrivalAt(lesson, task, skipped, goesOn).files).toEqual(statesOf(lesson)[goesOn]?.start);
    expect(arrivalAt(lesson, read, fresh, goesOn).files).toEqual(statesOf(lesson)[goesOn]?.start);
  });

  it('begins a step with files of its own with these', () => {
    const own = lesson.steps.findIndex(({ start }, index) => index > 0 && start !== 'continue');
    const done = { steps: fresh.steps.map((step) => ({ ...step, state: 'done' as const })) };
    expect(arrivalAt(lesson, own - 1, done, own).files).toEqual(statesOf(lesson)[own]?.start);
  });

  it('leaves the files as they are for who goes back, comes again, or is at the end', () => {
    expect(arrivalAt(lesson, goesOn, fresh, task)).toEqual({ files: null, begun: goesOn });
    expect(arrivalAt(lesson, goesOn, fresh, goesOn)).toEqual({ files: null, begun: goesOn });
    const end = lesson.steps.length;
    expect(arrivalAt(lesson, goesOn, fresh, end)).toEqual({ files: null, begun: goesOn });
  });
});

it('begins past the last step with what the lesson ends with', () => {
  expect(startOf(lesson, lesson.steps.length)).toEqual(statesOf(lesson).at(-1)?.solved);
});
