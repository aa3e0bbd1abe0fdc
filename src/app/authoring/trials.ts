import { createTrialPort, released, type TrialPort } from '../../browser/index.ts';
import { statesOf, type Lesson, type LessonStep, type StepStates } from '../../lessons/index.ts';
import type { ToldTrial } from '../../session/index.ts';
import { createStore } from '../store.ts';

/** What came of trying a step; absent while it is tried, or waits for its turn. */
export type Trial = ToldTrial | { readonly failed: string };

/** All trials of the page, by what was tried: a step that did not change is not tried again. */
export const trials = createStore<{ readonly done: ReadonlyMap<string, Trial> }>({ done: new Map() });

const keysOf = new WeakMap<Lesson, readonly (string | null)[]>();

/** What each step of a lesson is known by; null for one without goals, which is only read. */
export function trialKeys(lesson: Lesson): readonly (string | null)[] {
  const known = keysOf.get(lesson);
  if (known) return known;
  const states = statesOf(lesson);
  const keys = lesson.steps.map(({ goals }, index) =>
    goals.length ? JSON.stringify([goals, states[index]]) : null,
  );
  keysOf.set(lesson, keys);
  return keys;
}

/** Milliseconds for which typing rests before steps are tried. */
const REST = 250;
/** More than the steps of a pack: what was tried long ago is forgotten. */
const MOST = 400;

let port: TrialPort | undefined;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Tries all steps that are not tried yet, the shown lesson's first. What was begun for an older text is given up. */
export function tryLessons(lessons: readonly Lesson[], first: Lesson | undefined): void {
  const mine = ++turn;
  clearTimeout(timer);
  timer = setTimeout(() => void run(first ? [first, ...lessons] : lessons, mine), REST);
}

async function run(lessons: readonly Lesson[], mine: number): Promise<void> {
  for (const lesson of lessons) {
    const states = statesOf(lesson);
    for (const [index, key] of trialKeys(lesson).entries()) {
      const [step, state] = [lesson.steps[index], states[index]];
      if (key === null || !step || !state || trials.get().done.has(key)) continue;
      const trial = await tried(step, state);
      // What is told may move a button that is being pressed.
      await released();
      // What came late is true all the same, but the newer text decides what is tried next.
      keep(key, trial);
      if (mine !== turn) return;
    }
  }
}

async function tried({ goals }: LessonStep, { start, solved }: StepStates): Promise<Trial> {
  try {
    return await (port ??= createTrialPort()).try(start, { goals, solved });
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

function keep(key: string, trial: Trial): void {
  const { done } = trials.get();
  trials.set({ done: new Map([...[...done].slice(-MOST), [key, trial]]) });
}
