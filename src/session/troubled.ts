import { subjectOf, type Problem } from '../checks/index.ts';
import type { ResourceId } from '../istio/index.ts';

const known = new WeakMap<readonly Problem[], ReadonlySet<ResourceId>>();

/** The resources that have errors or warnings. The same set for the same problems. */
export function troubledBy(problems: readonly Problem[]): ReadonlySet<ResourceId> {
  let found = known.get(problems);
  if (!found) {
    const grave = problems.filter(({ severity }) => severity === 'error' || severity === 'warning');
    found = new Set(grave.flatMap((problem) => subjectOf(problem) ?? []));
    known.set(problems, found);
  }
  return found;
}
