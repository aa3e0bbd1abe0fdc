import type { Lesson } from '../lesson.ts';

/** How far a learner has come in one lesson. Plain data: kept beside the workspace, and read again by `readProgress`. */
export interface LessonProgress {
  /** The lesson's id. */
  readonly lesson: string;
  /** Where the learner is, from 0. */
  readonly at: number;
  readonly steps: readonly StepProgress[];
}

export interface StepProgress {
  /** `done` by the learner's own hand or with help; `seen` for a step that only reads; `skipped` without its goals met. */
  readonly state: 'open' | 'done' | 'seen' | 'skipped';
  /** So many hints are revealed. */
  readonly hints: number;
  /** The solution was played. */
  readonly shown: boolean;
}

export type ProgressAction =
  /** The goals of the step were found met. That they are no longer takes nothing back. */
  | { readonly kind: 'met'; readonly step: number }
  /** On to the next step: a step that only reads is seen then, and one with goals that are not met is skipped. */
  | { readonly kind: 'next' }
  | { readonly kind: 'back' }
  /** To any step, as from a list or a link; nothing is skipped by it. */
  | { readonly kind: 'go'; readonly step: number }
  | { readonly kind: 'reveal-hint' }
  | { readonly kind: 'show-solution' }
  /** The step anew: its hints are hidden again. */
  | { readonly kind: 'restart-step' }
  | { readonly kind: 'restart' };

/** A step that nobody has touched. */
export const FRESH_STEP: StepProgress = { state: 'open', hints: 0, shown: false };

/** What of a lesson progress depends on. */
export type LessonShape = Pick<Lesson, 'id'> & {
  readonly steps: readonly { readonly goals: readonly unknown[]; readonly hints: readonly unknown[] }[];
};

export const startProgress = ({ id, steps }: LessonShape): LessonProgress => ({
  lesson: id,
  at: 0,
  steps: steps.map(() => FRESH_STEP),
});

/** Progress after an action. The same object where the action changes nothing. */
export function progressAfter(
  lesson: LessonShape,
  progress: LessonProgress,
  action: ProgressAction,
): LessonProgress {
  const { at } = progress;
  const here = progress.steps[at] ?? FRESH_STEP;
  switch (action.kind) {
    case 'met':
      return hasGoals(lesson, action.step) ? withStep(progress, action.step, { state: 'done' }) : progress;
    case 'next': {
      const state = here.state !== 'open' ? here.state : hasGoals(lesson, at) ? 'skipped' : 'seen';
      return moved(withStep(progress, at, { state }), at + 1);
    }
    case 'back':
      return moved(progress, at - 1);
    case 'go':
      return moved(progress, action.step);
    case 'reveal-hint':
      return withStep(progress, at, { hints: Math.min(here.hints + 1, lesson.steps[at]?.hints.length ?? 0) });
    case 'show-solution':
      return hasGoals(lesson, at) ? withStep(progress, at, { shown: true }) : progress;
    case 'restart-step':
      return withStep(progress, at, FRESH_STEP);
    case 'restart':
      return startProgress(lesson);
  }
}

const hasGoals = ({ steps }: LessonShape, step: number): boolean => (steps[step]?.goals.length ?? 0) > 0;

/** One beyond the last step is the lesson's end: its summary. */
function moved(progress: LessonProgress, to: number): LessonProgress {
  const at = Math.max(0, Math.min(Math.trunc(to) || 0, progress.steps.length));
  return at === progress.at ? progress : { ...progress, at };
}

function withStep(progress: LessonProgress, index: number, change: Partial<StepProgress>): LessonProgress {
  const before = progress.steps[index];
  if (!before) return progress;
  const after = { ...before, ...change };
  const same = after.state === before.state && after.hints === before.hints && after.shown === before.shown;
  return same
    ? progress
    : { ...progress, steps: progress.steps.map((step, each) => (each === index ? after : step)) };
}

/** Whether the learner has come to the lesson's end. */
export const isFinished = ({ at, steps }: LessonProgress): boolean => at >= steps.length;
