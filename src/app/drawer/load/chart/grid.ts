import type { Curves } from '../../../../traffic/index.ts';

/** What a plot is fed with: seconds, then the curves now and before, each as long as the seconds. */
export interface Grid {
  readonly seconds: readonly number[];
  readonly now: readonly (readonly (number | null)[])[];
  /** One for each of `now`, in its order; all null where there was none. */
  readonly before: readonly (readonly (number | null)[])[];
  /** The axis ends here: a round number that both fit under. */
  readonly most: number;
}

interface Sliced {
  readonly curves: Curves;
  /** Length of a slice, in milliseconds. */
  readonly bucket: number;
}

/** Lays two runs over each other by time; the new one may still be under way, and the old one shorter or longer. */
export function gridOf(
  { curves: now, bucket }: Sliced,
  duration: number,
  shadow: Sliced | null,
  least = 0,
): Grid {
  const slices = Math.max(1, Math.ceil(duration / bucket));
  const middles = Array.from({ length: slices }, (_, slice) => (slice + 0.5) * bucket);
  const inGrid = (values: readonly (number | null)[] = [], width: number): readonly (number | null)[] =>
    middles.map((middle) => values[Math.floor(middle / width)] ?? null);
  const before = now.curves.map(({ name }) => {
    const was = shadow?.curves.curves.find((curve) => curve.name === name);
    return was && shadow ? inGrid(was.values, shadow.bucket) : middles.map(() => null);
  });
  const drawn = now.curves.map(({ values }) => inGrid(values, bucket));
  let highest = least;
  for (const values of [...drawn, ...before])
    for (const value of values) highest = Math.max(highest, value ?? 0);
  return { seconds: middles.map((middle) => middle / 1000), now: drawn, before, most: roundUp(highest) };
}

/** The next of 1, 2, 2.5, 4, 5, 8 and their tenfolds, with a little room above. */
export function roundUp(value: number): number {
  if (!(value > 1e-6)) return 1;
  const wanted = value * 1.04;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const step = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((each) => each * power >= wanted - 1e-9) ?? 10;
  return step * power;
}
