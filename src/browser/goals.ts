import type { Goal } from '../lessons/index.ts';
import {
  createGoalDesk,
  createTrialDesk,
  type StepToTry,
  type ToldGoal,
  type ToldTrial,
} from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import { askingWorker } from './desk-worker.ts';

/** Checks the goals of a lesson, away from the page. */
export interface GoalPort {
  /** Rejects when the program fails. */
  check(files: readonly TextFile[], goals: readonly Goal[]): Promise<readonly ToldGoal[]>;
}

const worker = (): Worker => new Worker(new URL('./goal.worker.ts', import.meta.url), { type: 'module' });

/** The worker starts with the first check; where none can be started, the page checks by itself. */
export function createGoalPort(startWorker = worker): GoalPort {
  let desk: ReturnType<typeof createGoalDesk> | undefined;
  return {
    check: askingWorker(startWorker, (files, goals: readonly Goal[]) =>
      (desk ??= createGoalDesk()).check(files, goals),
    ),
  };
}

/** Tries steps of a lesson that is being written, away from the page. */
export interface TrialPort {
  /** Rejects when the program fails. */
  try(start: readonly TextFile[], step: StepToTry): Promise<ToldTrial>;
}

/** As `createGoalPort`, in a worker of its own. */
export function createTrialPort(startWorker = worker): TrialPort {
  let desk: ReturnType<typeof createTrialDesk> | undefined;
  return {
    try: askingWorker(startWorker, (files, step: StepToTry) => (desk ??= createTrialDesk()).try(files, step)),
  };
}
