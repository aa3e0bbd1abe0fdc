import { useEffect, useRef } from 'react';
import { createPortal } from 'react-dom';
import styles from './Laser.module.css';

/** A dot over everything that goes with the pointer. Moves as a layer of its own: nothing is laid out or drawn anew. */
export function Laser({ on }: { on: boolean }) {
  const dot = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stop = new AbortController();
    const options = { capture: true, passive: true, signal: stop.signal };
    // Followed while it is off, too: so it comes where the pointer is.
    const move = ({ clientX, clientY }: PointerEvent) => {
      if (!dot.current) return;
      dot.current.style.transform = `translate3d(${clientX}px, ${clientY}px, 0)`;
      dot.current.dataset['here'] = '';
    };
    const gone = () => delete dot.current?.dataset['here'];
    window.addEventListener('pointermove', move, options);
    window.addEventListener('pointerdown', move, options);
    document.documentElement.addEventListener('pointerleave', gone, options);
    return () => stop.abort();
  }, []);
  return createPortal(
    <div ref={dot} className={styles.dot} data-testid="laser" hidden={!on} aria-hidden="true" />,
    document.body,
  );
}
