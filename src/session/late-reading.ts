import type { Core } from './core.ts';
import type { LongWork } from './long-work.ts';
import type { PagePort } from './ports.ts';
import { AT_ONCE, readAhead, type ReadingOptions } from './reading.ts';

/** Typing in a very long document goes on for this long without it being read again (milliseconds). */
const PAUSE = 250;

export interface LateReading {
  /** Something may have been left unread. */
  touch(): void;
  settled(): Promise<void>;
  dispose(): void;
}

/** Reads what an update left, because it was too long or too much, once the person pauses; then all that follows is brought up to date, when nothing is being pressed. */
export function createLateReading(
  core: Core,
  reading: ReadingOptions,
  work: LongWork,
  released?: PagePort['released'],
): LateReading {
  const { pipeline, clock } = reading;
  let cancelTimer: (() => void) | null = null;

  const read = () => {
    cancelTimer = null;
    const { store } = core;
    work.start(async (signal) => {
      await readAhead(store.get().workspace.files, reading, signal, (done, total) => {
        if (total > AT_ONCE) store.set({ progress: { label: 'Reading', done, total } });
      });
      await released?.();
      if (!signal.aborted) core.refresh();
    });
  };

  return {
    touch() {
      cancelTimer?.();
      cancelTimer = null;
      if (pipeline.waiting().length === 0) return;
      work.cancel();
      cancelTimer = clock.after(PAUSE, read);
    },
    async settled() {
      if (cancelTimer) {
        cancelTimer();
        read();
      }
      await work.settled();
    },
    dispose() {
      cancelTimer?.();
      work.cancel();
    },
  };
}
