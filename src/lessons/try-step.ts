import { checkWorkspace, type Problem } from '../checks/index.ts';
import type { TextFile } from '../text/index.ts';
import { meshOfFiles } from './evaluate.ts';
import type { GoalChecker, GoalState } from './goals/check-goals.ts';
import type { LessonStep } from './lesson.ts';
import type { StepStates } from './states.ts';

/** A step with goals, tried as it begins and as its solution leaves it. */
export interface StepTrial {
  readonly atStart: readonly GoalState[];
  readonly atEnd: readonly GoalState[];
  /** The solution's own. */
  readonly errors: readonly Problem[];
}

/** Tries one step. Regular expressions count once they are loaded (`loadRegexes`). */
export function tryStep(
  checker: GoalChecker,
  { goals }: Pick<LessonStep, 'goals'>,
  { start, solved }: StepStates,
): StepTrial {
  return {
    atStart: checker.check(meshOfFiles(start), goals),
    atEnd: checker.check(meshOfFiles(solved), goals),
    errors: errorsIn(solved),
  };
}

function errorsIn(files: readonly TextFile[]): readonly Problem[] {
  const mesh = meshOfFiles(files);
  return checkWorkspace(mesh, { version: mesh.settings.targetVersion }).filter(
    ({ severity }) => severity === 'error',
  );
}

/** What keeps a step from being taught, and what of it is to blame. */
export interface StepObjection {
  readonly of: 'start' | 'solution' | 'error';
  /** A part of a sentence that begins with the step. */
  readonly message: string;
}

/** The start must fail at least one goal, the solution must meet them all and have no errors. */
export function objectionsTo({
  atStart,
  atEnd,
  errors,
}: {
  readonly atStart: readonly Pick<GoalState, 'met'>[];
  readonly atEnd: readonly Pick<GoalState, 'met' | 'title' | 'missing'>[];
  readonly errors: readonly Pick<Problem, 'code' | 'file' | 'line' | 'message'>[];
}): readonly StepObjection[] {
  return [
    ...(atStart.every(({ met }) => met)
      ? [
          {
            of: 'start' as const,
            message:
              'its goals are met before anything is done. Change the start, or ask for something it lacks.',
          },
        ]
      : []),
    ...atEnd.flatMap(({ met, title, missing }) =>
      met ? [] : [{ of: 'solution' as const, message: `its solution does not meet “${title}” ${missing}` }],
    ),
    ...errors.map(({ code, file, line, message }) => ({
      of: 'error' as const,
      message: `its solution has an error, ${code} in ${file}, line ${line}: ${message}`,
    })),
  ];
}
