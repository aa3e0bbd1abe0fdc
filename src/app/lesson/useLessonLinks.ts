import { useEffect } from 'react';
import { tellFailure } from '../commands/tellFailure.ts';
import { useSession } from '../session.tsx';

const ASKS = /^#(?:.*&)?(?:lesson=|present(?:&|$))/;

/** Opens the lesson that the page's address asks for, now and whenever that changes. */
export function useLessonLinks(ready: boolean): void {
  const session = useSession();
  useEffect(() => {
    if (!ready) return;
    const open = () => {
      if (!ASKS.test(location.hash) || location.hash.includes('pack=')) return;
      import('./chunk.ts')
        .then(({ openLink }) => openLink(session))
        .catch(tellFailure(session, 'This link cannot be followed'));
    };
    open();
    window.addEventListener('hashchange', open);
    return () => window.removeEventListener('hashchange', open);
  }, [ready, session]);
}
