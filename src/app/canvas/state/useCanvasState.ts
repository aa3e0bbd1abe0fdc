import { useSyncExternalStore } from 'react';
import { canvasStore, type CanvasState } from './canvasState.ts';

/** A part of the canvas's own state. `select` must give the same value for the same state. */
export function useCanvasState<T>(select: (state: CanvasState) => T): T {
  return useSyncExternalStore(canvasStore.subscribe, () => select(canvasStore.get()));
}
