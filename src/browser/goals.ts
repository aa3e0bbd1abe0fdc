import type { Goal } from '../lessons/index.ts';
import { createGoalDesk, type ToldGoal } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';
import { askingWorker } from './desk-worker.ts';

/** Checks the goals of a lesson, away from the page. */
export interface GoalPort {
  /** Rejects when the program fails. */
  check(files: readonly TextFile[], goals: readonly Goal[]): Promise<readonly ToldGoal[]>;
}

/** The worker starts with the first check; where none can be started, the page checks by itself. */
export function createGoalPort(
  startWorker = () => new Worker(new URL('./goal.worker.ts', import.meta.url), { type: 'module' }),
): GoalPort {
  let desk: ReturnType<typeof createGoalDesk> | undefined;
  return {
    check: askingWorker(startWorker, (files, goals: readonly Goal[]) =>
      (desk ??= createGoalDesk()).check(files, goals),
    ),
  };
}
