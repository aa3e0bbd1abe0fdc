import { createChecker } from '../../checks/index.ts';
import type { Mesh } from '../../istio/index.ts';
import { expectationFinding } from './expectation-goal.ts';
import { fieldFinding } from './field-goal.ts';
import type { Goal } from './goal.ts';
import type { GoalFinding } from './goal-state.ts';
import { loadFinding } from './load-goal.ts';
import { problemFinding, type AllProblems } from './problem-goal.ts';
import { requestFinding } from './request-goal.ts';
import { resourceFinding } from './resource-goal.ts';
import { sayGoal } from './say-goal.ts';
import { splitFinding } from './split-goal.ts';

/** A goal, in words, and whether it is met. */
export interface GoalState extends GoalFinding {
  readonly goal: Goal;
  readonly title: string;
}

/** Checks goals again and again, while somebody types. */
export interface GoalChecker {
  /** Each goal, in order, against the files that this mesh was made of. Pure: the same mesh, the same answer. */
  check(mesh: Mesh, goals: readonly Goal[]): readonly GoalState[];
}

/** Remembers what did not change, as a checker of problems does. Regular expressions are read once they are loaded (`loadRegexes`). */
export function createGoalChecker(): GoalChecker {
  const [told, hidden] = [createChecker(), createChecker()];
  return {
    check(mesh, goals) {
      const { targetVersion: version } = mesh.settings;
      let problems: AllProblems | undefined;
      const all = (): AllProblems =>
        (problems ??= {
          told: told.check(mesh, { version }),
          hidden: hidden.check(mesh, { version, suppressed: 'only' }),
        });
      return goals.map((goal) => ({ goal, title: sayGoal(goal), ...findingFor(goal, mesh, all) }));
    },
  };
}

/** The same, once. */
export const checkGoals = (mesh: Mesh, goals: readonly Goal[]): readonly GoalState[] =>
  createGoalChecker().check(mesh, goals);

function findingFor(goal: Goal, mesh: Mesh, problems: () => AllProblems): GoalFinding {
  switch (goal.kind) {
    case 'request':
      return requestFinding(mesh, goal);
    case 'split':
      return splitFinding(mesh, goal);
    case 'problem':
      return problemFinding(mesh, problems(), goal);
    case 'resource':
      return resourceFinding(mesh, goal);
    case 'field':
      return fieldFinding(mesh, goal);
    case 'expectation':
      return expectationFinding(mesh, goal);
    case 'load':
      return loadFinding(mesh, goal);
  }
}
