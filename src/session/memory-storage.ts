import type { StoragePort } from './ports.ts';

/** Storage that lasts as long as the page: for tests, and where no other is wanted. */
export function createMemoryStorage(values = new Map<string, unknown>()): StoragePort {
  return createMemoryDisk(values).connect();
}

/** The same for several tabs: each `connect` is one, and hears of the commits of the others. */
export function createMemoryDisk(values = new Map<string, unknown>()): { connect(): StoragePort } {
  const tabs: Set<(key: string) => void>[] = [];
  return {
    connect() {
      const watchers = new Set<(key: string) => void>();
      tabs.push(watchers);
      return {
        get: (key) => Promise.resolve(copy(values.get(key))),
        set(key, value) {
          values.set(key, copy(value));
          return Promise.resolve();
        },
        delete(key) {
          values.delete(key);
          return Promise.resolve();
        },
        commit({ put, remove, guard, update }, leaving = false) {
          if (!leaving && !guard.accepts(values.get(guard.key))) return Promise.resolve(false);
          for (const [key, value] of put) values.set(key, copy(value));
          for (const key of remove) values.delete(key);
          if (update && !leaving) values.set(update.key, copy(update.change(copy(values.get(update.key)))));
          for (const tab of tabs) if (tab !== watchers) for (const watcher of tab) watcher(guard.key);
          return Promise.resolve(true);
        },
        watch(listener) {
          watchers.add(listener);
          return () => watchers.delete(listener);
        },
      };
    },
  };
}

/** As a real storage does: what is kept shares nothing with what was given. */
function copy(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
