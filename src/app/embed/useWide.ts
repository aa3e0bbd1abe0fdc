import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(min-width: 720px)');

function subscribe(listener: () => void) {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the frame has room for two panes. */
export const useWide = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
