import type { Problem } from './problem.ts';

/** What a change of the files does to their problems. */
export interface ChangedProblems {
  readonly appear: readonly Problem[];
  readonly go: readonly Problem[];
}

const subject = ({ resource }: Problem) =>
  resource ? `${resource.kind}/${resource.namespace}/${resource.name}` : '';
const place = ({ path }: Problem) => path.replaceAll(/\[\d+\]/g, '[]');

/** When two problems are the same one, the surest sign first: what is about to change may be called or stand otherwise. */
const SAME: readonly ((problem: Problem) => readonly string[])[] = [
  (problem) => [subject(problem), problem.path, problem.message],
  (problem) => [subject(problem), problem.path],
  (problem) => [problem.resource?.kind ?? '', problem.path, problem.message],
  (problem) => [problem.resource?.kind ?? '', place(problem)],
];

/** The problems of two states of the files that only one of them has; a line, a name or an index that is another is no other problem. */
export function changedProblems(before: readonly Problem[], after: readonly Problem[]): ChangedProblems {
  // Most are the very same objects.
  const kept = new Set(after);
  const known = new Set(before);
  let go = before.filter((problem) => !kept.has(problem));
  let appear = after.filter((problem) => !known.has(problem));
  for (const sameBy of SAME) {
    const keyOf = (problem: Problem) => JSON.stringify([problem.code, ...sameBy(problem)]);
    const spare = new Map<string, Problem[]>();
    for (const problem of go) spare.set(keyOf(problem), [...(spare.get(keyOf(problem)) ?? []), problem]);
    const matched = new Set<Problem>();
    appear = appear.filter((problem) => {
      const old = spare.get(keyOf(problem))?.shift();
      if (old) matched.add(old);
      return !old;
    });
    go = go.filter((problem) => !matched.has(problem));
  }
  return { appear, go };
}
