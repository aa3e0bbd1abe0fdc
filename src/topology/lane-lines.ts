import { METRICS } from './metrics.ts';
import type { Item } from './lanes.ts';
import type { Flow } from './types.ts';

export type Lane = Item[];

export const length = (items: readonly Item[]): number => items.reduce((total, item) => total + item.size, 0);
export const thickness = (items: readonly Item[]): number =>
  Math.max(0, ...items.map(({ box }) => box?.mainSize ?? 0));

/** Lanes shorter than this never wrap, whatever the picture's shape: wrapping bends the chains that lead through them. */
const UNWRAPPED: Readonly<Record<Flow, number>> = { down: 6000, right: 3200 };

/** And where they do, lines are no shorter than this. */
const LEAST: Readonly<Record<Flow, number>> = { down: 3600, right: 2200 };

/** How long a line may be, so that the whole picture comes near the shape aimed at. */
export function lineLength(lanes: readonly Lane[], flow: Flow): number {
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

/** Puts items behind each other across the flow, all of them about this place. */
export function pack(line: readonly Item[], middle: number): void {
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
export function linesOf(lane: Lane, line: number, flow: Flow): Lane[] {
  if (isClosed(lane)) return grid(lane, flow);
  const lines = wrap(lane, line);
  lines.forEach((items) => pack(items, 0));
  return lines;
}
