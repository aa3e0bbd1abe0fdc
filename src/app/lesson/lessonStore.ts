import type { Lesson } from '../../lessons/index.ts';
import type { ToldGoal } from '../../session/index.ts';
import { createStore } from '../store.ts';

/** The running lesson, beside what the session keeps of it. */
export interface LessonState {
  /** Null while it is fetched, and where none runs. */
  readonly lesson: Lesson | null;
  /** Why it could not be fetched. */
  readonly trouble: string | null;
  /** Of the step that one is at; null while they are checked for the first time. */
  readonly goals: readonly ToldGoal[] | null;
  /** Why they cannot be checked. */
  readonly unchecked: string | null;
  /** Told by the panel's live region; the counter makes the same words heard twice. */
  readonly said: { readonly words: string; readonly count: number };
}

export const lessonStore = createStore<LessonState>({
  lesson: null,
  trouble: null,
  goals: null,
  unchecked: null,
  said: { words: '', count: 0 },
});

/** Says something to people who do not see the panel. */
export function say(words: string): void {
  lessonStore.set(({ said }) => ({ said: { words, count: said.count + 1 } }));
}
