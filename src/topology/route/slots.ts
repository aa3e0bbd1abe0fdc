import type { Run } from './runs.ts';

/** A straight line that stands: where, how far along the flow, and of which net. */
interface Stand {
  readonly cross: number;
  readonly from: number;
  readonly to: number;
  readonly net: string;
}

/** Between lines that run side by side, as much as there is room for. */
const APART = [8, 6, 4, 2.5, 1.5];
const WIDTH = 64;
/** How far from its wish a line is put at most to keep clear of others. */
const FAR = 220;

const middle = ({ from, to }: { readonly from: number; readonly to: number }): number => (from + to) / 2;

/** How far a run reaches along the flow: from the middle of the cell where it begins to that where it ends, if nothing nearer is known. */
export const reachOf = (
  { first, last }: Run,
  start: number = middle(first),
  end: number = middle(last),
): readonly [number, number] => {
  const [one, other] = [start, end];
  return one < other ? [one, other] : one > other ? [other, one] : [first.from, first.to];
};

/** Remembers where lines along the flow stand, and finds others a place clear of them. */
export interface Slots {
  readonly take: (cross: number, reach: readonly [number, number], net: string) => void;
  /** The place nearest to a wish, within bounds, clear of lines of other nets: by as much as there is room for. */
  readonly find: (
    wish: number,
    bounds: readonly [number, number],
    reach: readonly [number, number],
    net: string,
  ) => number;
}

export function slots(): Slots {
  const columns = new Map<number, Stand[]>();
  const columnOf = (cross: number): number => Math.floor(cross / WIDTH);

  function near(
    low: number,
    high: number,
    [from, to]: readonly [number, number],
    net: string,
  ): readonly Stand[] {
    const found: Stand[] = [];
    for (let column = columnOf(low); column <= columnOf(high); column++) {
      for (const one of columns.get(column) ?? []) {
        if (one.net !== net && one.from < to && from < one.to) found.push(one);
      }
    }
    return found;
  }

  return {
    take(cross, [from, to], net) {
      const column = columnOf(cross);
      const stand = { cross, from, to, net };
      const known = columns.get(column);
      if (known) known.push(stand);
      else columns.set(column, [stand]);
    },
    find(wish, [low, high], reach, net) {
      const [least, most] = [Math.max(low, wish - FAR), Math.min(high, wish + FAR)];
      const start = Math.min(Math.max(wish, low), high);
      const others = near(least - APART[0]!, most + APART[0]!, reach, net);
      if (!others.length) return start;
      for (const apart of APART) {
        const clear = (cross: number): boolean =>
          others.every((one) => Math.abs(one.cross - cross) >= apart - 0.01);
        const candidates = [start, ...others.flatMap((one) => [one.cross - apart, one.cross + apart])];
        let best: number | undefined;
        for (const cross of candidates) {
          if (cross < low || cross > high || !clear(cross)) continue;
          if (best === undefined || Math.abs(cross - start) < Math.abs(best - start)) best = cross;
        }
        if (best !== undefined) return best;
      }
      return widest(
        others.map(({ cross }) => cross),
        [least, most],
      );
    },
  };
}

/** The middle of the widest room between lines, for want of a place that is clear of all. */
function widest(crosses: readonly number[], [low, high]: readonly [number, number]): number {
  const stops = [low, ...crosses.filter((cross) => cross > low && cross < high).sort((a, b) => a - b), high];
  let [place, room] = [low, -1];
  stops.slice(1).forEach((stop, n) => {
    const before = stops[n] ?? low;
    if (stop - before > room) [place, room] = [(stop + before) / 2, stop - before];
  });
  return place;
}
