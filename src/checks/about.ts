import type { Resource, ResourceId } from '../istio/index.ts';
import { formatPath, type Path } from '../yaml/index.ts';
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

const indexes = new WeakMap<readonly Problem[], ReadonlyMap<ResourceId, readonly Problem[]>>();
const NONE: readonly Problem[] = [];

/** The problems about one resource, in their order. The same list for the same list: it is sorted out once. */
export function problemsAbout(problems: readonly Problem[], resource: ResourceId): readonly Problem[] {
  let index = indexes.get(problems);
  if (!index) indexes.set(problems, (index = bySubject(problems)));
  return index.get(resource) ?? NONE;
}

function bySubject(problems: readonly Problem[]): ReadonlyMap<ResourceId, readonly Problem[]> {
  const index = new Map<ResourceId, Problem[]>();
  for (const problem of problems) {
    const subject = subjectOf(problem);
    if (subject === null) continue;
    const known = index.get(subject);
    if (known) known.push(problem);
    else index.set(subject, [problem]);
  }
  return index;
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

export function countsOf(problems: readonly Problem[]): ProblemCounts {
  let [errors, warnings] = [0, 0];
  for (const { severity } of problems) {
    if (severity === 'error') errors++;
    else if (severity === 'warning') warnings++;
  }
  return { errors, warnings };
}
