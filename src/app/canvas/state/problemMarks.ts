import type { Problem, Severity } from '../../../checks/index.ts';
import type { ResourceId } from '../../../istio/index.ts';
import { severityRank as rank } from '../../controls/severityRank.ts';

export interface ProblemMark {
  readonly count: number;
  /** The worst of them. */
  readonly severity: Severity;
}

const marksOf = new WeakMap<readonly Problem[], ReadonlyMap<string, ProblemMark>>();

/**
 * The problems of a resource, counted; null without any. Information and hints are no problems.
 * The same list gives the same object, so that a node is drawn again only when its own mark changes.
 */
export function problemMark(problems: readonly Problem[], resource: ResourceId | null): ProblemMark | null {
  if (resource === null) return null;
  let marks = marksOf.get(problems);
  if (!marks) marksOf.set(problems, (marks = countByResource(problems)));
  return marks.get(resource) ?? null;
}

function countByResource(problems: readonly Problem[]): ReadonlyMap<string, ProblemMark> {
  const marks = new Map<string, ProblemMark>();
  for (const { resource, severity } of problems) {
    if (!resource || rank[severity] > rank.warning) continue;
    const key = `${resource.kind}/${resource.namespace}/${resource.name}`;
    const before = marks.get(key);
    marks.set(key, {
      count: (before?.count ?? 0) + 1,
      severity: before && rank[before.severity] < rank[severity] ? before.severity : severity,
    });
  }
  return marks;
}

/** The mark in words, for names and descriptions. */
export function markWords(mark: ProblemMark): string {
  return `${mark.count} ${mark.count === 1 ? 'problem' : 'problems'}`;
}

/** Whether two marks look alike. */
export function sameMark(a: ProblemMark | null, b: ProblemMark | null): boolean {
  return a === b || (a !== null && b !== null && a.count === b.count && a.severity === b.severity);
}
