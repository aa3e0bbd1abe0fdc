import { useMemo, useRef } from 'react';
import { workHere } from '../../browser/index.ts';
import {
  changedProblems,
  type ChangedProblems,
  type Checker,
  type CheckOptions,
  type Problem,
} from '../../checks/index.ts';
import type { Mesh } from '../../istio/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import { useSession } from '../session.tsx';
import { useLongWork, type LongWork } from './useLongWork.ts';

/** The problems that a plan makes and mends, found while the page goes on. */
export function useChangedProblems(plan: RefactorPlan): LongWork<ChangedProblems> {
  const session = useSession();
  const checker = useRef<Checker>(undefined);
  const work = useMemo(
    () => async (signal: AbortSignal) => {
      const { createChecker } = await import('../lateChecks.ts');
      checker.current ??= createChecker();
      const { mesh } = plan.after;
      const options = { version: mesh.settings.targetVersion };
      const after = await workHere(checking(checker.current, mesh, options), () => !signal.aborted);
      return after && changedProblems(session.getState().analysis.problems, after);
    },
    [session, plan],
  );
  return useLongWork(work);
}

function* checking(checker: Checker, mesh: Mesh, options: CheckOptions): Generator<void, readonly Problem[]> {
  yield* checker.inSteps(mesh, options);
  return checker.check(mesh, options);
}
