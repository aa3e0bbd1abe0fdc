import type { Ports } from '../src/session/index.ts';

/** A session's ends in memory, with the real clock. */
export function memoryPorts(): Ports {
  const kept = new Map<string, unknown>();
  return {
    storage: {
      get: async (key) => kept.get(key),
      set: async (key, value) => void kept.set(key, value),
      delete: async (key) => void kept.delete(key),
    },
    clock: {
      now: () => Date.now(),
      after: (milliseconds, callback) => {
        const timer = setTimeout(callback, milliseconds);
        return () => clearTimeout(timer);
      },
    },
  };
}
