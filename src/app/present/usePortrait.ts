import { useSyncExternalStore } from 'react';

const query = () => window.matchMedia('(max-aspect-ratio: 1/1)');

function subscribe(listener: () => void): () => void {
  const media = query();
  media.addEventListener('change', listener);
  return () => media.removeEventListener('change', listener);
}

/** Whether the window is higher than wide: then two panes stand one over the other. */
export const usePortrait = (): boolean => useSyncExternalStore(subscribe, () => query().matches);
