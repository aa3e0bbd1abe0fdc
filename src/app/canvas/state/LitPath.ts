import { useLayoutEffect } from 'react';
import { useSessionState } from '../../session.tsx';
import { hitsOf, spotOfHit } from '../find/hits.ts';
import { canvasStore } from './canvasState.ts';
import { litFrom, litHits, litPath, litPointed } from './lit.ts';
import { useCanvasState } from './useCanvasState.ts';

/** How long the pointer has to stay on something before its way lights up: crossing the canvas lights nothing. In milliseconds. */
const LINGER = 90;

/**
 * Keeps the lit path in step with the pointer, the request that was sent, the selection and the picture. Draws nothing: it
 * stands by itself so that the pointer and every key do not draw the canvas anew.
 */
export function LitPath(): null {
  const selection = useSessionState((state) => state.selection);
  const hover = useCanvasState((state) => state.hover);
  const query = useCanvasState((state) => state.find?.query ?? '');
  const sent = useCanvasState((state) => state.sent?.way.lit);
  const pointed = useCanvasState((state) => state.pointed);
  const drawn = useSessionState((state) => state.analysis.drawn);
  // What is found is sought in all of the mesh, also where it is not drawn by itself.
  const sought = useSessionState((state) => (query.trim() ? state.analysis.topology : null));
  useLayoutEffect(() => {
    const light = () => {
      const seen = hover === null && sought ? { analysis: { topology: sought, drawn } } : null;
      const spots = seen && hitsOf(seen, query).flatMap((hit) => spotOfHit(seen, hit) ?? []);
      const path = spots
        ? litHits(spots)
        : (hover === null && (sent || (pointed && litPointed(drawn, pointed)))) ||
          litPath(drawn, litFrom(drawn, selection, { hover }));
      canvasStore.set({ lit: path });
    };
    if (hover === null) {
      light();
      return;
    }
    const timer = setTimeout(light, LINGER);
    return () => clearTimeout(timer);
  }, [drawn, sought, selection, hover, query, sent, pointed]);
  return null;
}
