import { createStore } from '../store.ts';

/** Something that a scenario expects, and that was not so in the last run: where its file says it, from 0, and what was found. */
export interface UnmetGoal {
  readonly from: number;
  readonly to: number;
  readonly message: string;
}

interface UnmetGoals {
  readonly file: string | null;
  readonly goals: readonly UnmetGoal[];
}

export const NO_GOALS: UnmetGoals = { file: null, goals: [] };

/** What the load lab has found, for the YAML: which is there without the lab. */
export const unmetGoals = createStore<UnmetGoals>(NO_GOALS);
