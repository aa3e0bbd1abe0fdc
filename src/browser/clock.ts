import type { ClockPort } from '../session/index.ts';

export const browserClock: ClockPort = {
  now: () => Date.now(),
  after(milliseconds, callback) {
    const timer = setTimeout(callback, milliseconds);
    return () => clearTimeout(timer);
  },
};
