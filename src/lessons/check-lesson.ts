import { createGoalChecker } from './goals/check-goals.ts';
import type { Lesson, LessonObjection } from './lesson.ts';
import { statesOf } from './states.ts';
import { objectionsTo, tryStep } from './try-step.ts';

/**
 * Tries a lesson as CI does: of each step with goals, the start must fail at least one of them, the solution must meet
 * them all, and the solution has no errors. Regular expressions count once they are loaded (`loadRegexes`).
 */
export function checkLesson(lesson: Lesson): readonly LessonObjection[] {
  const checker = createGoalChecker();
  const states = statesOf(lesson);
  return lesson.steps.flatMap((step, index) => {
    const state = states[index];
    const found = state && step.goals.length ? objectionsTo(tryStep(checker, step, state)) : [];
    return found.map(({ message }) => ({
      ...step.place,
      message: `Step ${index + 1}, “${step.title}”: ${message}`,
    }));
  });
}
