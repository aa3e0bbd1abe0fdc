import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  type ReactNode,
  type RefObject,
} from 'react';
import styles from './RovingList.module.css';

/** Where a row stands, in pixels from the list's top, and what measures it. */
export interface RowPlace {
  readonly start: number;
  readonly measure: (element: Element | null) => void;
}

interface LongRowsProps {
  label: string;
  count: number;
  scroll: RefObject<HTMLElement | null>;
  heightOf: (index: number) => number;
  keyOf: (index: number) => string;
  /** Gets the way to bring a row into view. */
  scrollTo: RefObject<((index: number) => void) | null>;
  /** The row to begin at. */
  start: number;
  /** Called whenever other rows are drawn: scrolling draws them without asking whose list it is. */
  onDrawn: () => void;
  children: (index: number, place: RowPlace) => ReactNode;
}

/** The rows of a long list: only those in sight are in the document. */
export default function LongRows({
  label,
  count,
  scroll,
  heightOf,
  keyOf,
  scrollTo,
  start,
  onDrawn,
  children,
}: LongRowsProps) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: heightOf,
    getItemKey: keyOf,
    overscan: 8,
    // Until it is measured, so that the first picture is not an empty list.
    initialRect: { width: 200, height: 600 },
  });
  useImperativeHandle(scrollTo, () => (index: number) => virtualizer.scrollToIndex(index), [virtualizer]);
  const toStart = useEffectEvent(() => {
    if (start > 0) virtualizer.scrollToIndex(start);
  });
  useEffect(() => toStart(), []);
  useLayoutEffect(onDrawn);
  return (
    <ul aria-label={label} className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer
        .getVirtualItems()
        .map(({ index, start }) => children(index, { start, measure: virtualizer.measureElement }))}
    </ul>
  );
}
