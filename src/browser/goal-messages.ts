import type { Goal } from '../lessons/index.ts';
import type { ToldGoal } from '../session/index.ts';
import type { TextFile } from '../text/index.ts';

/** Goals to be checked, with what changed in the files since they were last checked. */
export interface GoalMessage {
  readonly id: number;
  readonly goals: readonly Goal[];
  /** Of all files, in their order. */
  readonly paths: readonly string[];
  readonly changed: readonly TextFile[];
}

export type GoalReply =
  | { readonly id: number; readonly told: readonly ToldGoal[] }
  | { readonly id: number; readonly failed: string };
