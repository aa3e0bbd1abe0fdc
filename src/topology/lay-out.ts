import { boxOf, gapBetween, type Box } from './box.ts';
import { METRICS } from './metrics.ts';
import { neighboursOf } from './neighbours.ts';
import { ranksOf } from './ranks.ts';
import { spread } from './spread.ts';
import type { Flow, Topology } from './types.ts';

type Lane = Box[];

const length = (boxes: readonly Box[]): number =>
  boxes.reduce((total, box) => total + box.crossSize + METRICS.nodeGap, -METRICS.nodeGap);
const thickness = (boxes: readonly Box[]): number => Math.max(...boxes.map((box) => box.mainSize));
const centre = (box: Box): number => box.cross + box.crossSize / 2;

/** Lanes shorter than this never wrap, whatever the picture's shape. */
const UNWRAPPED: Readonly<Record<Flow, number>> = { down: 1600, right: 1100 };

/** How long a line may be, so that the whole picture comes near the shape aimed at. */
function lineLength(lanes: readonly Lane[], flow: Flow): number {
  const longest = Math.max(...lanes.map(length));
  if (longest <= UNWRAPPED[flow]) return longest;
  const aspect = flow === 'down' ? METRICS.aspect : 1 / METRICS.aspect;
  const depth = (line: number): number =>
    lanes.reduce((total, lane) => {
      const lines = Math.max(1, Math.ceil(length(lane) / line));
      return total + lines * (thickness(lane) + METRICS.wrapGap) + METRICS.laneGap;
    }, 0);
  let [low, high] = [UNWRAPPED[flow], longest];
  while (high - low > 16) {
    const line = (low + high) / 2;
    if (line / depth(line) > aspect) high = line;
    else low = line;
  }
  return low;
}

/** Sorts a lane by the middle of its neighbours in the lanes already in order. Without neighbours a node keeps its turn. */
function sortLane(lane: Lane, wish: (box: Box) => number): void {
  const wishes = new Map(lane.map((box) => [box, wish(box)]));
  lane.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
}

function pack(line: readonly Box[], middle: number): void {
  let cross = middle - length(line) / 2;
  for (const box of line) {
    box.cross = cross;
    cross += box.crossSize + METRICS.nodeGap;
  }
}

function wrap(lane: Lane, line: number): Lane[] {
  const lines: Lane[] = [];
  let current: Lane = [];
  for (const box of lane) {
    if (current.length && length([box]) + length(current) + METRICS.nodeGap > line) {
      lines.push(current);
      current = [];
    }
    current.push(box);
  }
  return [...lines, current];
}

/** Places every node anew: lanes in order of rank, document order in a lane but for crossings, all centred on one line. */
export function layOut(topology: Topology, flow: Flow): readonly Box[] {
  const ranks = ranksOf(topology);
  const boxes = topology.nodes.map((node) => boxOf(node, ranks.get(node.id) ?? 0, flow));
  if (!boxes.length) return [];
  const byId = new Map(boxes.map((box) => [box.node.id, box]));
  const near = neighboursOf(topology);
  const lanes = [...new Set(boxes.map((box) => box.rank))]
    .sort((a, b) => a - b)
    .map((rank) => boxes.filter((box) => box.rank === rank));
  lanes.forEach((lane) => pack(lane, 0));

  const middleOf = (box: Box, counts: (rank: number) => boolean): number => {
    const centres = (near.get(box.node.id) ?? [])
      .map((id) => byId.get(id))
      .filter((other) => other !== undefined && counts(other.rank))
      .map((other) => (other ? centre(other) : 0));
    return centres.length ? centres.reduce((a, b) => a + b, 0) / centres.length : centre(box);
  };
  // Down, up and down again; more sweeps change little in graphs as flat as these.
  for (const [order, before] of [
    [lanes.slice(1), true],
    [lanes.slice(0, -1).reverse(), false],
    [lanes.slice(1), true],
  ] as const) {
    for (const lane of order) {
      sortLane(lane, (box) => middleOf(box, (rank) => (before ? rank < box.rank : rank > box.rank)));
      pack(lane, 0);
    }
  }

  const line = lineLength(lanes, flow);
  const wrapped = lanes.map((lane) => wrap(lane, line));
  if (wrapped.every((lines) => lines.length === 1)) alignLanes(lanes, middleOf);
  else wrapped.flat().forEach((boxes) => pack(boxes, 0));
  stackLanes(wrapped);
  return boxes;
}

/** Draws each node towards the middle of what it is joined to, keeping the order: chains become straight. */
function alignLanes(
  lanes: readonly Lane[],
  middleOf: (box: Box, counts: (rank: number) => boolean) => number,
): void {
  const align = (lane: Lane, counts: (rank: number, own: number) => boolean): void => {
    const wishes = lane.map((box) => middleOf(box, (rank) => counts(rank, box.rank)));
    const starts = spread(
      lane.map((box) => box.crossSize),
      wishes,
      METRICS.nodeGap,
    );
    lane.forEach((box, index) => (box.cross = starts[index] ?? box.cross));
  };
  lanes.forEach((lane) => align(lane, (rank, own) => rank < own));
  lanes.toReversed().forEach((lane) => align(lane, (rank, own) => rank !== own));
}

function stackLanes(lanes: readonly (readonly Lane[])[]): void {
  let main = 0;
  let last: Box | undefined;
  for (const lines of lanes) {
    const first = lines[0]?.[0];
    if (last && first) main += gapBetween(last, first);
    for (const [index, line] of lines.entries()) {
      if (index) main += METRICS.wrapGap;
      for (const box of line) box.main = main;
      main += thickness(line);
    }
    last = first;
  }
}
