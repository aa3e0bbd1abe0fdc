import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import { canvasStore } from '../state/canvasState.ts';

/** Below this zoom nothing written can be read, and thousands of nodes may be in view: only colours are drawn. */
const FAR = 0.4;

/** How long after its last step the view counts as at rest, in milliseconds. */
const REST = 400;

/** For so long after its last step the view counts as moving, in milliseconds. */
const STEP = 100;

let movedAt = -Infinity;

/** Whether the picture is moving: what then comes to lie under the pointer is not pointed at. */
export const isMoving = (): boolean => performance.now() - movedAt < STEP;

/**
 * While the view moves, the picture is a layer that the browser only shifts: that is most of what makes it fluid. At
 * rest it is none, because such a layer is painted for one zoom and is less than sharp at others. From far away it is
 * a layer by other means: by `will-change` it would be painted at full size and be many screens large.
 */
export function useLayer(): void {
  const store = useStoreApi();
  useLayoutEffect(() => {
    let last = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onStep = () => {
      const { transform, domNode } = store.getState();
      const style = domNode?.querySelector<HTMLElement>('.react-flow__viewport')?.style;
      if (!style || transform.join(' ') === last) return;
      last = transform.join(' ');
      const far = transform[2] < FAR;
      movedAt = performance.now();
      canvasStore.set(({ way }) => ({ far, hover: null, hoverEdge: way?.edge ?? null }));
      style.backfaceVisibility = far ? 'hidden' : '';
      style.willChange = far ? '' : 'transform';
      clearTimeout(timer);
      timer = setTimeout(() => (style.willChange = ''), REST);
    };
    onStep();
    const stop = store.subscribe(onStep);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [store]);
}
