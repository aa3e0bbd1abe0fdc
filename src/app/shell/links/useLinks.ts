import { useEffect } from 'react';
import { tellFailure } from '../../commands/tellFailure.ts';
import { useSession } from '../../session.tsx';

const ASKS = /^#(?:.*&)?(?:(?:lessons?|pack|workspace)=|present(?:&|$))/;

/** Opens what the page's address asks for, a workspace, a lesson or a pack, now and whenever that changes. */
export function useLinks(ready: boolean): void {
  const session = useSession();
  useEffect(() => {
    if (!ready) return;
    const open = () => {
      if (!ASKS.test(location.hash)) return;
      import('./openLink.ts')
        .then(({ openLink }) => openLink(session))
        .catch(tellFailure(session, 'This link cannot be followed'));
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [ready, session]);
}
