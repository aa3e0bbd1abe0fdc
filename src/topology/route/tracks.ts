import type { FreeCell } from './cells.ts';
import { HEAD } from './runs.ts';
import type { Slots } from './slots.ts';

/** A way crossing its cell: from one run to the next. */
export interface Bend {
  readonly cell: FreeCell;
  readonly net: number;
  from: number;
  to: number;
  /** Whether the run before comes with the flow, and whether the one after goes on with it. */
  readonly comes: boolean;
  readonly goes: boolean;
  /** Chosen: how far along the flow it crosses. */
  level: number;
}

/** Bends of one net that leave one run are one line across. */
interface Line {
  readonly bends: Bend[];
  readonly net: number;
  low: number;
  high: number;
  /** Where runs join it from before it along the flow, and from behind. */
  readonly above: number[];
  readonly below: number[];
  track: number;
}

/** Between lines across in one cell, at most. */
const APART = 10;
/** Lines that come as near as this along themselves get tracks of their own. */
const TOUCH = 7;
/** Runs as near as this would be taken for one. */
const SAME = 3;
/** With so many lines that depend on each other, the best order takes too long to find. */
const MANY = 48;

/** Where so many lines run beside each other, nobody can tell them apart. */
const CROWDED = 160;

/** Two bends of which the first goes on where the second comes from: for a while they run on top of each other. */
export type Clash = readonly [goes: Bend, comes: Bend];

/**
 * Chooses the level of every bend in one cell, so that no two nets run on top of each other; gives those for which no
 * order did. `standing` are lines across that stay where they are.
 */
export function layTracks(cell: FreeCell, bends: readonly Bend[], standing: Slots | null): readonly Clash[] {
  const room = roomIn(cell);
  return touching(linesOf(bends)).flatMap((group) => {
    layGroup(group, room);
    if (standing) for (const line of group) keepClear(line, room, standing);
    return group.length > CROWDED ? [] : clashesIn(group);
  });
}

function keepClear(line: Line, room: readonly [number, number], standing: Slots): void {
  const reach = [line.low - TOUCH, line.high + TOUCH] as const;
  const level = standing.find(line.bends[0]?.level ?? 0, room, reach, line.net);
  for (const bend of line.bends) bend.level = level;
  standing.take(level, [line.low, line.high], line.net);
}

function clashesIn(group: readonly Line[]): readonly Clash[] {
  const clashes: Clash[] = [];
  for (const first of group) {
    for (const second of group) {
      if (first.track >= second.track || first.net === second.net || !overlap(first, second)) continue;
      const goes = first.bends.find(
        ({ goes, to }) => goes && second.above.some((cross) => Math.abs(cross - to) < SAME),
      );
      const comes = goes && second.bends.find(({ comes, from }) => comes && Math.abs(from - goes.to) < SAME);
      if (goes && comes) clashes.push([goes, comes]);
    }
  }
  return clashes;
}

/** Where lines may cross a cell: clear of what ends before it and of the arrowheads at what begins behind it. */
function roomIn({ from, to, before, after }: FreeCell): readonly [number, number] {
  // Beyond the outermost there is no end: lines stay near.
  const [start, end] = [
    before.length ? from : Math.max(from, to - 70),
    after.length ? to : Math.min(to, from + 70),
  ];
  const height = end - start;
  return [start + Math.min(9, height / 4), end - Math.min(HEAD + 5, height / 3)];
}

function linesOf(bends: readonly Bend[]): Line[] {
  const lines = new Map<string, Line>();
  for (const bend of bends) {
    const key = `${String(bend.net)} ${String(bend.from)} ${String(bend.comes)} ${String(bend.goes)}`;
    let line = lines.get(key);
    if (!line) {
      line = { bends: [], net: bend.net, low: bend.from, high: bend.from, above: [], below: [], track: 0 };
      (bend.comes ? line.above : line.below).push(bend.from);
      lines.set(key, line);
    }
    line.bends.push(bend);
    line.low = Math.min(line.low, bend.to);
    line.high = Math.max(line.high, bend.to);
    (bend.goes ? line.below : line.above).push(bend.to);
  }
  return [...lines.values()];
}

/** Lines that overlap, or are joined by others that do. */
function touching(lines: Line[]): readonly Line[][] {
  lines.sort((a, b) => a.low - b.low || a.high - b.high);
  const groups: Line[][] = [];
  let reach = -Infinity;
  for (const line of lines) {
    if (line.low > reach + TOUCH) groups.push([]);
    groups.at(-1)?.push(line);
    reach = Math.max(reach, line.high);
  }
  return groups;
}

const overlap = (a: Line, b: Line): boolean => a.low < b.high + TOUCH && b.low < a.high + TOUCH;

/** How many crossings there are when one line runs before the other, along the flow; runs that would become one are worse. */
function cost(first: Line, second: Line): number {
  let crossings = 0;
  for (const cross of first.below) {
    if (cross > second.low - SAME && cross < second.high + SAME) crossings++;
    if (second.above.some((other) => Math.abs(other - cross) < SAME)) crossings += 100;
  }
  for (const cross of second.above) if (cross > first.low - SAME && cross < first.high + SAME) crossings++;
  return crossings;
}

function layGroup(group: readonly Line[], [start, end]: readonly [number, number]): void {
  const ordered = inOrder(group);
  let tracks = 0;
  ordered.forEach((line, n) => {
    for (let before = 0; before < n; before++) {
      const other = ordered[before];
      if (other && other.track >= line.track && overlap(line, other)) line.track = other.track + 1;
    }
    tracks = Math.max(tracks, line.track + 1);
  });
  const apart = Math.min(APART, (end - start) / tracks);
  const first = (start + end) / 2 - ((tracks - 1) / 2) * apart;
  for (const line of ordered) for (const bend of line.bends) bend.level = first + line.track * apart;
}

/** Those that lead low in order across, those that lead high against it: so none crosses another that it need not. */
const simpleOrder = (line: Line): number => {
  const from = line.bends[0]?.from ?? 0;
  const isLow = from - line.low > line.high - from;
  return isLow ? from : -from;
};

/** The order along the flow with few crossings: ever the one next that crosses the rest least. */
function inOrder(group: readonly Line[]): readonly Line[] {
  const rest = [...group].sort((a, b) => simpleOrder(a) - simpleOrder(b));
  if (rest.length < 2 || rest.length > MANY) return rest;
  const costs = new Map<Line, number>();
  for (const line of rest) {
    let sum = 0;
    for (const other of rest)
      if (other !== line && overlap(line, other)) sum += cost(line, other) - cost(other, line);
    costs.set(line, sum);
  }
  const ordered: Line[] = [];
  while (rest.length) {
    let best = 0;
    rest.forEach((line, n) => {
      const chosen = rest[best];
      if (chosen && (costs.get(line) ?? 0) < (costs.get(chosen) ?? 0)) best = n;
    });
    const [line] = rest.splice(best, 1);
    if (!line) break;
    ordered.push(line);
    for (const other of rest) {
      if (overlap(line, other))
        costs.set(other, (costs.get(other) ?? 0) - cost(other, line) + cost(line, other));
    }
  }
  return ordered;
}
