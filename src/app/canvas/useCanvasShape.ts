import { useLayoutEffect, type RefObject } from 'react';
import type { Flow } from '../../topology/index.ts';
import { useSession } from '../session.tsx';
import { flowFor } from './flowFor.ts';

/** Tells the session which flow suits the canvas's shape, before the first picture and whenever that changes. */
export function useCanvasShape(area: RefObject<HTMLElement | null>): void {
  const session = useSession();
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    let told: Flow | null = null;
    const look = () => {
      const { clientWidth, clientHeight } = element;
      if (clientWidth === 0 || clientHeight === 0) return;
      const flow = flowFor(clientWidth / clientHeight, told);
      if (flow === told) return;
      told = flow;
      session.dispatch({ type: 'canvas-shape', flow });
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [session, area]);
}
