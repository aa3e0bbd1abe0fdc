import { useEffect, useState } from 'react';
import { createTrafficPort, type TrafficDeskPort } from '../../browser/index.ts';
import type { RefactorPlan } from '../../operations/index.ts';
import type { ToldComparison } from '../../session/index.ts';
import { useSession } from '../session.tsx';

/** Not the one that the drawer asks: that has the files as they are, and these come and go. */
let port: TrafficDeskPort | undefined;

export type TrafficFound = { readonly told: ToldComparison } | { readonly failed: true };

/** What a plan does to requests, once it is worked out away from the page; null until then. */
export function useChangedTraffic(plan: RefactorPlan): TrafficFound | null {
  const session = useSession();
  const [found, setFound] = useState<{ plan: RefactorPlan; what: TrafficFound } | null>(null);
  useEffect(() => {
    const nobodyWaits = new AbortController();
    const { signal } = nobodyWaits;
    const tell = (what: TrafficFound) => {
      if (!signal.aborted) setFound({ plan, what });
    };
    port ??= createTrafficPort();
    const before = session.getState().workspace.files;
    port.ask(plan.after.files, 'compare', {}, { before, signal }).then(
      (reply) => {
        if (reply) tell('told' in reply ? { told: reply.told } : { failed: true });
      },
      () => tell({ failed: true }),
    );
    return () => nobodyWaits.abort();
  }, [session, plan]);
  return found?.plan === plan ? found.what : null;
}
