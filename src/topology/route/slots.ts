import type { Run } from './runs.ts';

/** A straight line that stands: where, how far along the flow, and of which net. */
interface Stand {
  readonly cross: number;
  readonly from: number;
  readonly to: number;
  readonly net: number;
}

/** Between lines that run side by side, as much as there is room for. */
const MOST_APART = 8;
const APART = [MOST_APART, 6, 4, 2.5, 1.5];
/** What rounding may take from that. */
const SLACK = 0.01;
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
  readonly take: (cross: number, reach: readonly [number, number], net: number) => void;
  /** The place nearest to a wish, within bounds, clear of lines of other nets: by as much as there is room for. */
  readonly find: (
    wish: number,
    bounds: readonly [number, number],
    reach: readonly [number, number],
    net: number,
  ) => number;
}

export function slots(): Slots {
  const columns = new Map<number, Stand[]>();
  const columnOf = (cross: number): number => Math.floor(cross / WIDTH);

  function near(
    low: number,
    high: number,
    [from, to]: readonly [number, number],
    net: number,
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
      const others = near(least - MOST_APART, most + MOST_APART, reach, net);
      if (!others.length) return start;
      const crosses = others.map(({ cross }) => cross).sort((a, b) => a - b);
      for (const apart of APART) {
        const up = clearUp(crosses, start, apart);
        const down = clearDown(crosses, start, apart);
        const near = up - start <= start - down ? [up, down] : [down, up];
        const place = near.find((cross) => cross >= low && cross <= high);
        if (place !== undefined) return place;
      }
      return widest(crosses, [least, most]);
    },
  };
}

/** The first place from a start on, upwards, that is so far apart from all of some lines, which are in order. */
function clearUp(crosses: readonly number[], start: number, apart: number): number {
  let place = start;
  for (const cross of crosses) {
    if (cross <= place - apart + SLACK) continue;
    if (cross >= place + apart - SLACK) break;
    place = cross + apart;
  }
  return place;
}

function clearDown(crosses: readonly number[], start: number, apart: number): number {
  let place = start;
  for (let n = crosses.length - 1; n >= 0; n--) {
    const cross = crosses[n] ?? 0;
    if (cross >= place + apart - SLACK) continue;
    if (cross <= place - apart + SLACK) break;
    place = cross - apart;
  }
  return place;
}

/** The middle of the widest room between lines, for want of a place that is clear of all. */
function widest(crosses: readonly number[], [low, high]: readonly [number, number]): number {
  const stops = [low, ...crosses.filter((cross) => cross > low && cross < high), high];
  let [place, room] = [low, -1];
  stops.slice(1).forEach((stop, n) => {
    const before = stops[n] ?? low;
    if (stop - before > room) [place, room] = [(stop + before) / 2, stop - before];
  });
  return place;
}
