import type { FreeCell } from './cells.ts';
import { clamp, passage, type Step } from './find-way.ts';
import { isAcross, type End } from './ends.ts';

/** A straight piece of a way along the flow: from one cell to another, somewhere between two places across. */
export interface Run {
  /** With the flow, or back against it. */
  readonly forward: boolean;
  readonly low: number;
  readonly high: number;
  /** The cells it begins and ends in; between two runs the way bends in the cell that ends one and begins the other. */
  readonly first: FreeCell;
  readonly last: FreeCell;
  /** Chosen among `low` to `high`; NaN as long as it is not. */
  cross: number;
  /** Where it would best be: straight on to its end. Anywhere else it bends once more, in its last cell. */
  readonly wish?: number;
}

/** Room that an arrowhead needs before it touches. */
export const HEAD = 15;
/** How far from the side of its node a line turns into the flow. */
export const STUB = 9;
/** Cells shorter than this are no good to bend in, where there is another. */
const SHALLOW = 26;

interface Draft {
  readonly forward: boolean;
  readonly passes: (readonly [number, number])[];
  first: FreeCell;
  last: FreeCell;
}

const meet = (passes: readonly (readonly [number, number])[]): readonly [number, number] =>
  passes.reduce(
    ([low, high], [from, to]) => [Math.max(low, from), Math.min(high, to)],
    [-Infinity, Infinity],
  );
const isRoom = ([low, high]: readonly [number, number]): boolean => low <= high;

/** Room that a run should have to stand in, where it has any choice: others may pass there too. */
const LEEWAY = 8;

/** Whether a run can go straight on through a passage, and is not squeezed by that. */
function goesOn(passes: readonly (readonly [number, number])[], pass: readonly [number, number]): boolean {
  const [before, after] = [meet(passes), meet([...passes, pass])];
  const leeway = Math.min(LEEWAY, before[1] - before[0], pass[1] - pass[0]);
  return after[1] - after[0] >= leeway;
}

/** Where a line may run that leaves or reaches a row's side: beside the node, on its own half of what is free there. */
function beside(end: End, cell: FreeCell, room: number): readonly [number, number] {
  const width = cell.high - cell.low;
  const near = Math.min(room, width / 3);
  const far = width / 2 - Math.min(1, width / 12);
  return end.side === 'high' ? [end.cross + near, end.cross + far] : [end.cross - far, end.cross - near];
}

/**
 * The way through cells as straight runs: as few as there can be, each turned to as late as can be. At an end that
 * the flow leaves or enters a run stands fixed; beside a row's side it may stand anywhere in its cell.
 */
export function runsOf(from: End, to: End, start: FreeCell, steps: readonly Step[]): Run[] {
  const drafts: Draft[] = [
    {
      forward: isAcross(from) ? (steps[0]?.forward ?? true) : true,
      passes: [isAcross(from) ? beside(from, start, STUB) : [from.cross, from.cross]],
      first: start,
      last: start,
    },
  ];
  let cell = start;
  for (const { portal, forward } of steps) {
    const pass = passage(portal);
    const run = drafts.at(-1);
    if (run?.forward === forward && goesOn(run.passes, pass)) {
      run.passes.push(pass);
      run.last = portal.cell;
    } else {
      drafts.push({ forward, passes: [pass], first: cell, last: portal.cell });
    }
    cell = portal.cell;
  }
  const end: readonly [number, number] = isAcross(to) ? beside(to, cell, HEAD) : [to.cross, to.cross];
  const last = drafts.at(-1);
  const straightOn = last && (isAcross(to) || last.forward) && isRoom(meet([...last.passes, end]));
  // A line that ends straight before it, from far away, may have to make way for another.
  const mayStep = !isAcross(to) && (drafts.length > 1 || isAcross(from)) && last?.first !== last?.last;
  if (straightOn && !mayStep) last.passes.push(end);
  else if (!straightOn)
    drafts.push({
      forward: isAcross(to) ? (last?.forward ?? true) : true,
      passes: [end],
      first: cell,
      last: cell,
    });
  liftBends(drafts, steps, start);
  return drafts.map(({ forward, passes, first, last: end }, n) => {
    const [low, high] = meet(passes);
    const wish = straightOn && mayStep && n === drafts.length - 1 ? { wish: to.cross } : {};
    return { forward, low, high, first, last: end, cross: low === high ? low : NaN, ...wish };
  });
}

const heightOf = ({ from, to }: FreeCell): number => to - from;

/** Turns back further on where the cell to turn in is flat: there is nothing in the way yet. */
function turnFurtherOn(one: Draft, next: Draft): void {
  while (heightOf(one.last) < SHALLOW) {
    const portal = (one.forward ? one.last.after : one.last.before).find((way) => {
      const pass = passage(way);
      return isRoom(meet([...one.passes, pass])) && isRoom(meet([...next.passes, pass]));
    });
    if (!portal) return;
    const pass = passage(portal);
    one.passes.push(pass);
    next.passes.unshift(pass);
    one.last = portal.cell;
    next.first = portal.cell;
  }
}

/** Bends one cell earlier where that one is not as flat, or further on. */
function liftBends(drafts: readonly Draft[], steps: readonly Step[], start: FreeCell): void {
  for (let n = 1; n < drafts.length; n++) {
    const [one, next] = [drafts[n - 1], drafts[n]];
    if (!one || !next) continue;
    if (one.forward !== next.forward) turnFurtherOn(one, next);
    if (one.forward !== next.forward || one.passes.length < 2) continue;
    const height = heightOf(one.last);
    if (height >= SHALLOW || one.first === one.last) continue;
    const at = steps.findIndex(({ portal }) => portal.cell === one.last);
    const earlier = at > 0 ? steps[at - 1]?.portal.cell : start;
    const pass = one.passes.at(-1);
    if (!earlier || !pass || heightOf(earlier) <= height || !isRoom(meet([pass, ...next.passes]))) continue;
    one.passes.pop();
    one.last = earlier;
    next.passes.unshift(pass);
    next.first = earlier;
  }
}

/** The place in a run nearest to a wish. */
export const nearest = (run: Run, wish: number): number => clamp(wish, [run.low, run.high]);
