import { FRESH_STEP, type LessonProgress, type LessonShape } from './progress.ts';

/** How a lesson went, to be told at its end and in the list of lessons. */
export interface LessonSummary {
  /** Steps with goals, and how they were done; a step counts once, for the most help it took. */
  readonly tasks: number;
  readonly alone: number;
  readonly withHints: number;
  readonly shown: number;
  readonly skipped: number;
  /** Steps left behind, of all; for a bar. */
  readonly passed: number;
  readonly steps: number;
}

export function summaryOfProgress(lesson: LessonShape, progress: LessonProgress): LessonSummary {
  const all = lesson.steps.map((step, index) => ({
    task: step.goals.length > 0,
    ...(progress.steps[index] ?? FRESH_STEP),
  }));
  const done = all.filter(({ task, state }) => task && state === 'done');
  const count = (items: readonly unknown[]): number => items.length;
  return {
    tasks: count(all.filter(({ task }) => task)),
    alone: count(done.filter(({ hints, shown }) => !shown && hints === 0)),
    withHints: count(done.filter(({ hints, shown }) => !shown && hints > 0)),
    shown: count(done.filter(({ shown }) => shown)),
    skipped: count(all.filter(({ task, state }) => task && state === 'skipped')),
    passed: count(all.filter(({ state }) => state !== 'open')),
    steps: all.length,
  };
}
