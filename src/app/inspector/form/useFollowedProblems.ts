import { useLayoutEffect } from 'react';
import { problemsAbout } from '../../../checks/index.ts';
import type { Resource } from '../../../istio/index.ts';
import { parsePath } from '../../../yaml/index.ts';
import { useSessionState } from '../../session.tsx';
import { pathKey } from '../model/path.ts';
import { indexProblems, sameList } from '../model/problems.ts';
import type { FormModel } from './context.ts';

/** Keeps the form's problems in step with the workspace's. */
export function useFollowedProblems(form: FormModel, resource: Resource): void {
  const problems = useSessionState((state) => problemsAbout(state.analysis.problems, resource.id), sameList);
  useLayoutEffect(() => {
    form.problems.set(indexProblems(problems, form.problems.get()));
    const troubled = new Set(problems.flatMap(({ path }) => keysOnTheWay(path)));
    const before = form.troubled.get();
    const same = before.size === troubled.size && [...troubled].every((key) => before.has(key));
    if (!same) form.troubled.set(troubled);
  }, [form, problems]);
}

/** A field is shown when it, or something in it, has a problem. */
function keysOnTheWay(text: string): readonly string[] {
  try {
    const path = parsePath(text);
    return path.map((_, index) => pathKey(path.slice(0, index + 1)));
  } catch {
    return [];
  }
}
