import type { Store } from './store.ts';
import type { SessionState } from './types.ts';

/** Work that takes a while: one at a time, cancelled by the person or by the next. */
export interface LongWork {
  /** Starts it, cancelling what is under way. It must stop, and leave things as they were, once `signal` is aborted. */
  start(work: (signal: AbortSignal) => Promise<void>): void;
  cancel(): boolean;
  running(): boolean;
  settled(): Promise<void>;
}

export function createLongWork(
  store: Pick<Store<SessionState>, 'set'>,
  onError: (error: unknown) => void,
): LongWork {
  let current: { controller: AbortController; promise: Promise<void> } | null = null;
  const cancel = () => {
    if (!current) return false;
    current.controller.abort();
    current = null;
    store.set({ progress: null });
    return true;
  };
  const running = () => current !== null;
  return {
    start(work) {
      cancel();
      const controller = new AbortController();
      const promise = work(controller.signal)
        .catch((error: unknown) => {
          if (!controller.signal.aborted) onError(error);
        })
        .finally(() => {
          if (current?.controller !== controller) return;
          current = null;
          store.set({ progress: null });
        });
      // A work that is over at once must not be taken for one that is under way.
      current = { controller, promise };
    },
    cancel,
    running,
    async settled() {
      while (running()) await current?.promise;
    },
  };
}
