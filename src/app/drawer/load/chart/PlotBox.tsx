import { useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { useResolvedTheme } from '../../../theme/useTheme.ts';
import { labStore } from '../labStore.ts';
import type { Grid } from './grid.ts';
import { makePlot, type Plot } from './plot.ts';
import type { Look } from './tones.ts';
import styles from './Chart.module.css';

interface PlotBoxProps {
  grid: Grid;
  looks: readonly Look[];
  size: { readonly width: number; readonly height: number };
  /** The last second. */
  end: number;
  onPoint: (slice: number | null) => void;
}

/** The plot itself: made once, then given other numbers. Other curves are another plot. */
export function PlotBox({ grid, looks, size, end, onPoint }: PlotBoxProps) {
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const theme = useResolvedTheme();
  const point = useEffectEvent(onPoint);
  const make = useEffectEvent((element: HTMLElement) =>
    makePlot(
      {
        host: element,
        looks,
        size,
        grid,
        theme,
        onPoint: (slice) => point(slice),
        onPress: (second) => labStore.set({ time: Math.round(second * 1000) }),
      },
      end,
    ),
  );
  useLayoutEffect(() => {
    if (!host.current) return;
    const made = make(host.current);
    plot.current = made;
    return () => {
      made.destroy();
      plot.current = null;
    };
  }, []);
  useLayoutEffect(() => plot.current?.show(grid, end), [grid, end]);
  useLayoutEffect(() => plot.current?.resize(size), [size]);
  useEffect(() => {
    // The theme is put on the document by an effect of its own, which comes after this one.
    const frame = requestAnimationFrame(() => plot.current?.recolour(theme));
    return () => cancelAnimationFrame(frame);
  }, [theme]);
  return <div ref={host} className={styles.plot} />;
}
