import { isFinished, summaryOfProgress, type Lesson, type LessonProgress } from '../../lessons/index.ts';

/** How far somebody has come, for a list: `Step 3 of 6`, `Finished`. */
export function standing(progress: LessonProgress | null): string {
  if (!progress) return 'Not begun';
  return isFinished(progress) ? 'Finished' : `Step ${progress.at + 1} of ${progress.steps.length}`;
}

/** How many of a hundred steps are behind. */
export const share = ({ steps }: LessonProgress): number =>
  steps.length ? Math.round((100 * steps.filter(({ state }) => state !== 'open').length) / steps.length) : 0;

/** At the end: how the tasks were done, in a sentence each. */
export function howItWent(lesson: Lesson, progress: LessonProgress): readonly string[] {
  const { tasks, alone, withHints, shown, skipped } = summaryOfProgress(lesson, progress);
  const hints = progress.steps.reduce((sum, step) => sum + step.hints, 0);
  const said: readonly (readonly [number, string])[] = [
    [alone, `${alone} of ${some(tasks, 'task')} done on your own`],
    [withHints, `${withHints} with ${some(hints, 'hint')}`],
    [shown, `${shown} after “Show me”`],
    [skipped, `${skipped} skipped`],
  ];
  return said.filter(([count]) => count > 0).map(([, words]) => words);
}

const some = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;
