import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect, useRef } from 'react';
import styles from './Paper.module.css';

/** Between dots at 100 %, in CSS pixels. */
const GAP = 20;

/** The dotted paper. Moves as a layer of its own, which costs no painting; only another zoom paints it anew. */
export function Paper() {
  const store = useStoreApi();
  const dots = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    let painted = 0;
    const move = () => {
      const element = dots.current;
      if (!element) return;
      const [x, y, zoom] = store.getState().transform;
      const gap = gapAt(zoom);
      element.style.transform = `translate(${rest(x, gap)}px, ${rest(y, gap)}px)`;
      if (painted === gap) return;
      painted = gap;
      element.style.backgroundSize = `${gap}px ${gap}px`;
      element.style.inset = `${-gap}px`;
    };
    move();
    return store.subscribe(move);
  }, [store]);
  return (
    <div className={styles.paper} aria-hidden="true">
      <div ref={dots} className={styles.dots} />
    </div>
  );
}

/** Far away, every second dot is left out, and again, so that they never become a grey. */
function gapAt(zoom: number): number {
  let gap = GAP * zoom;
  while (gap < GAP * 0.75) gap *= 2;
  return gap;
}

function rest(offset: number, gap: number): number {
  return ((offset % gap) + gap) % gap;
}
