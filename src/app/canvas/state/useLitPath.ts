import { useLayoutEffect } from 'react';
import { useSessionState } from '../../session.tsx';
import { canvasStore } from './canvasState.ts';
import { litFrom, litPath } from './lit.ts';
import { useCanvasState } from './useCanvasState.ts';

/** How long the pointer has to stay on something before its way lights up: crossing the canvas lights nothing. In milliseconds. */
const LINGER = 90;

/** Keeps the lit path in step with the pointer, the selection and the picture. */
export function useLitPath(): void {
  const topology = useSessionState((state) => state.analysis.drawn);
  const selection = useSessionState((state) => state.selection);
  const hover = useCanvasState((state) => state.hover);
  useLayoutEffect(() => {
    const light = () => canvasStore.set({ lit: litPath(topology, litFrom(topology, selection, { hover })) });
    if (hover === null) {
      light();
      return;
    }
    const timer = setTimeout(light, LINGER);
    return () => clearTimeout(timer);
  }, [topology, selection, hover]);
}
