import { useLayoutEffect } from 'react';
import { useSessionState } from '../../session.tsx';
import { canvasStore } from './canvasState.ts';
import { litFrom, litPath } from './lit.ts';
import { useCanvasState } from './useCanvasState.ts';

/** Keeps the lit path in step with the pointer, the selection and the picture. */
export function useLitPath(): void {
  const topology = useSessionState((state) => state.analysis.topology);
  const selection = useSessionState((state) => state.selection);
  const hover = useCanvasState((state) => state.hover);
  useLayoutEffect(() => {
    canvasStore.set({ lit: litPath(topology, litFrom(topology, selection, { hover })) });
  }, [topology, selection, hover]);
}
