import type { ClockPort } from './ports.ts';

/** A clock that a test moves by hand. Callbacks run in the order of their time; what is due now runs by itself. */
export function createFakeClock(): ClockPort & { advance(milliseconds: number): Promise<void> } {
  let now = 1_700_000_000_000;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => now,
    after(milliseconds, callback) {
      if (milliseconds <= 0) {
        let cancelled = false;
        void Promise.resolve().then(() => cancelled || callback());
        return () => {
          cancelled = true;
        };
      }
      const timer = { at: now + milliseconds, callback };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    async advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        timers = timers.filter((other) => other !== next);
        now = next.at;
        next.callback();
        await flush();
      }
      now = end;
      await flush();
    },
  };
}

/** Lets everything that only waits for promises go on. */
export async function flush(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}
