import { countsByFile as count, sameCounts, type Problem, type ProblemCounts } from '../../checks/index.ts';

export const NO_PROBLEMS: ProblemCounts = { errors: 0, warnings: 0 };

type ByFile = ReadonlyMap<string, ProblemCounts>;

export const sameCountsByFile = (a: ByFile, b: ByFile): boolean =>
  a === b ||
  (a.size === b.size && [...a].every(([file, counts]) => sameCounts(counts, b.get(file) ?? NO_PROBLEMS)));

const known = new WeakMap<readonly Problem[], ByFile>();

/** Errors and warnings by file; files without any are left out. Counted once for the same list. */
export function countsByFile(problems: readonly Problem[]): ByFile {
  let counts = known.get(problems);
  if (!counts) known.set(problems, (counts = count(problems)));
  return counts;
}
