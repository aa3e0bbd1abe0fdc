import { startOffline, type Offline } from '../../browser/index.ts';
import { createStore } from '../store.ts';

export interface OfflineLook extends Offline {
  /** The new version was put off, until the page is loaded anew or yet another one comes. */
  readonly later: boolean;
}

export const offlineStore = createStore<OfflineLook>({ state: 'unknown', update: null, later: false });

let begun = false;

/** Sees to work without a network from now on; once is enough. */
export function beginOffline(): void {
  if (begun) return;
  begun = true;
  // While the page is being changed, nothing older may come out of a cache.
  if (import.meta.env.DEV) return offlineStore.set({ state: 'unavailable' });
  void startOffline((change) => offlineStore.set(change.update ? { ...change, later: false } : change));
}
