import type { Problem } from '../../checks/index.ts';
import type { ResourceRef } from '../../istio/index.ts';

/** How many problems that matter: infos and hints are not counted. */
export interface Counts {
  readonly errors: number;
  readonly warnings: number;
}

export const NO_PROBLEMS: Counts = { errors: 0, warnings: 0 };

/** The key of a resource in a file, for the counts: two of one name in different files stay two. */
export const placeKey = (file: string, { kind, namespace, name }: ResourceRef) =>
  JSON.stringify([file, kind, namespace, name]);

export interface ProblemCounts {
  readonly byFile: ReadonlyMap<string, Counts>;
  readonly byPlace: ReadonlyMap<string, Counts>;
}

/** Errors and warnings by file and by resource. */
export function countProblems(problems: readonly Problem[]): ProblemCounts {
  const byFile = new Map<string, Counts>();
  const byPlace = new Map<string, Counts>();
  for (const problem of problems) {
    if (problem.severity !== 'error' && problem.severity !== 'warning') continue;
    add(byFile, problem.file, problem.severity);
    if (problem.resource) add(byPlace, placeKey(problem.file, problem.resource), problem.severity);
  }
  return { byFile, byPlace };
}

function add(counts: Map<string, Counts>, key: string, severity: 'error' | 'warning'): void {
  const { errors, warnings } = counts.get(key) ?? NO_PROBLEMS;
  counts.set(
    key,
    severity === 'error' ? { errors: errors + 1, warnings } : { errors, warnings: warnings + 1 },
  );
}
