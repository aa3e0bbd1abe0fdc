import { useRef, useSyncExternalStore } from 'react';
import type { Store } from './store.ts';

/** A part of a store's value. `select` may make a new object each time if `equal` says when two are the same. */
export function useStore<T, P>(
  { get, subscribe }: Store<T>,
  select: (state: T) => P,
  equal: (a: P, b: P) => boolean = Object.is,
): P {
  const last = useRef<{ value: P } | null>(null);
  return useSyncExternalStore(subscribe, () => {
    const value = select(get());
    if (last.current && equal(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}
