import { centre, type Item, type Link } from './lanes.ts';
import { pack, type Lane } from './lane-lines.ts';
import { spread } from './spread.ts';

/** The middle of what an item is joined to on one side; NaN where that is nothing. */
const middleOf = (links: readonly Link[]): number =>
  links.reduce((sum, { to, own, other }) => sum + centre(to) + other - own, 0) / links.length;

/** Sorts a lane by the middle of what its items are joined to on one side. What is joined to nothing there keeps its turn. */
export function sortLane(lane: Lane, side: 'before' | 'after'): void {
  const wishes = new Map(lane.map((item) => [item, item[side].length ? middleOf(item[side]) : centre(item)]));
  lane.sort((a, b) => (wishes.get(a) ?? 0) - (wishes.get(b) ?? 0));
  pack(lane, 0);
}

/** Draws what stands at the end of a picture towards what leads to it, which stands where it will, keeping the order. */
export function follow(lane: Lane): void {
  const starts = spread(
    lane.map(({ size }) => size),
    lane.map(
      (item) => (item.before.length ? middleOf(item.before) : centre(item)) + item.size / 2 - item.middle,
    ),
    0,
  );
  lane.forEach((item, index) => (item.start = starts[index] ?? item.start));
}

/** More of them make hardly any line straighter; in a crowd nobody sees the difference. */
const ROUNDS = { few: 8, many: 2 };
const MANY = 400;

/** A line that passes several lanes is kept straighter than what stands at its ends. */
const weightOf = (item: Item): number => (item.box ? 1 : 4);

/**
 * Draws each item towards the middle of what it is joined to in these lanes, keeping the order: chains become straight.
 */
export function alignLanes(lanes: readonly Lane[]): void {
  const here = new Set(lanes.flat());
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
  const within = (links: readonly Link[]): readonly Link[] => links.filter(({ to }) => here.has(to));
  const both = (item: Item): readonly Link[] => within([...item.before, ...item.after]);
  lanes.forEach((lane) => align(lane, (item) => within(item.before)));
  const rounds = here.size > MANY ? ROUNDS.many : ROUNDS.few;
  for (let round = 0; round < rounds; round++) {
    lanes.toReversed().forEach((lane) => align(lane, both));
    lanes.forEach((lane) => align(lane, both));
  }
}
