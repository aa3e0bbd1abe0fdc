import { countsOf, problemsAbout, type Problem, type Severity } from '../../../checks/index.ts';
import type { ResourceId } from '../../../istio/index.ts';

export interface ProblemMark {
  readonly count: number;
  /** The worst of them. */
  readonly severity: Severity;
}

/** The problems of a resource, counted; null without any. Information and hints are no problems. */
export function problemMark(problems: readonly Problem[], resource: ResourceId | null): ProblemMark | null {
  if (resource === null) return null;
  const { errors, warnings } = countsOf(problemsAbout(problems, resource));
  if (errors + warnings === 0) return null;
  return { count: errors + warnings, severity: errors ? 'error' : 'warning' };
}

/** The mark in words, for names and descriptions. */
export function markWords(mark: ProblemMark): string {
  return `${mark.count} ${mark.count === 1 ? 'problem' : 'problems'}`;
}

/** Whether two marks look alike. */
export function sameMark(a: ProblemMark | null, b: ProblemMark | null): boolean {
  return a === b || (a !== null && b !== null && a.count === b.count && a.severity === b.severity);
}
