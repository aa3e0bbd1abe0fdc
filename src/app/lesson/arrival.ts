import { statesOf, type Lesson, type LessonProgress } from '../../lessons/index.ts';
import type { TextFile } from '../../text/index.ts';

/** What coming to a step does to the learner's files. */
export interface Arrival {
  /** Put in the place of all; null where the files stay as they are. */
  readonly files: readonly TextFile[] | null;
  readonly begun: number;
}

/**
 * Coming to a step for the first time puts its start in place, where it has one of its own or the learner has not done what it
 * goes on from. Who went back to read finds the files as they left them.
 */
export function arrivalAt(
  lesson: Lesson,
  begun: number,
  { steps }: Pick<LessonProgress, 'steps'>,
  to: number,
): Arrival {
  const step = lesson.steps[to];
  if (!step || to <= begun) return { files: null, begun };
  const before = steps[to - 1]?.state;
  const goesOn = step.start === 'continue' && to === begun + 1 && (before === 'done' || before === 'seen');
  return { files: goesOn ? null : startOf(lesson, to), begun: to };
}

/** The files that a step begins with, for who solved all before it; past the last step, those that the lesson ends with. */
export function startOf(lesson: Lesson, step: number): readonly TextFile[] {
  const states = statesOf(lesson);
  return states[step]?.start ?? states.at(-1)?.solved ?? [];
}
