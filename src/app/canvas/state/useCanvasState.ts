import { useStore } from '../../useStore.ts';
import { canvasStore, type CanvasState } from './canvasState.ts';

/** A part of the canvas's own state; `equal` says when two are the same. */
export const useCanvasState = <T>(select: (state: CanvasState) => T, equal?: (a: T, b: T) => boolean): T =>
  useStore(canvasStore, select, equal);
