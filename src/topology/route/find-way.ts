import type { FreeCell, Portal } from './cells.ts';

/** A place in free ground, and the cell that it is in. */
export interface Place {
  readonly cell: FreeCell;
  readonly main: number;
  readonly cross: number;
}

/** One step of a way: from cell to cell, along the flow or against it. */
export interface Step {
  readonly portal: Portal;
  readonly forward: boolean;
}

/** What a turn costs, as a distance. */
const TURN = 16;
/** A distance along the flow counts less than one across: it cannot be saved, but by going there and back. */
const ALONG = 0.3;
/** What is wanted across the flow is best done late: then ways to many places part near these. */
const EARLY = 0.15;
/** How much of the narrower ways is kept free at each side. */
export const CLEARANCE = 7;
/** How many ways on, near the line and near the aim, are looked at where a cell has many. */
const NEAR = 3;
/** Searching on after so many cells would take longer than anybody waits; the way is then drawn straight. */
const MOST_CELLS = 4000;

/** The part of a portal that lines may pass, clear of what bounds it. */
export function passage({
  low,
  high,
}: {
  readonly low: number;
  readonly high: number;
}): readonly [number, number] {
  const room = Math.min(CLEARANCE, (high - low) / 4);
  return [low + room, high - room];
}

export const clamp = (value: number, [low, high]: readonly [number, number]): number =>
  Math.min(Math.max(value, low), high);

interface Reached {
  readonly cell: FreeCell;
  readonly main: number;
  readonly cross: number;
  readonly cost: number;
  readonly guess: number;
  /** Which one this is of all that were reached. */
  readonly order: number;
  readonly step: Step | null;
  readonly from: Reached | null;
}

/**
 * The way through free cells from one place to another that bends least and is shortest across (A*); null where there is
 * none. `crowded` is what passing a cell costs more because others pass it.
 */
export function findWay(from: Place, to: Place, crowded: (cell: FreeCell) => number): readonly Step[] | null {
  if (from.cell === to.cell) return [];
  return search(from, to, crowded, NEAR) ?? search(from, to, crowded, Infinity);
}

function search(
  from: Place,
  to: Place,
  crowded: (cell: FreeCell) => number,
  near: number,
): readonly Step[] | null {
  const best = new Map<number, number>();
  const queue = heap();
  const whole = Math.max(1, Math.abs(to.main - from.main));
  const left = (main: number, cross: number): number =>
    Math.abs(to.cross - cross) + ALONG * Math.abs(to.main - main);
  let order = 0;
  queue.push({ ...from, cost: 0, guess: left(from.main, from.cross), order, step: null, from: null });
  for (let count = 0, here = queue.pop(); here && count < MOST_CELLS; here = queue.pop(), count++) {
    if (here.cell === to.cell) return stepsTo(here);
    if ((best.get(here.cell.id) ?? Infinity) < here.cost) continue;
    const { cell, main, cross, cost } = here;
    for (const forward of [true, false]) {
      for (const portal of waysOn(forward ? cell.after : cell.before, cross, to.cross, near)) {
        if (portal.cell === here.from?.cell) continue;
        const aim = clamp(cross, passage(portal));
        const aside = Math.abs(aim - cross);
        const early = 1 + EARLY * Math.min(1, Math.abs(to.main - main) / whole);
        const turns = aside > 0 || (here.step !== null && here.step.forward !== forward) ? TURN : 0;
        const spent =
          cost + aside * early + turns + ALONG * Math.abs(portal.at - main) + crowded(portal.cell);
        if (spent >= (best.get(portal.cell.id) ?? Infinity)) continue;
        best.set(portal.cell.id, spent);
        queue.push({
          cell: portal.cell,
          main: portal.at,
          cross: aim,
          cost: spent,
          guess: spent + left(portal.at, aim),
          order: ++order,
          step: { portal, forward },
          from: here,
        });
      }
    }
  }
  return null;
}

function stepsTo(last: Reached): readonly Step[] {
  const steps: Step[] = [];
  for (let here: Reached | null = last; here?.step; here = here.from) steps.push(here.step);
  return steps.reverse();
}

/** Of many portals only those near the line and near the aim: any other is as long a way round as one of them. */
function waysOn(portals: readonly Portal[], cross: number, aim: number, near: number): readonly Portal[] {
  if (portals.length <= 4 * near) return portals;
  const [here, there] = [indexAt(portals, cross), indexAt(portals, aim)];
  const some = portals.slice(Math.max(0, here - near), here + near + 1);
  if (Math.abs(there - here) <= 2 * near)
    return portals.slice(Math.max(0, Math.min(here, there) - near), Math.max(here, there) + near + 1);
  return [...some, ...portals.slice(Math.max(0, there - near), there + near + 1)];
}

/** The index of the last portal that begins at or before a place; 0 where none does. */
function indexAt(portals: readonly Portal[], cross: number): number {
  let [low, high] = [0, portals.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((portals[middle]?.low ?? 0) <= cross) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A queue that gives the best guess first; of equal ones the one put in first. */
function heap() {
  const items: Reached[] = [];
  const isBefore = (a: Reached, b: Reached) =>
    a.guess < b.guess || (a.guess === b.guess && a.order < b.order);
  return {
    push(item: Reached): void {
      let at = items.length;
      items.push(item);
      while (at > 0) {
        const up = (at - 1) >> 1;
        const above = items[up];
        if (!above || !isBefore(item, above)) break;
        items[at] = above;
        at = up;
      }
      items[at] = item;
    },
    pop(): Reached | undefined {
      const [first, last] = [items[0], items.pop()];
      if (!last || !items.length) return first;
      let at = 0;
      for (;;) {
        const [left, right] = [items[2 * at + 1], items[2 * at + 2]];
        const isRight = left !== undefined && right !== undefined && isBefore(right, left);
        const least = isRight ? right : left;
        if (!least || !isBefore(least, last)) break;
        items[at] = least;
        at = 2 * at + (isRight ? 2 : 1);
      }
      items[at] = last;
      return first;
    },
  };
}
