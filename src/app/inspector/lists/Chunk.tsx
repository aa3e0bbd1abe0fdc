import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Path } from '../../../yaml/index.ts';
import { useForm } from '../form/context.ts';
import { isWithin } from '../model/path.ts';
import styles from './items.module.css';

/** How many items a piece has. */
export const CHUNK = 50;

/** The height of a closed card with the space below it, in pixels; see items.module.css. */
const ROW = 38;

interface ChunkProps {
  readonly list: Path;
  readonly from: number;
  readonly to: number;
  readonly children: () => ReactNode;
}

/** A piece of a long list, drawn when it is about to be seen or something in it is revealed. */
export function Chunk({ list, from, to, children }: ChunkProps) {
  const form = useForm();
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(() => from === 0 || asksFor());

  function asksFor(): boolean {
    const path = form.revealed.get()?.path;
    const index = path && isWithin(path, list) ? path[list.length] : undefined;
    return typeof index === 'number' && index >= from && index < to;
  }

  useEffect(() => {
    if (drawn) return undefined;
    const show = () => setDrawn(true);
    const observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && show(), {
      rootMargin: '800px',
    });
    if (place.current) observer.observe(place.current);
    const stop = form.revealed.subscribe(() => asksFor() && show());
    return () => {
      observer.disconnect();
      stop();
    };
    // `asksFor` reads what these name.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [drawn, form, list, from, to]);

  return (
    <div ref={place} className={styles.chunk} style={drawn ? undefined : { height: (to - from) * ROW }}>
      {drawn && children()}
    </div>
  );
}
