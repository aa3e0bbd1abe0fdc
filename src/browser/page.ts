import type { PagePort } from '../session/index.ts';
import { released } from './press.ts';

const TAB = 'meshwright-workspace';

const ask = (event: Event) => event.preventDefault();

/**
 * Hidden first, gone later: a phone may never send more than `visibilitychange`, a reload sends `pagehide`.
 * (`beforeunload` is left alone but for `holdBack`: it would keep the page out of the back/forward cache.)
 */
export const browserPage: PagePort = {
  onLeave(listener) {
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') listener();
    };
    window.addEventListener('pagehide', listener);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('pagehide', listener);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  },
  // Of this tab alone, and over a reload. Where storage is blocked, nothing is remembered.
  tab: {
    recall() {
      try {
        return sessionStorage.getItem(TAB);
      } catch {
        return null;
      }
    },
    remember(workspace) {
      try {
        sessionStorage.setItem(TAB, workspace);
      } catch {
        // The last used workspace opens then.
      }
    },
  },
  holdBack(hold) {
    if (hold) window.addEventListener('beforeunload', ask);
    else window.removeEventListener('beforeunload', ask);
  },
  released,
};
