import { gapBetween, type Box } from './box.ts';
import { centre, lanesOf, type Item, type Link } from './lanes.ts';
import { roomBetween } from './lane-room.ts';
import { METRICS } from './metrics.ts';
import { spread } from './spread.ts';
import type { Flow, Topology } from './types.ts';

type Lane = Item[];

const length = (items: readonly Item[]): number => items.reduce((total, item) => total + item.size, 0);
const thickness = (items: readonly Item[]): number =>
  Math.max(0, ...items.map(({ box }) => box?.mainSize ?? 0));

/** Lanes shorter than this never wrap, whatever the picture's shape: wrapping bends the chains that lead through them. */
const UNWRAPPED: Readonly<Record<Flow, number>> = { down: 6000, right: 3200 };

/** And where they do, lines are no shorter than this. */
const LEAST: Readonly<Record<Flow, number>> = { down: 3600, right: 2200 };

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
  let [low, high] = [LEAST[flow], longest];
  while (high - low > 16) {
    const line = (low + high) / 2;
    if (line / depth(line) > aspect) high = line;
    else low = line;
  }
  return low;
}

/** The middle of what an item is joined to on one side; NaN where that is nothing. */
const middleOf = (links: readonly Link[]): number =>
  links.reduce((sum, { to, own, other }) => sum + centre(to) + other - own, 0) / links.length;

function pack(line: readonly Item[], middle: number): void {
  let start = middle - length(line) / 2;
  for (const item of line) {
    item.start = start;
    start += item.size;
  }
}

const LITTLE = 0.35;

/** A lane in as many lines as it needs, all about as long. */
function wrap(lane: Lane, line: number): Lane[] {
  const whole = length(lane);
  // A line a little too long is better than one more.
  const each = whole / Math.max(1, Math.ceil(whole / line - LITTLE));
  const lines: Lane[] = [[]];
  let end = 0;
  for (const item of lane) {
    // An item belongs to the line that its middle is in.
    if (lines.at(-1)?.length && end + item.size / 2 > each * lines.length) lines.push([]);
    lines.at(-1)?.push(item);
    end += item.size;
  }
  return lines;
}

/** Whether a lane holds collapsed namespaces only. They are no chains, which wrapping would bend. */
const isClosed = (lane: Lane): boolean => lane.every(({ box }) => box?.node.contents !== undefined);

/** At least so many of them stand beside each other, and more from this shape on: that of the canvas that a flow is for. */
const GRID: Readonly<Record<Flow, { readonly columns: number; readonly aspect: number }>> = {
  down: { columns: 2, aspect: 0.7 },
  right: { columns: 3, aspect: 0.6 },
};

/** A lane in lines of as many places, below each other: all are seen at once, with names that can be read. */
function grid(lane: Lane, flow: Flow): Lane[] {
  const place = Math.max(...lane.map(({ size }) => size));
  const linesIn = (columns: number) => Math.ceil(lane.length / columns);
  const shape = (columns: number) =>
    (columns * place) / (linesIn(columns) * (thickness(lane) + METRICS.laneGap));
  let { columns } = GRID[flow];
  while (columns < lane.length && shape(columns) < GRID[flow].aspect) columns++;
  const lines = linesIn(columns);
  columns = Math.ceil(lane.length / lines);
  for (const [index, item] of lane.entries())
    item.start = ((index % columns) - columns / 2) * place + (place - item.size) / 2;
  return Array.from({ length: lines }, (_, n) => lane.slice(n * columns, (n + 1) * columns));
}

/** A lane in as many lines as it needs, each about the middle of the picture. */
function linesOf(lane: Lane, line: number, flow: Flow): Lane[] {
  if (isClosed(lane)) return grid(lane, flow);
  const lines = wrap(lane, line);
  lines.forEach((items) => pack(items, 0));
  return lines;
}

/** Sorts a lane by the middle of what its items are joined to on one side. What is joined to nothing there keeps its turn. */
function sortLane(lane: Lane, side: 'before' | 'after'): void {
  const wishes = new Map(lane.map((item) => [item, item[side].length ? middleOf(item[side]) : centre(item)]));
  lane.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
  pack(lane, 0);
}

/** Places every node anew: lanes in order of rank, document order in a lane but for crossings, all centred on one line. */
export function layOut(topology: Topology, flow: Flow): readonly Box[] {
  const { boxes, ...made } = lanesOf(topology, flow);
  if (!boxes.length) return [];
  const lanes = made.lanes.map((lane) => [...lane]);
  lanes.forEach((lane) => pack(lane, 0));
  // Down, up and down again; more sweeps change little in graphs as flat as these.
  lanes.slice(1).forEach((lane) => sortLane(lane, 'before'));
  lanes
    .slice(0, -1)
    .reverse()
    .forEach((lane) => sortLane(lane, 'after'));
  lanes.slice(1).forEach((lane) => sortLane(lane, 'before'));

  const line = lineLength(lanes, flow);
  const wrapped = lanes.map((lane) => linesOf(lane, line, flow));
  if (wrapped.every((lines) => lines.length === 1)) alignLanes(lanes);
  stackLanes(wrapped, flow);
  return boxes;
}

/** More of them make hardly any line straighter; in a crowd nobody sees the difference. */
const ROUNDS = { few: 8, many: 2 };
const MANY = 400;

/** A line that passes several lanes is kept straighter than what stands at its ends. */
const weightOf = (item: Item): number => (item.box ? 1 : 4);

/** Draws each item towards the middle of what it is joined to, keeping the order: chains become straight. */
function alignLanes(lanes: readonly Lane[]): void {
  const align = (lane: Lane, linksOf: (item: Item) => readonly Link[]): void => {
    const starts = spread(
      lane.map((item) => item.size),
      lane.map((item) => {
        const links = linksOf(item);
        return (links.length ? middleOf(links) : centre(item)) + item.size / 2 - item.middle;
      }),
      0,
      lane.map(weightOf),
    );
    lane.forEach((item, index) => (item.start = starts[index] ?? item.start));
  };
  const both = (item: Item): readonly Link[] => [...item.before, ...item.after];
  lanes.forEach((lane) => align(lane, (item) => item.before));
  const rounds = lanes.flat().length > MANY ? ROUNDS.many : ROUNDS.few;
  for (let round = 0; round < rounds; round++) {
    lanes.toReversed().forEach((lane) => align(lane, both));
    lanes.forEach((lane) => align(lane, both));
  }
}

/** Puts the lines of all lanes behind each other along the flow. */
function stackLanes(lanes: readonly (readonly Lane[])[], flow: Flow): void {
  const room = roomBetween(lanes, flow);
  let main = 0;
  let last: Box | undefined;
  lanes.flat().forEach((line, index) => {
    const first = line.find(({ box }) => box)?.box ?? undefined;
    if (last && first) {
      const wraps = last.rank === first.rank && !first.node.contents;
      main += (wraps ? METRICS.wrapGap : gapBetween(last, first)) + (room[index] ?? 0);
    }
    for (const { box, start, middle } of line) {
      if (!box) continue;
      box.main = main;
      box.cross = start + middle - box.crossSize / 2;
    }
    main += thickness(line);
    last = first ?? last;
  });
}
