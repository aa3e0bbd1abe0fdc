import { centre, type Item } from './lanes.ts';
import type { Flow } from './types.ts';

/** Room for one line across more, before it is too much. */
const TRACK = 9;
const MOST_TRACKS = 14;
/** Lines that a gap has room for as it is. */
const FREE_TRACKS = 3;
/** Where lines are so far apart that a straight one needs no turn. */
const STRAIGHT = 12;
/** When the flow runs right what is written on edges stands on them: so much of it fits without more room, and no more counts. */
const FREE_LABEL = 20;
const LONGEST_LABEL = 150;

/** Lines from one place, which run as one: from where to where across, and how many lead to the same place. */
interface Span {
  low: number;
  high: number;
  lines: number;
}

/**
 * How much more room than usual is needed in front of each line of a lane, for the edges that cross there beside each
 * other.
 */
export function roomBetween(lines: readonly (readonly Item[])[], flow: Flow): readonly number[] {
  const around = lines.map(tracksAround);
  return lines.map((line, index) => {
    const spans = new Map<Item, Map<number, Span>>();
    let longest = 0;
    for (const item of line) {
      for (const { to, own, other, label } of item.before) {
        longest = Math.max(longest, label);
        const [from, into] = [centre(to) + other, centre(item) + own];
        const twins = item.before.filter((link) => link.to === to && link.other === other).length;
        if (twins === 1 && Math.abs(from - into) < STRAIGHT) continue;
        const known = spans.get(to) ?? new Map<number, Span>();
        spans.set(to, known);
        const span = known.get(other) ?? { low: from, high: from, lines: 0 };
        known.set(other, span);
        span.low = Math.min(span.low, into);
        span.high = Math.max(span.high, into);
        span.lines = Math.max(span.lines, twins);
      }
    }
    const tracks =
      deepest([...spans.values()].flatMap((some) => [...some.values()])) +
      (around[index] ?? 0) +
      (around[index - 1] ?? 0);
    const forLines = Math.max(0, Math.min(MOST_TRACKS, tracks) - FREE_TRACKS) * TRACK;
    const forLabels = flow === 'right' ? Math.max(0, Math.min(longest, LONGEST_LABEL) - FREE_LABEL) : 0;
    return forLines + forLabels;
  });
}

/** How many lines beside each other lead from items of a line to others of its lane. */
const tracksAround = (line: readonly Item[]): number =>
  deepest(
    line.flatMap((item) =>
      item.level.map(({ to, own, other }) => {
        const [from, into] = [centre(item) + own, centre(to) + other];
        return { low: Math.min(from, into), high: Math.max(from, into), lines: 1 };
      }),
    ),
  );

/** How many lines run past one place at most. */
function deepest(spans: readonly Span[]): number {
  const events = spans.flatMap(({ low, high, lines }) => [[low, lines] as const, [high, -lines] as const]);
  // What begins counts before what ends at the same place.
  events.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let [depth, most] = [0, 0];
  for (const [, change] of events) most = Math.max(most, (depth += change));
  return most;
}
