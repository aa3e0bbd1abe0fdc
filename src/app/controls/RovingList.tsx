import {
  lazy,
  Suspense,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { RowPlace } from './LongRows.tsx';
import { nextStop } from './nextStop.ts';
import styles from './RovingList.module.css';

/** What a row's main button takes, so that the list can lead the keyboard to it. */
export interface Stop {
  readonly 'data-stop': true;
  readonly tabIndex: 0 | -1;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
}

interface RovingListProps<T> {
  label: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  /** False for headings between rows. All items are rows without it. */
  isRow?: (item: T) => boolean;
  /** The height of an item in pixels, or near it: rows out of sight are not drawn in long lists. */
  heightOf: (item: T) => number;
  /** Index of the item that the keyboard comes to first. */
  first?: number;
  /** Key of an item to bring into view; then the keyboard comes to it first. */
  reveal?: string | null;
  /** Called when the keyboard comes to an item. */
  onActive?: (item: T) => void;
  /** Keys that mean something on a row. */
  onRowKey?: (event: KeyboardEvent, item: T) => void;
  className?: string | undefined;
  children: (item: T, stop: Stop) => ReactNode;
}

/** Above this, only what can be seen is in the document. */
const DRAW_ALL = 200;

const LongRows = lazy(() => import('./LongRows.tsx'));

/** The row that the keyboard comes to, and which one it was when it was come to; -1 where none was. */
interface Place {
  readonly key: string;
  readonly index: number;
}

const placeOf = (reveal: string | null): Place | null =>
  reveal === null ? null : { key: reveal, index: -1 };

/** A list in which arrow keys, Home, End and Page Up or Down go from row to row, and Tab leaves. */
export function RovingList<T>(props: RovingListProps<T>) {
  const {
    label,
    items,
    keyOf,
    isRow = () => true,
    heightOf,
    first = -1,
    reveal = null,
    onActive,
    onRowKey,
    className,
    children,
  } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place | null>(placeOf(reveal));
  /** What has the keyboard, or had it when it went. */
  const held = useRef<Element>(null);
  const [revealed, setRevealed] = useState(reveal);
  if (reveal !== revealed) {
    setRevealed(reveal);
    setActive(placeOf(reveal));
  }
  const wantsFocus = useRef(false);
  const scrollTo = useRef<((index: number) => void) | null>(null);
  const virtual = items.length > DRAW_ALL;

  const known = active === null ? -1 : items.findIndex((item) => keyOf(item) === active.key);
  // In the place of a row that has gone stands the next one.
  const beside =
    active === null ? -1 : items.findIndex((item, index) => index >= active.index && isRow(item));
  const last = active === null || beside >= 0 ? -1 : items.findLastIndex(isRow);
  const fallback = first >= 0 && first < items.length ? first : Math.max(beside, last);
  const current = known >= 0 ? known : fallback >= 0 ? fallback : items.findIndex(isRow);

  const takeFocus = () => {
    if (!wantsFocus.current) return;
    const stop = scroll.current?.querySelector<HTMLElement>(`[data-index="${current}"] [data-stop]`);
    // A row far away is drawn only after the list has scrolled there; then this is called again.
    if (!stop) return;
    wantsFocus.current = false;
    stop.focus();
  };
  useLayoutEffect(() => {
    // With its row the keyboard would go too, and the next key be lost.
    if (held.current?.isConnected === false) {
      held.current = null;
      wantsFocus.current ||= document.activeElement === document.body;
      takeFocus();
      // A row that was scrolled out of sight takes nothing back later.
      wantsFocus.current = false;
    }
    takeFocus();
  });

  const bring = useEffectEvent((key: string | null) => {
    const index = key === null ? -1 : items.findIndex((item) => keyOf(item) === key);
    if (index < 0) return;
    if (virtual) scrollTo.current?.(index);
    else scroll.current?.querySelector(`[data-index="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  });
  useLayoutEffect(() => bring(reveal), [reveal]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = nextStop(event.key, current, items.length, (index) => isRow(items[index]!));
    if (next === null) {
      const item = items[current];
      if (item !== undefined) onRowKey?.(event, item);
      return;
    }
    event.preventDefault();
    wantsFocus.current = true;
    setActive({ key: keyOf(items[next]!), index: next });
    if (virtual) scrollTo.current?.(next);
  };

  const row = (item: T, index: number, place?: RowPlace) => (
    <Row
      key={keyOf(item)}
      index={index}
      count={items.length}
      current={index === current}
      place={place}
      onKeyDown={onKeyDown}
      onFocus={() => {
        setActive({ key: keyOf(item), index });
        onActive?.(item);
      }}
    >
      {(stop) => children(item, stop)}
    </Row>
  );

  return (
    <div
      ref={scroll}
      className={[styles.scroll, className].filter(Boolean).join(' ')}
      onFocus={({ target }) => (held.current = target)}
      onBlur={({ relatedTarget }) => {
        // A row that goes blurs to nowhere.
        if (relatedTarget) held.current = null;
      }}
    >
      {virtual ? (
        <Suspense fallback={null}>
          <LongRows
            label={label}
            count={items.length}
            scroll={scroll}
            heightOf={(index) => heightOf(items[index]!)}
            keyOf={(index) => keyOf(items[index]!)}
            scrollTo={scrollTo}
            start={current}
            onDrawn={takeFocus}
          >
            {(index, place) => row(items[index]!, index, place)}
          </LongRows>
        </Suspense>
      ) : (
        <ul aria-label={label} className={styles.list}>
          {items.map((item, index) => row(item, index))}
        </ul>
      )}
    </div>
  );
}

interface RowProps {
  index: number;
  count: number;
  /** The one that Tab comes to. */
  current: boolean;
  /** Where it stands, in a list that draws only what can be seen. */
  place: RowPlace | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
  onFocus: () => void;
  children: (stop: Stop) => ReactNode;
}

function Row({ index, count, current, place, onKeyDown, onFocus, children }: RowProps) {
  return (
    <li
      data-index={index}
      ref={place?.measure}
      className={place && styles.placed}
      style={place && { transform: `translateY(${place.start}px)` }}
      aria-setsize={place && count}
      aria-posinset={place && index + 1}
    >
      {children({ 'data-stop': true, tabIndex: current ? 0 : -1, onKeyDown, onFocus })}
    </li>
  );
}
