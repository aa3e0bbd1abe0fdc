import { countsOf, problemsAbout, problemsWithin, type Problem, type Severity } from '../../checks/index.ts';
import type { ResourceId } from '../../istio/index.ts';
import type { NodeRow, TopologyNode } from '../../topology/index.ts';

export interface ProblemMark {
  readonly count: number;
  /** The worst of them. */
  readonly severity: Severity;
}

/** The problems of a resource, counted; null without any. Information and hints are no problems. */
export function problemMark(problems: readonly Problem[], resource: ResourceId | null): ProblemMark | null {
  return resource === null ? null : markOf(problemsAbout(problems, resource));
}

/** The problems inside of a row, counted. */
export function rowMark(
  problems: readonly Problem[],
  { resource }: TopologyNode,
  { path }: NodeRow,
): ProblemMark | null {
  return resource === null ? null : markOf(problemsWithin(problems, resource, path));
}

/** The marks of all rows of a node, by their ids; rows without problems are left out. */
export function rowMarks(problems: readonly Problem[], node: TopologyNode): RowMarks {
  if (node.resource === null || problemsAbout(problems, node.resource).length === 0) return NONE;
  return new Map(
    node.rows.flatMap((row) => {
      const mark = rowMark(problems, node, row);
      return mark ? [[row.id, mark]] : [];
    }),
  );
}

export type RowMarks = ReadonlyMap<string, ProblemMark>;
const NONE: RowMarks = new Map();

export const sameMarks = (a: RowMarks, b: RowMarks): boolean =>
  a === b || (a.size === b.size && [...a].every(([id, mark]) => sameMark(mark, b.get(id) ?? null)));

function markOf(problems: readonly Problem[]): ProblemMark | null {
  const { errors, warnings } = countsOf(problems);
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
