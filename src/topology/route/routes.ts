import type { Flow, PlacedTopology, TopologyEdge } from '../types.ts';
import { freeSpace, type FreeCell, type FreeSpace, type Obstacle } from './cells.ts';
import { obstacleOf, threadsOf, type End, type Thread } from './ends.ts';
import { findWay, passage, type Place, type Step } from './find-way.ts';
import { HEAD, nearest, runsOf, STUB, type Run } from './runs.ts';
import { reachOf, slots, type Slots } from './slots.ts';
import { layTracks, type Bend } from './tracks.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The way of an edge across the canvas: straight lines from corner to corner, in canvas units. */
export interface EdgeRoute {
  readonly points: readonly Point[];
  /** How round its corners may be without touching what they lead around. */
  readonly radius: number;
  /** From which point to which no other line runs on it: what is said there is said of this edge. */
  readonly alone: readonly [number, number];
}

/** A way in the making. */
interface Draft {
  thread: Thread;
  readonly runs: Run[];
  readonly radius: number;
  bends: readonly Bend[];
}

/** As round as corners are, where there is room. */
const ROUND = 16;

const known = new WeakMap<PlacedTopology, ReadonlyMap<TopologyEdge, EdgeRoute>>();

/**
 * The ways of all edges between placed nodes, by edge: around every node that is not their own. Found once for each
 * picture.
 */
export function routesOf(placed: PlacedTopology): ReadonlyMap<TopologyEdge, EdgeRoute> {
  const routes = known.get(placed) ?? findRoutes(placed);
  known.set(placed, routes);
  return routes;
}

function findRoutes({ nodes, edges, flow }: PlacedTopology): ReadonlyMap<TopologyEdge, EdgeRoute> {
  const obstacles = nodes.map((node) => obstacleOf(node, flow));
  const space = freeSpace(obstacles);
  const routes = new Map<TopologyEdge, EdgeRoute>();
  const drafts: Draft[] = [];
  const crowd = new Map<FreeCell, Set<string>>();
  const joined = new Map<string, readonly number[]>();
  const put = (edge: TopologyEdge, points: readonly (readonly [number, number])[], radius: number): void => {
    const tidy = withoutDents(points);
    routes.set(edge, {
      points: tidy.map(([main, cross]) => pointAt(main, cross, flow)),
      radius,
      alone: [0, tidy.length - 1],
    });
  };
  for (const thread of threadsOf(nodes, edges, flow)) {
    const pair = [thread.from.node, thread.to.node].sort((a, b) => a - b).join(' ');
    const facing = straightAcross(thread, space, obstacles, joined.get(pair) ?? []);
    if (facing) {
      joined.set(pair, [...(joined.get(pair) ?? []), facing[0]?.[0] ?? 0]);
      put(thread.edge, facing, ROUND);
      continue;
    }
    const [start, goal] = [placeOf(thread.from, space), placeOf(thread.to, space)];
    const steps =
      start && goal && findWay(start, goal, (cell) => crowding(crowd.get(cell), cell, thread.net));
    if (!start || !goal || !steps) {
      put(thread.edge, asTheCrowFlies(thread), ROUND);
      continue;
    }
    for (const { portal } of steps) {
      const known = crowd.get(portal.cell);
      if (known) known.add(thread.net);
      else crowd.set(portal.cell, new Set([thread.net]));
    }
    drafts.push({
      thread,
      runs: runsOf(thread.from, thread.to, start.cell, steps),
      radius: radiusOf(steps),
      bends: [],
    });
  }
  standRuns(drafts);
  const owners = new Map<Bend, Draft>();
  for (const draft of drafts) for (const bend of (draft.bends = bendsOf(draft))) owners.set(bend, draft);
  for (const [goes, comes] of layTracks([...owners.keys()])) {
    const [one, other] = [owners.get(goes), owners.get(comes)];
    if (one && stepAside(one, 'to', goes)) continue;
    if (other) stepAside(other, 'from', comes);
  }
  for (const draft of drafts) put(draft.thread.edge, pointsOf(draft), draft.radius);
  const [inNet, inTo] = [new Map<string, number>(), new Map<string, number>()];
  const endOf = ({ to }: Thread): string => `${String(to.node)} ${String(to.main)} ${String(to.cross)}`;
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { thread } of drafts) {
    count(inNet, thread.net);
    count(inTo, endOf(thread));
  }
  for (const { thread } of drafts) {
    const route = routes.get(thread.edge);
    if (!route) continue;
    const last = route.points.length - 1;
    const parts = (inNet.get(thread.net) ?? 0) > 1;
    const meets = (inTo.get(endOf(thread)) ?? 0) > 1;
    const from = parts ? Math.max(0, last - 2) : 0;
    const to = meets && last > 1 ? last - 1 : last;
    routes.set(thread.edge, { ...route, alone: [from, to] });
  }
  return routes;
}

const pointAt = (main: number, cross: number, flow: Flow): Point =>
  flow === 'down' ? { x: cross, y: main } : { x: main, y: cross };

/** Every line more than a narrow way has room for makes it longer. */
function crowding(nets: ReadonlySet<string> | undefined, { low, high }: FreeCell, net: string): number {
  if (!nets || nets.has(net) || high - low > 400) return 0;
  const room = Math.max(1, Math.floor((high - low - 10) / 7));
  return nets.size < room ? 0 : 30 * (nets.size - room + 1);
}

/** Corners stay on their own side of what is as near as this. */
function radiusOf(steps: readonly Step[]): number {
  let radius = ROUND;
  for (const { portal } of steps) {
    const room = passage(portal)[0] - portal.low;
    if (Number.isFinite(room)) radius = Math.min(radius, 2.4 * room);
  }
  return radius;
}

/** The free ground that an end looks out on. */
function placeOf(end: End, space: FreeSpace): Place | undefined {
  const { main, cross, node, side } = end;
  if (side === 'start' || side === 'end') {
    const cell = (side === 'start' ? space.before : space.after)[node];
    return cell && { cell, main, cross };
  }
  const cells = (side === 'low' ? space.atLow : space.atHigh)[node] ?? [];
  const cell = cells.find(({ from, to }) => main >= from && main <= to);
  return cell && { cell, main, cross: cross + (side === 'low' ? -STUB : STUB) };
}

/** Between lines straight across from one node to another. */
const ABREAST = 9;

/**
 * Two nodes side by side with nothing between them are joined straight across; undefined where they are not. `taken` are
 * the places of lines that join them so already.
 */
function straightAcross(
  { from, to }: Thread,
  { atLow, atHigh }: FreeSpace,
  obstacles: readonly Obstacle[],
  taken: readonly number[],
): readonly (readonly [number, number])[] | undefined {
  const [one, other] = [obstacles[from.node], obstacles[to.node]];
  if (!one || !other || isAcross(from) || from.node === to.node) return undefined;
  if (other.from >= one.to || one.from >= other.to) return undefined;
  const isHigher = other.low >= one.high;
  const facing = isHigher ? other.low : other.high;
  const [start, end] = [Math.max(one.from, other.from) + 5, Math.min(one.to, other.to) - 5];
  const cell = (isHigher ? atHigh : atLow)[from.node]?.find(
    (free) =>
      (isHigher ? free.high : free.low) === facing && Math.min(end, free.to) >= Math.max(start, free.from),
  );
  if (!cell) return undefined;
  const wish = one.from + Math.min(26, (one.to - one.from) / 2);
  const [first, last] = [Math.max(start, cell.from), Math.min(end, cell.to)];
  const near = Math.min(Math.max(wish, first), last);
  const places = [near, ...taken.flatMap((level) => [level + ABREAST, level - ABREAST])].filter(
    (level) =>
      level >= first && level <= last && taken.every((other) => Math.abs(other - level) >= ABREAST - 0.01),
  );
  const place = places.toSorted((one, two) => Math.abs(one - near) - Math.abs(two - near))[0];
  if (place === undefined) return undefined;
  return [
    [place, isHigher ? one.high : one.low],
    [place, facing],
  ];
}

/** For want of a way around: past everything in between. */
const asTheCrowFlies = ({ from, to }: Thread): readonly (readonly [number, number])[] => {
  const middle = (from.main + to.main) / 2;
  return [
    [from.main, from.cross],
    [middle, from.cross],
    [middle, to.cross],
    [to.main, to.cross],
  ];
};

const isAcross = ({ side }: End): boolean => side === 'low' || side === 'high';

/** Gives every run its place across: first those that have no choice, then those beside the rows that they belong to, then the rest. */
function standRuns(drafts: readonly Draft[]): void {
  const taken: Slots = slots();
  const reach = ({ runs, thread: { from, to } }: Draft, run: Run): readonly [number, number] =>
    reachOf(
      run,
      isAcross(from) && run === runs[0] ? from.main : undefined,
      isAcross(to) && run === runs.at(-1) ? to.main : undefined,
    );
  const stand = (draft: Draft, run: Run, wish: number): void => {
    const far = reach(draft, run);
    run.cross = taken.find(nearest(run, wish), [run.low, run.high], far, draft.thread.net);
    taken.take(run.cross, far, draft.thread.net);
  };
  for (const draft of drafts) {
    for (const run of draft.runs) {
      if (!Number.isNaN(run.cross)) taken.take(run.cross, reach(draft, run), draft.thread.net);
    }
  }
  for (const draft of drafts) {
    const last = draft.runs.at(-1);
    if (last?.wish === undefined) continue;
    stand(draft, last, last.wish);
    if (last.cross === last.wish) continue;
    const { wish: cross } = last;
    const step = { forward: true, low: cross, high: cross, first: last.last, last: last.last, cross };
    draft.runs.push(step);
    taken.take(cross, reach(draft, step), draft.thread.net);
  }
  // Lower rows first on the way out, upper ones first on the way in: the first stand nearest, and none crosses another.
  const leaving = drafts.filter(({ thread, runs }) => isAcross(thread.from) && Number.isNaN(runs[0]?.cross));
  for (const draft of leaving.toSorted((a, b) => b.thread.from.main - a.thread.from.main)) {
    const { from } = draft.thread;
    const [run] = draft.runs;
    if (run) stand(draft, run, from.cross + (from.side === 'low' ? -STUB : STUB));
  }
  const arriving = drafts.filter(
    ({ thread, runs }) => isAcross(thread.to) && Number.isNaN(runs.at(-1)?.cross),
  );
  for (const draft of arriving.toSorted((a, b) => a.thread.to.main - b.thread.to.main)) {
    const { to } = draft.thread;
    const run = draft.runs.at(-1);
    if (run) stand(draft, run, to.cross + (to.side === 'low' ? -HEAD : HEAD));
  }
  for (const draft of drafts) {
    draft.runs.forEach((run, n) => {
      if (Number.isNaN(run.cross)) stand(draft, run, draft.runs[n - 1]?.cross ?? draft.thread.from.cross);
    });
  }
}

function bendsOf({ runs, thread }: Draft): readonly Bend[] {
  const bends: Bend[] = [];
  for (let n = 1; n < runs.length; n++) {
    const [one, next] = [runs[n - 1], runs[n]];
    if (!one || !next) continue;
    const { net } = thread;
    bends.push({
      cell: next.first,
      net,
      from: one.cross,
      to: next.cross,
      comes: one.forward,
      goes: next.forward,
      level: 0,
    });
  }
  return bends;
}

/** How far an end moves to keep clear of another line. */
const ASIDE = 7;

/** Moves an end along its side, so that its line keeps clear of another; false where it cannot be moved. */
function stepAside(draft: Draft, which: 'from' | 'to', bend: Bend): boolean {
  const end = draft.thread[which];
  const run = which === 'to' ? draft.runs.at(-1) : draft.runs[0];
  const own = which === 'to' ? draft.bends.at(-1) : draft.bends[0];
  if (isAcross(end) || !run || own !== bend || run.first !== run.last) return false;
  const [low, high] = end.room;
  const by = end.cross + ASIDE <= high ? ASIDE : end.cross - ASIDE >= low ? -ASIDE : 0;
  if (by === 0) return false;
  draft.thread = { ...draft.thread, [which]: { ...end, cross: end.cross + by } };
  bend[which] += by;
  return true;
}

function pointsOf({ thread: { from, to }, runs, bends }: Draft): readonly (readonly [number, number])[] {
  const points: [number, number][] = [[from.main, from.cross]];
  const first = runs[0];
  if (isAcross(from) && first) points.push([from.main, first.cross]);
  bends.forEach((bend) => points.push([bend.level, bend.from], [bend.level, bend.to]));
  const last = runs.at(-1);
  if (isAcross(to) && last) points.push([to.main, last.cross]);
  points.push([to.main, to.cross]);
  return points;
}

/** Without points between two others on one line. */
function withoutDents(
  points: readonly (readonly [number, number])[],
): readonly (readonly [number, number])[] {
  return points.filter((point, n) => {
    const [before, after] = [points[n - 1], points[n + 1]];
    if (!before || !after) return true;
    const same = (at: 0 | 1) => before[at] === point[at] && point[at] === after[at];
    return !same(0) && !same(1) && (before[0] !== point[0] || before[1] !== point[1]);
  });
}
