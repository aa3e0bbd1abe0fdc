import type { Problem } from '../checks/index.ts';
import { createGoalChecker, objectionsTo, tryStep, type Goal, type StepObjection } from '../lessons/index.ts';
import type { TextFile } from '../text/index.ts';
import { toldGoal, type ToldGoal } from './goal-desk.ts';

/** A step to be tried, beside the files that it begins with. */
export interface StepToTry {
  readonly goals: readonly Goal[];
  /** The files as its solution leaves them. */
  readonly solved: readonly TextFile[];
}

/** What is told of a step that was tried. Plain data. */
export interface ToldTrial {
  readonly atStart: readonly ToldGoal[];
  readonly atEnd: readonly ToldGoal[];
  readonly errors: readonly Pick<Problem, 'code' | 'file' | 'line' | 'column' | 'message'>[];
  readonly objections: readonly StepObjection[];
}

/** Tries the steps of lessons, as `lesson check` does, with what can be remembered from one to the next. */
export interface TrialDesk {
  try(start: readonly TextFile[], step: StepToTry): ToldTrial;
}

export function createTrialDesk(): TrialDesk {
  const checker = createGoalChecker();
  return {
    try(start, { goals, solved }) {
      const trial = tryStep(checker, { goals }, { start, solved });
      return {
        atStart: trial.atStart.map(toldGoal),
        atEnd: trial.atEnd.map(toldGoal),
        errors: trial.errors.map(({ code, file, line, column, message }) => ({
          code,
          file,
          line,
          column,
          message,
        })),
        objections: objectionsTo(trial),
      };
    },
  };
}
