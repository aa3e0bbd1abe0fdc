import { createGoalChecker, type Goal, type GoalState } from '../lessons/index.ts';
import type { TextFile } from '../text/index.ts';
import { createDeskMesh } from './desk-mesh.ts';

/** What is told of a goal: a sentence, whether it is met, what is missing, and where to look. Plain data. */
export type ToldGoal = Pick<GoalState, 'title' | 'met' | 'missing' | 'at'>;

/** Checks the goals of a lesson. It keeps its own mesh, so that it can live away from the page. */
export interface GoalDesk {
  /** Each goal, in order, by these files; what did not change in them is not read again. */
  check(files: readonly TextFile[], goals: readonly Goal[]): readonly ToldGoal[];
}

export function createGoalDesk(): GoalDesk {
  const meshOf = createDeskMesh();
  const checker = createGoalChecker();
  return {
    check: (files, goals) => checker.check(meshOf(files), goals).map(toldGoal),
  };
}

/** What is told of a goal's state. */
export const toldGoal = ({ title, met, missing, at }: GoalState): ToldGoal => ({
  title,
  met,
  missing,
  ...(at && { at }),
});
