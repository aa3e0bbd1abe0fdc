import { useLayoutEffect, useRef, useState } from 'react';
import type { Curves, ScriptEvent } from '../../../../traffic/index.ts';
import { useStore } from '../../../useStore.ts';
import { labStore } from '../labStore.ts';
import type { Grid } from './grid.ts';
import { Markers } from './Markers.tsx';
import { INSET } from './plot.ts';
import { PlotBox } from './PlotBox.tsx';
import { looksOf } from './tones.ts';
import styles from './Chart.module.css';

interface LoadChartProps {
  curves: Curves;
  grid: Grid;
  /** Of the whole run, in milliseconds. */
  duration: number;
  events: readonly ScriptEvent[];
  /** Says in words what is drawn. */
  label: string;
  onPoint: (slice: number | null) => void;
}

/** The curves, with bands where something goes wrong, and numbers where a sentence tells why a curve bends. */
export function LoadChart({ curves, grid, duration, events, label, onPoint }: LoadChartProps) {
  const chart = useRef<HTMLElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const time = useStore(labStore, (state) => state.time);
  const looks = looksOf(curves.curves);
  const kind = JSON.stringify([curves.unit, curves.curves.map(({ name }) => name), looks]);

  useLayoutEffect(() => {
    const element = chart.current;
    if (!element) return;
    const measure = (): void => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0)
        setSize((was) => (was?.width === width && was.height === height ? was : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const share = (at: number): string => `${Math.min(100, (100 * at) / duration)}%`;
  return (
    <figure ref={chart} className={styles.chart} aria-label={label}>
      <div className={styles.layer} style={inset} aria-hidden>
        {events.map((event) => (
          <div
            key={event.path.join('.')}
            className={styles.band}
            style={{ left: share(event.from), width: share(event.to - event.from) }}
          />
        ))}
      </div>
      {size && (
        <PlotBox key={kind} grid={grid} looks={looks} size={size} end={duration / 1000} onPoint={onPoint} />
      )}
      <div className={styles.layer} style={inset} aria-hidden>
        {events.map((event, index) => (
          <span
            key={event.path.join('.')}
            className={styles.event}
            style={{
              left: share(event.from),
              maxWidth: share(event.to - event.from),
              top: 2 + 17 * rowOf(events, index),
            }}
          >
            {event.text}
          </span>
        ))}
        {time !== null && <div className={styles.time} style={{ left: share(time) }} />}
        {size && <Markers width={size.width - INSET.left - INSET.right} duration={duration} />}
      </div>
    </figure>
  );
}

/** Those that are on at the same time are told one under the other. */
const rowOf = (events: readonly ScriptEvent[], index: number): number =>
  events.slice(0, index).filter(({ to }) => to > (events[index]?.from ?? 0)).length;

const inset = { left: INSET.left, right: INSET.right, top: INSET.top, bottom: INSET.bottom };
