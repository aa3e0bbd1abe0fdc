import type { Core } from './core.ts';
import type { LongWork } from './long-work.ts';
import { AT_ONCE, charactersOf, readAhead, type ReadingOptions } from './reading.ts';

/** Typing in a very long document goes on for this long without it being read again (milliseconds). */
const PAUSE = 250;

export interface LateReading {
  /** Something may have been left unread. */
  touch(): void;
  settled(): Promise<void>;
  dispose(): void;
}

/** Reads what an update left, because it was too long or too much, once the person pauses; then all that follows is brought up to date. */
export function createLateReading(core: Core, reading: ReadingOptions, work: LongWork): LateReading {
  const { pipeline, clock } = reading;
  let cancelTimer: (() => void) | null = null;

  const read = () => {
    cancelTimer = null;
    const texts = [...new Set(pipeline.waiting())];
    if (texts.length === 0) return;
    const total = charactersOf(texts);
    work.start(async (signal) => {
      const progress = (done: number) => {
        if (total > AT_ONCE) core.store.set({ progress: { label: 'Reading', done, total } });
      };
      await readAhead(texts, reading, signal, progress);
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
