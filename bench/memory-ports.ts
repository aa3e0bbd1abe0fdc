import { createMemoryStorage, type Ports } from '../src/session/index.ts';

/** A session's ends in memory, with the real clock. */
export function memoryPorts(): Ports {
  return {
    storage: createMemoryStorage(),
    clock: {
      now: () => Date.now(),
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  };
}
