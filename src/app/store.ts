export interface Store<T> {
  readonly get: () => T;
  readonly set: (change: Partial<T> | ((state: T) => Partial<T>)) => void;
  /** Returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** A value with listeners. A change that changes nothing tells nobody. */
export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(change) {
      const part = typeof change === 'function' ? change(state) : change;
      const keys = Object.keys(part) as (keyof T)[];
      if (keys.every((key) => Object.is(part[key], state[key]))) return;
      state = { ...state, ...part };
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
