import { useSyncExternalStore } from 'react';

/** Fills the screen with the page, or no longer. Rejects where the browser does not allow it, as in some frames. */
export async function toggleFullScreen(): Promise<void> {
  if (document.fullscreenElement) return document.exitFullscreen();
  if (!document.fullscreenEnabled)
    throw new Error('This browser does not let the page fill the screen here. Its own key, F11, may do it.');
  await document.documentElement.requestFullscreen();
}

function subscribe(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
}

/** Whether the page fills the screen. */
export const useFullScreen = (): boolean =>
  useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
