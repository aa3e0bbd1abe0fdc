import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isFinished,
  progressAfter,
  startProgress,
  type LessonShape,
  type ProgressAction,
} from './progress.ts';
import { readProgress } from './read-progress.ts';
import { summaryOfProgress } from './summary.ts';

/** A step to read, one with two hints, and one without. */
const lesson: LessonShape = {
  id: 'timeouts',
  steps: [
    { goals: [], hints: [] },
    { goals: [1], hints: ['a', 'b'] },
    { goals: [1], hints: [] },
  ],
};
const after = (...actions: readonly ProgressAction[]) =>
  actions.reduce((progress, action) => progressAfter(lesson, progress, action), startProgress(lesson));
const next: ProgressAction = { kind: 'next' };

describe('progress', () => {
  it('goes through a lesson, and tells how it went', () => {
    const end = after(
      next,
      { kind: 'reveal-hint' },
      { kind: 'met', step: 1 },
      next,
      { kind: 'show-solution' },
      next,
    );
    expect(end).toEqual({
      lesson: 'timeouts',
      at: 3,
      steps: [
        { state: 'seen', hints: 0, shown: false },
        { state: 'done', hints: 1, shown: false },
        { state: 'skipped', hints: 0, shown: true },
      ],
    });
    expect(isFinished(end)).toBe(true);
    expect(summaryOfProgress(lesson, end)).toEqual({
      tasks: 2,
      alone: 0,
      withHints: 1,
      shown: 0,
      skipped: 1,
      passed: 3,
      steps: 3,
    });
  });

  it.each<[string, readonly ProgressAction[], object]>([
    [
      'reveals no more hints than there are',
      [next, { kind: 'reveal-hint' }, { kind: 'reveal-hint' }, { kind: 'reveal-hint' }],
      { hints: 2 },
    ],
    [
      'takes nothing back when goals are no longer met',
      [next, { kind: 'met', step: 1 }, { kind: 'back' }, next, next, { kind: 'back' }],
      { state: 'done' },
    ],
    [
      'lets a skipped step be done after all',
      [next, next, { kind: 'met', step: 1 }, { kind: 'back' }],
      { state: 'done' },
    ],
    [
      'begins a step anew',
      [next, { kind: 'reveal-hint' }, { kind: 'met', step: 1 }, { kind: 'restart-step' }],
      { state: 'open', hints: 0 },
    ],
    ['has no solution to show where there are no goals', [{ kind: 'show-solution' }], { shown: false }],
    [
      'skips nothing when it goes elsewhere',
      [next, { kind: 'go', step: 2 }, { kind: 'go', step: 1 }],
      { state: 'open' },
    ],
  ])('%s', (_, actions, step) => {
    const progress = after(...actions);
    expect(progress.steps[progress.at]).toMatchObject(step);
  });

  it('begins anew', () => {
    expect(after(next, { kind: 'met', step: 1 }, { kind: 'restart' })).toEqual(startProgress(lesson));
  });

  it('is the same object where nothing changes', () => {
    const progress = after(next, { kind: 'met', step: 1 });
    expect(progressAfter(lesson, progress, { kind: 'met', step: 1 })).toBe(progress);
    expect(progressAfter(lesson, progress, { kind: 'met', step: 9 })).toBe(progress);
    expect(progressAfter(lesson, startProgress(lesson), { kind: 'back' })).toEqual(startProgress(lesson));
  });

  const action: fc.Arbitrary<ProgressAction> = fc.oneof(
    fc.constantFrom<ProgressAction>(
      next,
      { kind: 'back' },
      { kind: 'reveal-hint' },
      { kind: 'show-solution' },
      { kind: 'restart-step' },
      { kind: 'restart' },
    ),
    fc.record({
      kind: fc.constantFrom('met' as const, 'go' as const),
      step: fc.integer({ min: -2, max: 5 }),
    }),
  );

  it('is read again as it was written, whatever was done', () => {
    fc.assert(
      fc.property(fc.array(action), (actions) => {
        const progress = after(...actions);
        expect(readProgress(lesson, JSON.parse(JSON.stringify(progress)))).toEqual(progress);
        expect(progress.at).toBeGreaterThanOrEqual(0);
        expect(progress.at).toBeLessThanOrEqual(lesson.steps.length);
      }),
    );
  });

  it('never throws over what was kept, and fits the lesson as it is now', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(readProgress(lesson, kept).steps).toHaveLength(3);
      }),
    );
    const long = { lesson: 'timeouts', at: 9, steps: [{ state: 'done', hints: 7, shown: 1 }, null, {}, {}] };
    expect(readProgress(lesson, long)).toEqual({
      lesson: 'timeouts',
      at: 0,
      steps: [
        { state: 'done', hints: 0, shown: false },
        { state: 'open', hints: 0, shown: false },
        { state: 'open', hints: 0, shown: false },
      ],
    });
    expect(readProgress(lesson, { ...long, lesson: 'other' })).toEqual(startProgress(lesson));
  });
});
