/** State that is replaced, never changed, with listeners that hear of each replacement. */
export interface Store<S> {
  readonly get: () => S;
  /** Replaces the named parts. Listeners are told once, unless nothing is different. */
  set(parts: Partial<S>): void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Runs `work`, which may set several times, and tells listeners once at its end. */
  together<T>(work: () => T): T;
}

export function createStore<S extends object>(initial: S): Store<S> {
  let state = initial;
  let depth = 0;
  let changed = false;
  const listeners = new Set<() => void>();
  const tell = () => {
    if (depth > 0 || !changed) return;
    changed = false;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    set(parts) {
      const differs = (Object.keys(parts) as (keyof S)[]).some((key) => !Object.is(parts[key], state[key]));
      if (!differs) return;
      state = { ...state, ...parts };
      changed = true;
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    together(work) {
      depth++;
      try {
        return work();
      } finally {
        depth--;
        tell();
      }
    },
  };
}
