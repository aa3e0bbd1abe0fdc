import type { Problem } from '../../../checks/index.ts';

/** How many problems of this kind the fix at this place mends, as one step: see the action `mend-all`. */
export function howMany(problems: readonly Problem[], code: string, fix = 0): number {
  return problems.filter((problem) => problem.code === code && problem.fixes[fix] !== undefined).length;
}
