import type { RefactorPlan } from '../../operations/index.ts';
import { RefusedError } from '../../yaml/index.ts';

export type WorkedOut = { readonly plan: RefactorPlan } | { readonly refused: string };

/** A plan, or the sentence why there is none. */
export function workOut(plan: () => RefactorPlan): WorkedOut {
  try {
    return { plan: plan() };
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return { refused: error.message };
  }
}
