import { useRef, useSyncExternalStore } from 'react';
import { canvasStore, type CanvasState } from './canvasState.ts';

/**
 * A part of the canvas's own state. `select` may make a new object each time if `equal` says when two are the same.
 */
export function useCanvasState<T>(
  select: (state: CanvasState) => T,
  equal: (a: T, b: T) => boolean = Object.is,
): T {
  const last = useRef<{ value: T } | null>(null);
  return useSyncExternalStore(canvasStore.subscribe, () => {
    const value = select(canvasStore.get());
    if (last.current && equal(last.current.value, value)) return last.current.value;
    last.current = { value };
    return value;
  });
}
