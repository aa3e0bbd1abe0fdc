import type { Flow, PlacedNode, PlacedTopology, TopologyEdge } from '../types.ts';
import { shapeOf } from '../metrics.ts';
import { freeSpace, type Obstacle } from './cells.ts';
import { lookOf, obstacleOf, sameEnds, threadsOf, type Thread } from './ends.ts';
import { findAll, ROUND, type Found } from './find-ways.ts';
import { asTheCrowFlies } from './straight.ts';
import { withoutDents } from './drafts.ts';
import type { EdgeRoute, Spot } from './types.ts';

/** The way of one edge; without a thread its ends are only known roughly. It stands where another edge of the same id, between the same places, finds it again. */
interface Way {
  readonly thread: Thread | null;
  /** Null for a way past everything in between, as long as none around it is found. */
  readonly found: Found | null;
  readonly route: EdgeRoute;
}

/** The ways of the edges of a picture. */
export interface Ways {
  readonly placed: PlacedTopology;
  readonly byEdge: ReadonlyMap<TopologyEdge, Way>;
}

/** The way of an edge; undefined for one with an end that is not placed. */
export const routeIn = (ways: Ways, edge: TopologyEdge): EdgeRoute | undefined =>
  ways.byEdge.get(edge)?.route;

/** The edges whose ways around other nodes are not found yet. */
export const unfound = ({ byEdge }: Ways): readonly TopologyEdge[] =>
  [...byEdge].flatMap(([edge, { found }]) => (found ? [] : [edge]));

/**
 * The ways in a picture as far as they are known from the one before: every way stays as long as its ends do and no node
 * comes into it. Those near a place that has become free are looked for again.
 */
export function waysIn(placed: PlacedTopology, before?: Ways): Ways {
  const known = before?.placed.flow === placed.flow ? before : undefined;
  const same = known && keptWays(placed, known);
  if (same) return same;
  const threads = threadsOf(placed.nodes, placed.edges, placed.flow);
  const changes = known && changedGround(known.placed, placed);
  const ids = known && new Map([...known.byEdge].map(([edge, way]) => [edge.id, way]));
  const byEdge = new Map<TopologyEdge, Way>();
  for (const thread of threads) {
    const way = known?.byEdge.get(thread.edge) ?? ids?.get(thread.edge.id);
    const stays =
      way?.found &&
      way.thread &&
      changes &&
      sameEnds(way.thread, thread) &&
      isClear(way.found.spots, changes);
    byEdge.set(thread.edge, stays ? { ...way, thread } : plain(thread, placed.flow));
  }
  return { placed, byEdge };
}

/** The ways as they were, where no edit concerns them; undefined where one does. Most edits change words only. */
export function keptWays(placed: PlacedTopology, before: Ways): Ways | undefined {
  if (placed === before.placed) return before;
  if (placed.flow !== before.placed.flow) return undefined;
  const { nodes, edges } = before.placed;
  if (nodes.length !== placed.nodes.length || edges.length !== placed.edges.length) return undefined;
  const { flow } = placed;
  const stands = (now: PlacedNode, n: number): boolean => {
    const was = nodes[n];
    return was === now || (was?.node.id === now.node.id && sameBox(was, now) && sameRows(was, now, flow));
  };
  if (nodes !== placed.nodes && !placed.nodes.every(stands)) return undefined;
  if (edges === placed.edges) return { placed, byEdge: before.byEdge };
  if (!placed.edges.every((edge, n) => edges[n] && sameLine(edges[n], edge))) return undefined;
  const byEdge = new Map<TopologyEdge, Way>();
  placed.edges.forEach((edge, n) => {
    const was = edges[n];
    const way = was && before.byEdge.get(was);
    if (way)
      byEdge.set(edge, was === edge || !way.thread ? way : { ...way, thread: { ...way.thread, edge } });
  });
  return { placed, byEdge };
}

/**
 * The ways at once, in a picture too large to look for more in between two frames: those of edges that are the same
 * between nodes that stand where they stood, and plain ones for the rest.
 */
export function sketch(placed: PlacedTopology, before?: Ways): Ways {
  const known = before?.placed.flow === placed.flow ? before : undefined;
  const stood = new Set(known?.placed.nodes);
  const moved = new Set(placed.nodes.filter((one) => !stood.has(one)).map(({ node }) => node.id));
  const fresh = placed.edges.filter(
    (edge) => !known?.byEdge.has(edge) || moved.has(edge.source) || moved.has(edge.target),
  );
  const drawn = fresh.length > MANY_FRESH ? roughly(placed, fresh) : plainly(placed, fresh);
  const byEdge = new Map<TopologyEdge, Way>();
  for (const edge of placed.edges) {
    const way = drawn.get(edge) ?? known?.byEdge.get(edge);
    if (way) byEdge.set(edge, way);
  }
  return { placed, byEdge };
}

/** Nobody can follow single ones of so many lines that all come at once. */
const MANY_FRESH = 1500;

const plainly = ({ nodes, flow }: PlacedTopology, edges: readonly TopologyEdge[]): Map<TopologyEdge, Way> =>
  new Map(threadsOf(nodes, edges, flow).map((thread) => [thread.edge, plain(thread, flow)]));

/** From the middle of one node to the middle of the other, whatever rows they belong to. */
function roughly({ nodes, flow }: PlacedTopology, edges: readonly TopologyEdge[]): Map<TopologyEdge, Way> {
  const boxes = new Map(nodes.map((placed) => [placed.node.id, obstacleOf(placed, flow)]));
  const ways = new Map<TopologyEdge, Way>();
  for (const edge of edges) {
    const [one, other] = [boxes.get(edge.source), boxes.get(edge.target)];
    if (!one || !other) continue;
    const [out, into] = [(one.low + one.high) / 2, (other.low + other.high) / 2];
    const middle = (one.to + other.from) / 2;
    const spots: Spot[] = [
      [one.to, out],
      [middle, out],
      [middle, into],
      [other.from, into],
    ];
    ways.set(edge, { thread: null, found: null, route: routeOf(spots, ROUND, flow, [0, 3]) });
  }
  return ways;
}

/** Finds the ways of some edges, in short steps; others stay as they are. */
export function* findWays(ways: Ways, edges: Iterable<TopologyEdge>): Generator<void, Ways> {
  const { placed, byEdge } = ways;
  const wanted = new Set(edges);
  const threads: Thread[] = [];
  const standing: { thread: Thread; spots: readonly Spot[] }[] = [];
  for (const [edge, { thread, found }] of byEdge) {
    if (!thread) continue;
    if (wanted.has(edge)) threads.push(thread);
    else if (found) standing.push({ thread, spots: found.spots });
  }
  if (!threads.length) return ways;
  const obstacles = placed.nodes.map((node) => obstacleOf(node, placed.flow));
  const space = freeSpace(obstacles);
  yield;
  const found = yield* findAll(threads, standing, obstacles, space);
  const after = new Map(byEdge);
  for (const [thread, one] of found) after.set(thread.edge, wayOf(thread, one, placed.flow));
  return { placed, byEdge: after };
}

/** All ways of a picture, found at once. */
export function allWays(placed: PlacedTopology, before?: Ways): Ways {
  const ways = waysIn(placed, before);
  const steps = findWays(ways, unfound(ways));
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function wayOf(thread: Thread, found: Found, flow: Flow): Way {
  const last = found.spots.length - 1;
  const from = thread.parts ? Math.max(0, last - 2) : 0;
  const to = thread.meets && last > 1 ? last - 1 : last;
  return { thread, found, route: routeOf(found.spots, found.radius, flow, [from, to]) };
}

const routeOf = (
  spots: readonly Spot[],
  radius: number,
  flow: Flow,
  alone: EdgeRoute['alone'],
): EdgeRoute => ({
  points: spots.map(([main, cross]) => (flow === 'down' ? { x: cross, y: main } : { x: main, y: cross })),
  radius,
  alone,
});

function plain(thread: Thread, flow: Flow): Way {
  const spots = withoutDents(asTheCrowFlies(thread));
  return { ...wayOf(thread, { spots, radius: ROUND }, flow), found: null };
}

/** What was taken and is free now, and what is newly taken. */
interface Changes {
  readonly freed: readonly Obstacle[];
  readonly taken: readonly Obstacle[];
}

/** With more changes than this it is another picture. */
const MANY_CHANGES = 200;

/** What changed on the ground from one picture to the next; null where it is all another. */
function changedGround(before: PlacedTopology, after: PlacedTopology): Changes | null {
  if (before.nodes === after.nodes) return { freed: [], taken: [] };
  const old = new Map(before.nodes.map((placed) => [placed.node.id, placed]));
  const [freed, taken]: [Obstacle[], Obstacle[]] = [[], []];
  for (const placed of after.nodes) {
    const was = old.get(placed.node.id);
    old.delete(placed.node.id);
    if (was && (was === placed || sameBox(was, placed))) continue;
    taken.push(obstacleOf(placed, after.flow));
    if (was) freed.push(obstacleOf(was, after.flow));
    if (taken.length > MANY_CHANGES) return null;
  }
  for (const gone of old.values()) freed.push(obstacleOf(gone, after.flow));
  if (freed.length > MANY_CHANGES) return null;
  return { freed, taken };
}

/** Whether two edges are told by one line. */
const sameLine = (a: TopologyEdge, b: TopologyEdge): boolean =>
  a === b ||
  (a.id === b.id &&
    a.source === b.source &&
    a.sourceRow === b.sourceRow &&
    a.target === b.target &&
    a.targetRow === b.targetRow &&
    lookOf(a) === lookOf(b));

/** Whether two nodes of one size have their rows at the same places. */
function sameRows({ node: a }: PlacedNode, { node: b }: PlacedNode, flow: Flow): boolean {
  const [one, other] = [shapeOf(a, flow), shapeOf(b, flow)];
  return (
    a.lane === b.lane &&
    one.arrangement === other.arrangement &&
    one.rows.length === other.rows.length &&
    one.rows.every(
      (row, n) =>
        row.id === other.rows[n]?.id && row.x === other.rows[n].x && row.width === other.rows[n].width,
    )
  );
}

const sameBox = (a: PlacedNode, b: PlacedNode): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

/** Lines keep so far away from nodes, and lines so near to a node that vanishes may have gone around it. */
const NEAR = { taken: 4, freed: 40 };

const isClear = (spots: readonly Spot[], { freed, taken }: Changes): boolean =>
  !taken.some((one) => passes(spots, one, NEAR.taken)) &&
  !freed.some((one) => passes(spots, one, NEAR.freed));

/** Whether a line comes so near to an obstacle, other than by its two ends. */
function passes(spots: readonly Spot[], { from, to, low, high }: Obstacle, near: number): boolean {
  return spots.some(([main, cross], n) => {
    const before = spots[n - 1];
    if (!before) return false;
    const [first, last] = [Math.min(before[0], main), Math.max(before[0], main)];
    const [least, most] = [Math.min(before[1], cross), Math.max(before[1], cross)];
    return first < to + near && last > from - near && least < high + near && most > low - near;
  });
}
