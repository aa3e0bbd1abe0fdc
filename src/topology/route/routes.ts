import type { Flow, PlacedNode, PlacedTopology, TopologyEdge } from '../types.ts';
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
}

/** A way in the making. */
interface Draft {
  readonly thread: Thread;
  readonly runs: readonly Run[];
  readonly radius: number;
  bends: readonly Bend[];
}

/** As round as corners are, where there is room. */
const ROUND = 16;

/** The ways of all edges between placed nodes, by edge: around every node that is not their own. */
export function routesOf(
  placed: Pick<PlacedTopology, 'nodes' | 'edges' | 'flow'>,
): ReadonlyMap<TopologyEdge, EdgeRoute> {
  const { nodes, edges, flow } = placed;
  const obstacles = nodes.map((node) => obstacleOf(node, flow));
  const space = freeSpace(obstacles);
  const routes = new Map<TopologyEdge, EdgeRoute>();
  const drafts: Draft[] = [];
  const crowd = new Map<FreeCell, Set<string>>();
  const put = (edge: TopologyEdge, points: readonly (readonly [number, number])[], radius: number): void => {
    const tidy = withoutDents(points);
    routes.set(edge, { points: tidy.map(([main, cross]) => pointAt(main, cross, flow)), radius });
  };
  for (const thread of threadsOf(nodes, edges, flow)) {
    const facing = straightAcross(thread, space, obstacles, nodes);
    if (facing) {
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
  const bends = drafts.flatMap((draft) => (draft.bends = bendsOf(draft)));
  layTracks(bends);
  for (const draft of drafts) put(draft.thread.edge, pointsOf(draft), draft.radius);
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

/** Two nodes side by side with nothing between them are joined straight across; undefined where they are not. */
function straightAcross(
  { from, to, edge }: Thread,
  { atLow, atHigh }: FreeSpace,
  obstacles: readonly Obstacle[],
  nodes: readonly PlacedNode[],
): readonly (readonly [number, number])[] | undefined {
  const [one, other] = [obstacles[from.node], obstacles[to.node]];
  if (!one || !other || other.from >= one.to || one.from >= other.to) return undefined;
  const isHigher = other.low >= one.high;
  const edgeOf = isHigher ? other.low : other.high;
  const between =
    (isHigher ? atHigh : atLow)[from.node]?.filter((cell) => (isHigher ? cell.high : cell.low) === edgeOf) ??
    [];
  const wish =
    from.side === 'low' || from.side === 'high'
      ? from.main
      : one.from + Math.min(26, (one.to - one.from) / 2);
  const [start, end] = [Math.max(one.from, other.from) + 5, Math.min(one.to, other.to) - 5];
  const cell = between.find(
    (free) =>
      free.from <= end && free.to >= start && Math.min(end, free.to) - Math.max(start, free.from) >= 0,
  );
  if (!cell || nodes.length === 0 || edge.source === edge.target) return undefined;
  const level = Math.min(Math.max(wish, start, cell.from), end, cell.to);
  return [
    [level, isHigher ? one.high : one.low],
    [level, edgeOf],
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
  const stand = (draft: Draft, run: Run, wish: number): void => {
    const reach = reachOf(run);
    run.cross = taken.find(nearest(run, wish), [run.low, run.high], reach, draft.thread.net);
    taken.take(run.cross, reach, draft.thread.net);
  };
  for (const { runs, thread } of drafts) {
    for (const run of runs) if (!Number.isNaN(run.cross)) taken.take(run.cross, reachOf(run), thread.net);
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
