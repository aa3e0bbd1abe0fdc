import { useMemo } from 'react';
import { createTrafficPort, type TrafficDeskPort } from '../../browser/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import type { ToldComparison } from '../../session/index.ts';
import { useSession } from '../session.tsx';
import { useLongWork, type LongWork, type Work } from './useLongWork.ts';

/** Not the one that the drawer asks: that has the files as they are, and these come and go. */
let port: TrafficDeskPort | undefined;

/** What a plan does to requests, worked out away from the page. */
export function useChangedTraffic(plan: RefactorPlan): LongWork<ToldComparison> {
  const session = useSession();
  const work = useMemo(
    (): Work<ToldComparison> => async (signal, tell) => {
      port ??= createTrafficPort();
      const before = session.getState().workspace.files;
      const onProgress = ({ done, of }: { done: number; of: number }) => tell({ done, total: of });
      const reply = await port.ask(plan.after.files, 'compare', {}, { before, signal, onProgress });
      if (reply && 'refused' in reply) throw new Error(reply.refused);
      return reply && reply.told;
    },
    [session, plan],
  );
  return useLongWork(work);
}
