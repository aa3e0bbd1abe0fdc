import { checkWorkspace } from '../checks/index.ts';
import type { TextFile } from '../text/index.ts';
import { meshOfFiles } from './evaluate.ts';
import { createGoalChecker, type GoalChecker } from './goals/check-goals.ts';
import type { Lesson, LessonObjection, LessonStep } from './lesson.ts';
import { statesOf, type StepStates } from './states.ts';

/**
 * Tries a lesson as CI does: of each step with goals, the start must fail at least one of them, the solution must meet
 * them all, and the solution has no errors. Regular expressions count once they are loaded (`loadRegexes`).
 */
export function checkLesson(lesson: Lesson): readonly LessonObjection[] {
  const checker = createGoalChecker();
  const states = statesOf(lesson);
  return lesson.steps.flatMap((step, index) => {
    const state = states[index];
    const found = state && step.goals.length ? tried(checker, step, state) : [];
    return found.map((message) => ({
      ...step.place,
      message: `Step ${index + 1}, “${step.title}”: ${message}`,
    }));
  });
}

function tried(
  checker: GoalChecker,
  { goals }: LessonStep,
  { start, solved }: StepStates,
): readonly string[] {
  const atStart = checker.check(meshOfFiles(start), goals);
  const atEnd = checker.check(meshOfFiles(solved), goals);
  return [
    ...(atStart.every(({ met }) => met)
      ? ['its goals are met before anything is done. Change the start, or ask for something it lacks.']
      : []),
    ...atEnd.flatMap(({ met, title, missing }) =>
      met ? [] : [`its solution does not meet “${title}” ${missing}`],
    ),
    ...errorsIn(solved, 'its solution'),
  ];
}

function errorsIn(files: readonly TextFile[], whose: string): readonly string[] {
  const mesh = meshOfFiles(files);
  return checkWorkspace(mesh, { version: mesh.settings.targetVersion })
    .filter(({ severity }) => severity === 'error')
    .map(
      ({ code, file, line, message }) =>
        `${whose} has an error, ${code} in ${file}, line ${line}: ${message}`,
    );
}
