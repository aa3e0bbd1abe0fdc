import { startProgress, type LessonProgress, type LessonShape, type StepProgress } from './progress.ts';

const STATES: readonly StepProgress['state'][] = ['open', 'done', 'seen', 'skipped'];

/**
 * Progress as it was kept, for the lesson as it is now: what is no progress, or another lesson's, begins anew, and steps that
 * the lesson has got since are open.
 */
export function readProgress(lesson: LessonShape, kept: unknown): LessonProgress {
  const fresh = startProgress(lesson);
  if (!isObject(kept) || kept['lesson'] !== lesson.id || !Array.isArray(kept['steps'])) return fresh;
  const written: readonly unknown[] = kept['steps'];
  const steps = fresh.steps.map((step, index) =>
    readStep(step, written[index], lesson.steps[index]?.hints.length ?? 0),
  );
  const at = kept['at'];
  const whole = typeof at === 'number' && Number.isInteger(at) && at >= 0 && at <= steps.length ? at : 0;
  return { ...fresh, at: whole, steps };
}

function readStep(fresh: StepProgress, kept: unknown, mostHints: number): StepProgress {
  if (!isObject(kept)) return fresh;
  const { state, hints, shown } = kept;
  return {
    state: STATES.find((one) => one === state) ?? 'open',
    hints: typeof hints === 'number' && hints > 0 ? Math.min(Math.trunc(hints), mostHints) : 0,
    shown: shown === true,
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
