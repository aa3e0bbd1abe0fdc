import { useSyncExternalStore } from 'react';

/** One value that components can watch; they are drawn again when what they pick from it changes. */
export interface Cell<T> {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createCell<T>(initial: T): Cell<T> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of Array.from(listeners)) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** `pick` has to return the same object as long as nothing changed. */
export function useCell<T, P>(cell: Cell<T>, pick: (value: T) => P): P {
  return useSyncExternalStore(cell.subscribe, () => pick(cell.get()));
}
