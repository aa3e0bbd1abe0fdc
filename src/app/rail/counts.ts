import { countsOf, type Problem, type ProblemCounts } from '../../checks/index.ts';
import { groupBy } from '../controls/groupBy.ts';

export const NO_PROBLEMS: ProblemCounts = { errors: 0, warnings: 0 };

/** Errors and warnings by file; files without any are left out. */
export function countsByFile(problems: readonly Problem[]): ReadonlyMap<string, ProblemCounts> {
  const counts = new Map<string, ProblemCounts>();
  for (const [file, own] of groupBy(problems, (problem) => problem.file)) {
    const { errors, warnings } = countsOf(own);
    if (errors + warnings > 0) counts.set(file, { errors, warnings });
  }
  return counts;
}
