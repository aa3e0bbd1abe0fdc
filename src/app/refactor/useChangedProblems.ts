import { useEffect, useRef, useState } from 'react';
import { changedProblems, type Checker, type ChangedProblems } from '../../checks/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import { useSession } from '../session.tsx';

/** The page answers in between, at the latest after so many milliseconds. */
const SLICE = 12;

/** The problems that a plan makes and mends, once they are found; null until then. */
export function useChangedProblems(plan: RefactorPlan | null): ChangedProblems | null {
  const session = useSession();
  const checker = useRef<Checker>(undefined);
  const [found, setFound] = useState<{ plan: RefactorPlan; changes: ChangedProblems } | null>(null);
  useEffect(() => {
    if (!plan) return;
    let wanted = true;
    const find = async () => {
      const { createChecker } = await import('../lateChecks.ts');
      checker.current ??= createChecker();
      const { mesh } = plan.after;
      const options = { version: mesh.settings.targetVersion };
      let end = performance.now() + SLICE;
      for (const _ of checker.current.inSteps(mesh, options)) {
        if (performance.now() < end) continue;
        await new Promise((resolve) => void setTimeout(resolve, 0));
        if (!wanted) return;
        end = performance.now() + SLICE;
      }
      const after = checker.current.check(mesh, options);
      if (wanted) setFound({ plan, changes: changedProblems(session.getState().analysis.problems, after) });
    };
    void find();
    return () => {
      wanted = false;
    };
  }, [session, plan]);
  return found?.plan === plan ? found.changes : null;
}
