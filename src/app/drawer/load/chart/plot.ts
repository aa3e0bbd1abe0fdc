import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Grid } from './grid.ts';
import type { Look } from './tones.ts';

/** Where the plot stands within its box, in pixels: what is laid over it goes by the same. */
export const INSET = { left: 48, right: 14, top: 20, bottom: 24 } as const;

/** How strong the curves of before are. */
const SHADOW = 0.6;

const token = (name: string): string =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#888';
const faint = (name: string): string => `color-mix(in srgb, ${token(name)} 13%, transparent)`;
const font = (): string => `11px ${token('--ui')}`;

interface PlotOptions {
  readonly host: HTMLElement;
  readonly looks: readonly Look[];
  readonly size: { readonly width: number; readonly height: number };
  readonly grid: Grid;
  readonly theme: string;
  /** Told of the slice under the pointer; null where it has left. */
  readonly onPoint: (slice: number | null) => void;
  /** Told of the second that was pressed. */
  readonly onPress: (second: number) => void;
}

/** A plot on the page, which can be given other numbers. */
export interface Plot {
  show(grid: Grid, end: number): void;
  resize(size: { readonly width: number; readonly height: number }): void;
  /** In the colours of the theme, which is on the document by now. */
  recolour(theme: string): void;
  destroy(): void;
}

/** Makes a plot of curves over time, those of before as shadows behind them. Its axes are where it is told that they are. */
export function makePlot(options: PlotOptions, end: number): Plot {
  const { host, looks, size, grid, onPoint, onPress } = options;
  let most = grid.most;
  let last = end;
  let drawn = options.theme;
  const plot = new uPlot(
    {
      ...size,
      padding: [INSET.top, INSET.right, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { size: 6 } },
      scales: {
        x: { time: false, range: () => [0, last] },
        y: { range: () => [0, most] },
      },
      axes: [
        {
          size: INSET.bottom,
          stroke: () => token('--muted'),
          font: font(),
          gap: 4,
          space: 64,
          grid: { show: false },
          ticks: { show: false },
          values: (_, splits) => splits.map((value) => `${value} s`),
        },
        {
          size: INSET.left,
          stroke: () => token('--muted'),
          font: font(),
          gap: 6,
          space: (self) => Math.max(26, self.height / 9),
          grid: { stroke: () => token('--line'), width: 1 },
          ticks: { show: false },
          values: (_, splits) => splits.map((value) => value.toLocaleString('en')),
        },
      ],
      series: [
        {},
        ...looks.map((look): uPlot.Series => ({
          stroke: () => token(look.token),
          width: 1,
          dash: [4, 3],
          alpha: SHADOW,
          points: { show: false },
        })),
        ...looks.map((look): uPlot.Series => ({
          stroke: () => token(look.token),
          ...(look.filled && { fill: () => faint(look.token) }),
          ...(look.dash && { dash: [...look.dash] }),
          width: 2,
          points: { show: false },
        })),
      ],
      hooks: { setCursor: [({ cursor }) => onPoint(cursor.idx ?? null)] },
    },
    dataOf(grid),
    host,
  );
  plot.over.addEventListener('click', (event) => {
    const { left, width } = plot.over.getBoundingClientRect();
    if (width > 0) onPress(Math.min(last, Math.max(0, ((event.clientX - left) / width) * last)));
  });
  return {
    show(next, until) {
      ({ most } = next);
      last = until;
      plot.setData(dataOf(next));
    },
    resize: (next) => plot.setSize(next),
    recolour(theme) {
      if (theme !== drawn) plot.redraw(true, true);
      drawn = theme;
    },
    destroy: () => plot.destroy(),
  };
}

/** Shadows first, so that they are behind. */
const dataOf = ({ seconds, before, now }: Grid): uPlot.AlignedData =>
  [seconds, ...before, ...now].map((values) => [...values]) as unknown as uPlot.AlignedData;
