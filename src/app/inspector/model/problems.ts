import type { Problem, Severity } from '../../../checks/index.ts';
import { formatPath, parsePath, type Path } from '../../../yaml/index.ts';
import { groupBy } from '../../controls/groupBy.ts';
import { severityRank } from '../../controls/severityRank.ts';

/**
 * The problems of one resource, by the path they stand at and by every path above it (as text). What was said before in the
 * same words is the same object as then, so its line may be that of a while ago: nothing of a form asks for it.
 */
export interface ProblemIndex {
  readonly at: ReadonlyMap<string, readonly Problem[]>;
  readonly within: ReadonlyMap<string, Tally>;
  /** The errors and warnings, in the order of the text. */
  readonly grave: readonly Problem[];
}

/** How many there are inside something, and the worst of them. */
export interface Tally {
  readonly count: number;
  readonly worst: Severity;
}

export const NO_PROBLEMS: ProblemIndex = { at: new Map(), within: new Map(), grave: [] };

export function worse(a: Severity, b: Severity): Severity {
  return severityRank[a] <= severityRank[b] ? a : b;
}

/** Each key finds the problems of its document anew; `before` is what lets fields sleep that show the same ones again. */
export function indexProblems(
  problems: readonly Problem[],
  before: ProblemIndex = NO_PROBLEMS,
): ProblemIndex {
  const at = new Map<string, readonly Problem[]>();
  const within = new Map<string, Tally>();
  for (const [path, found] of groupBy(problems, (problem) => problem.path)) {
    const earlier = before.at.get(path) ?? [];
    const kept = found.map((problem) => earlier.find((one) => saysTheSame(one, problem)) ?? problem);
    at.set(path, sameList(earlier, kept) ? earlier : kept);
  }
  for (const problem of problems) {
    for (const path of prefixes(problem.path)) {
      const tally = within.get(path);
      within.set(path, {
        count: (tally?.count ?? 0) + 1,
        worst: worse(tally?.worst ?? 'hint', problem.severity),
      });
    }
  }
  const grave = problems
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
    .map((problem) => at.get(problem.path)?.find((one) => saysTheSame(one, problem)) ?? problem);
  return { at, within, grave: sameList(before.grave, grave) ? before.grave : grave };
}

/** Whether two problems of one resource are told in the same words, with the same mends. */
const saysTheSame = (a: Problem, b: Problem): boolean =>
  a === b ||
  (a.code === b.code &&
    a.path === b.path &&
    a.message === b.message &&
    a.severity === b.severity &&
    JSON.stringify(a.fixes) === JSON.stringify(b.fixes));

/** Whether two lists hold the very same problems. */
export const sameList = (a: readonly Problem[], b: readonly Problem[]): boolean =>
  a.length === b.length && a.every((problem, index) => problem === b[index]);

/**
 * Where a problem that was found before stands among those found now (0-based, -1 when it is gone). Each check finds
 * its problems anew, so the same one need not be the same object, and an edit above it moves its line.
 */
export function indexOfSame(problems: readonly Problem[], before: Problem): number {
  return problems.findIndex(
    ({ code, path, message }) => code === before.code && path === before.path && message === before.message,
  );
}

/** How far around a place problems are looked for. */
export interface Reach {
  /** The outermost of the objects that are drawn as this place alone. */
  readonly outer?: Path | undefined;
  /** Nothing inside the place shows problems of its own. */
  readonly deep?: boolean | undefined;
}

/** The problems to show at a place, those of what stands around it first. */
export function problemsFor(
  index: ProblemIndex,
  path: Path,
  { outer = path, deep = false }: Reach,
): readonly Problem[] {
  const found: Problem[] = [];
  for (let length = outer.length; length <= path.length; length += 1) {
    found.push(...(index.at.get(formatPath(path.slice(0, length))) ?? []));
  }
  if (!deep) return found;
  const text = formatPath(path);
  for (const [at, problems] of index.at) {
    if (at.startsWith(text) && (at[text.length] === '.' || at[text.length] === '[')) found.push(...problems);
  }
  return found;
}

/** `spec`, `spec.http`, `spec.http[0]` for `spec.http[0]`; none for what is no path. */
export function prefixes(path: string): readonly string[] {
  try {
    const steps = parsePath(path);
    return steps.map((_, index) => formatPath(steps.slice(0, index + 1)));
  } catch {
    return [];
  }
}
