import type { Resource, ResourceId } from '../istio/index.ts';
import { formatPath, type Path } from '../yaml/index.ts';
import { alikeAtEnd, alikeAtStart } from '../text/index.ts';
import { createGrouping } from './grouping.ts';
import type { Problem } from './problem.ts';

type Name = NonNullable<Problem['resource']>;

/**
 * The resources that problems are about, by the name that their problems print. Kept beside it and not in it: two
 * resources may share a name; the id tells them apart, and is nobody's business outside.
 */
const subjects = new WeakMap<Name, ResourceId>();
const names = new WeakMap<Resource, Name>();

/** The name of a resource for its problems; the same object for all of them. */
export function nameFor(resource: Resource): Name {
  let name = names.get(resource);
  if (!name) {
    name = { kind: resource.kind, namespace: resource.namespace, name: resource.name };
    names.set(resource, name);
    subjects.set(name, resource.id);
  }
  return name;
}

/** The resource that a problem of a checker is about, whichever of several with that name; null for one of a file. */
export const subjectOf = ({ resource }: Problem): ResourceId | null =>
  (resource && subjects.get(resource)) ?? null;

const NONE: readonly Problem[] = [];

const bySubject = createGrouping(subjectOf);
const groupsByFile = createGrouping(({ file }) => file);

/** The problems about one resource, in their order. The same list as long as they stay the same. */
export const problemsAbout = (problems: readonly Problem[], resource: ResourceId): readonly Problem[] =>
  bySubject(problems).get(resource) ?? NONE;

/** The problems of one file, in their order. The same list as long as they stay the same. */
export const problemsIn = (problems: readonly Problem[], file: string): readonly Problem[] =>
  groupsByFile(problems).get(file) ?? NONE;

const counts = new WeakMap<readonly Problem[], ProblemCounts>();

/** How many problems each file has; files without any are left out. Only what changed since the last call is counted anew. */
export function countsByFile(problems: readonly Problem[]): ReadonlyMap<string, ProblemCounts> {
  const found = new Map<string, ProblemCounts>();
  for (const [file, own] of groupsByFile(problems)) {
    let known = counts.get(own);
    if (!known) counts.set(own, (known = countsOf(own)));
    if (known.errors + known.warnings > 0) found.set(file, known);
  }
  return found;
}

/** The problems about one part of a resource: at its path, or anywhere within. */
export function problemsWithin(
  problems: readonly Problem[],
  resource: ResourceId,
  path: Path,
): readonly Problem[] {
  const own = problemsAbout(problems, resource);
  if (own.length === 0) return NONE;
  const start = formatPath(path);
  return own.filter(
    (problem) => problem.path.startsWith(start) && ['', '.', '['].includes(problem.path.charAt(start.length)),
  );
}

/** How many problems that matter there are: infos and hints ask for nothing, and are not counted. */
export interface ProblemCounts {
  readonly errors: number;
  readonly warnings: number;
}

export const sameCounts = (a: ProblemCounts, b: ProblemCounts): boolean =>
  a.errors === b.errors && a.warnings === b.warnings;

let last: { readonly problems: readonly Problem[]; readonly counts: ProblemCounts } = {
  problems: NONE,
  counts: { errors: 0, warnings: 0 },
};

/** `countsOf` for all problems of a workspace, key after key: only those that came and went since the last call are counted. */
export function countsOfAll(problems: readonly Problem[]): ProblemCounts {
  if (last.problems === problems) return last.counts;
  const start = alikeAtStart(last.problems, problems);
  const end = alikeAtEnd(last.problems, problems, start);
  const gone = countsOf(last.problems.slice(start, last.problems.length - end));
  const come = countsOf(problems.slice(start, problems.length - end));
  const { errors, warnings } = last.counts;
  const counts = {
    errors: errors - gone.errors + come.errors,
    warnings: warnings - gone.warnings + come.warnings,
  };
  last = { problems, counts };
  return counts;
}

export function countsOf(problems: readonly Problem[]): ProblemCounts {
  let [errors, warnings] = [0, 0];
  for (const { severity } of problems) {
    if (severity === 'error') errors++;
    else if (severity === 'warning') warnings++;
  }
  return { errors, warnings };
}
