/**
 * A rectangle that lines must keep out of, told along the flow (`from`, `to`) and across it (`low`, `high`), as all that
 * is reckoned with here: one router serves both flows.
 */
export interface Obstacle {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
}

/** Where two cells touch: at one place along the flow, over some width across it. */
export interface Portal {
  readonly cell: FreeCell;
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

/** A rectangle without any obstacle, as wide as its neighbours leave it. */
export interface FreeCell {
  readonly id: number;
  readonly from: number;
  to: number;
  readonly low: number;
  readonly high: number;
  /** The cells that it touches against the flow and along it, in order across. */
  readonly before: Portal[];
  readonly after: Portal[];
}

/** The free ground between obstacles, cut into cells, and which of them each obstacle touches on its four sides. */
export interface FreeSpace {
  readonly cells: readonly FreeCell[];
  readonly before: readonly (FreeCell | undefined)[];
  readonly after: readonly (FreeCell | undefined)[];
  readonly atLow: readonly (readonly FreeCell[])[];
  readonly atHigh: readonly (readonly FreeCell[])[];
}

/** A cell that is still growing, with the obstacles that bound it; -1 for none. */
interface Open {
  readonly left: number;
  readonly right: number;
  readonly cell: FreeCell;
}

/** How far beyond the outermost obstacles lines may go, along the flow. */
const MARGIN = 160;

/** Cuts the plane around obstacles by a sweep along the flow: a cell ends where one of its two neighbours begins or ends. */
export function freeSpace(obstacles: readonly Obstacle[]): FreeSpace {
  const byStart = obstacles.map((_, index) => index).sort((a, b) => at(a).from - at(b).from);
  const byEnd = obstacles.map((_, index) => index).sort((a, b) => at(a).to - at(b).to);
  const first = byStart[0] === undefined ? 0 : at(byStart[0]).from;
  const last = byEnd.length ? at(byEnd.at(-1) ?? 0).to : 0;

  const cells: FreeCell[] = [];
  const before: (FreeCell | undefined)[] = [];
  const after: (FreeCell | undefined)[] = [];
  const atLow: FreeCell[][] = obstacles.map(() => []);
  const atHigh: FreeCell[][] = obstacles.map(() => []);

  function at(index: number): Obstacle {
    return obstacles[index] ?? NOWHERE;
  }
  function opened(from: number, left: number, right: number): Open | undefined {
    const low = left < 0 ? -Infinity : at(left).high;
    const high = right < 0 ? Infinity : at(right).low;
    if (high <= low) return undefined;
    const cell: FreeCell = { id: cells.length, from, to: last + MARGIN, low, high, before: [], after: [] };
    cells.push(cell);
    if (left >= 0) atHigh[left]?.push(cell);
    if (right >= 0) atLow[right]?.push(cell);
    return { left, right, cell };
  }

  let active: number[] = [];
  let open: readonly Open[] = [opened(first - MARGIN, -1, -1)].filter((one) => one !== undefined);
  let [starting, ending] = [0, 0];
  while (ending < byEnd.length) {
    const [start, end] = [byStart[starting], byEnd[ending] ?? 0];
    const place = Math.min(start === undefined ? Infinity : at(start).from, at(end).to);
    const gone = new Set<number>();
    const came: number[] = [];
    for (let next = byEnd[ending]; next !== undefined && at(next).to <= place; next = byEnd[ending]) {
      gone.add(next);
      ending++;
    }
    for (
      let next = byStart[starting];
      next !== undefined && at(next).from <= place;
      next = byStart[starting]
    ) {
      // What has no length is no obstacle.
      if (!gone.has(next)) came.push(next);
      starting++;
    }
    active = [...active.filter((index) => !gone.has(index)), ...came].sort((a, b) => at(a).low - at(b).low);

    const kept = new Map(open.map((one) => [one.left, one]));
    const next: Open[] = [];
    const fresh: FreeCell[] = [];
    const stays = new Set<Open>();
    for (let n = 0; n <= active.length; n++) {
      const [left, right] = [active[n - 1] ?? -1, active[n] ?? -1];
      const known = kept.get(left);
      if (known?.right === right) {
        next.push(known);
        stays.add(known);
        continue;
      }
      const one = opened(place, left, right);
      if (!one) continue;
      next.push(one);
      fresh.push(one.cell);
    }
    const closed = open.filter((one) => !stays.has(one)).map((one) => one.cell);
    for (const cell of closed) cell.to = place;
    join(closed, fresh, place);
    for (const index of came) before[index] = around(closed, at(index));
    for (const index of gone) after[index] = around(fresh, at(index));
    open = next;
  }
  return { cells, before, after, atLow, atHigh };
}

const NOWHERE: Obstacle = { from: 0, to: 0, low: 0, high: 0 };

/** Both lists are in order across, and neither overlaps itself. */
function join(ended: readonly FreeCell[], begun: readonly FreeCell[], at: number): void {
  let first = 0;
  for (const one of ended) {
    while ((begun[first]?.high ?? Infinity) <= one.low) first++;
    for (let n = first; n < begun.length; n++) {
      const other = begun[n];
      if (!other || other.low >= one.high) break;
      const [low, high] = [Math.max(one.low, other.low), Math.min(one.high, other.high)];
      one.after.push({ cell: other, at, low, high });
      other.before.push({ cell: one, at, low, high });
    }
  }
}

/** The cell that an obstacle begins or ends in. */
const around = (cells: readonly FreeCell[], { low, high }: Obstacle): FreeCell | undefined =>
  cells.find((cell) => cell.low <= low && cell.high >= high);
