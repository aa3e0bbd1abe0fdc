import { useEffect } from 'react';
import { useSession } from '../session.tsx';
import { PRESENTING } from './presentStore.ts';

/** Goes on with what was presented before a reload. */
export function usePresentedBefore(ready: boolean): void {
  const session = useSession();
  useEffect(() => {
    if (!ready) return;
    try {
      if (sessionStorage.getItem(PRESENTING))
        void import('./chunk.ts').then(({ resumePresenting }) => resumePresenting(session));
    } catch {
      // Storage is switched off: nothing was remembered.
    }
  }, [ready, session]);
}
