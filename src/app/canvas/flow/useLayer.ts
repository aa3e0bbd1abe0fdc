import { useStore } from '@xyflow/react';
import { useEffect, useLayoutEffect } from 'react';
import { canvasStore } from '../state/canvasState.ts';

/** Below this zoom nothing written can be read, and thousands of nodes may be in view: only colours are drawn. */
const FAR = 0.3;

/** How long after the last step of a zoom the picture is painted anew, in milliseconds. */
const SETTLED = 140;

/**
 * The picture is a layer that the browser only shifts while the view moves (by `will-change`, in the stylesheet): that
 * is most of what makes it fluid. Such a layer keeps the sharpness that it was painted with, so after a zoom it stops
 * being one for a moment, and is painted for its new size. From far away, where it would be painted at full size and be
 * many screens large, it is a layer by other means, which is painted anew with each zoom and is so simple that it may.
 */
export function useLayer(): void {
  const zoom = useStore((state) => state.transform[2]);
  const root = useStore((state) => state.domNode);
  const far = zoom < FAR;
  useLayoutEffect(() => canvasStore.set({ far }), [far]);
  useEffect(() => {
    const layer = root?.querySelector<HTMLElement>('.react-flow__viewport');
    if (!layer) return;
    layer.style.backfaceVisibility = far ? 'hidden' : '';
    if (far) {
      layer.style.willChange = 'auto';
      return;
    }
    let frame = 0;
    const timer = setTimeout(() => {
      layer.style.willChange = 'auto';
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => (layer.style.willChange = ''));
      });
    }, SETTLED);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
      layer.style.willChange = '';
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- each step of a zoom begins the wait anew
  }, [zoom, far, root]);
}
