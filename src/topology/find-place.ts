import { gapBetween, type Box } from './box.ts';
import { METRICS } from './metrics.ts';

const centre = (box: Box): number => box.cross + box.crossSize / 2;

/** The middle of its neighbours; without any, the end of its own lane, else the middle of the picture. */
function wishFor(box: Box, joined: readonly Box[], settled: readonly Box[]): number {
  if (joined.length) return joined.reduce((total, other) => total + centre(other), 0) / joined.length;
  let [own, low, high] = [-Infinity, Infinity, -Infinity];
  for (const other of settled) {
    if (other.rank === box.rank) own = Math.max(own, other.cross + other.crossSize);
    low = Math.min(low, centre(other));
    high = Math.max(high, centre(other));
  }
  if (own > -Infinity) return own + METRICS.nodeGap + box.crossSize / 2;
  return low <= high ? (low + high) / 2 : 0;
}

/** In a picture of several bands the right one matters more than the place in it. */
const OTHER_BAND = 2;

/** How far its lane at a node of its rank is from where it wants to be: beside what it is joined to. */
function farness(wish: number, joined: readonly Box[]): (other: Box) => number {
  const along = joined.reduce((total, { main }) => total + main, 0) / joined.length;
  return (other) =>
    Math.abs(centre(other) - wish) + (joined.length ? OTHER_BAND * Math.abs(other.main - along) : 0);
}

/** Where along the flow it goes: with the nearest of its rank, else right behind the ranks before it. */
function mainFor(box: Box, wish: number, joined: readonly Box[], settled: readonly Box[]): number {
  const far = farness(wish, joined);
  let least = Infinity;
  let [nearest, last, next]: [Box | undefined, Box | undefined, Box | undefined] = [
    undefined,
    undefined,
    undefined,
  ];
  for (const other of settled) {
    if (other.rank === box.rank) {
      const distance = far(other);
      if (!nearest || distance < least) [nearest, least] = [other, distance];
    } else if (other.rank < box.rank) {
      if (!last || other.main + other.mainSize > last.main + last.mainSize) last = other;
    } else if (!next || other.main < next.main) next = other;
  }
  if (nearest) return nearest.main;
  if (last) return last.main + last.mainSize + gapBetween(last, box);
  return next ? next.main - box.mainSize - gapBetween(box, next) : 0;
}

/** The free place nearest to the wish, across the flow, at the box's place along it. */
function crossFor(box: Box, wish: number, settled: readonly Box[]): number {
  const start = wish - box.crossSize / 2;
  const gap = METRICS.nodeGap;
  const blockers = settled
    .filter(
      (other) => other.main < box.main + box.mainSize + gap && box.main < other.main + other.mainSize + gap,
    )
    .sort((a, b) => a.cross - b.cross);
  let best = Infinity;
  let free = -Infinity;
  const tryBetween = (low: number, high: number): void => {
    if (low > high) return;
    const candidate = Math.min(Math.max(start, low), high);
    if (Math.abs(candidate - start) < Math.abs(best - start)) best = candidate;
  };
  for (const other of blockers) {
    tryBetween(free + gap, other.cross - gap - box.crossSize);
    free = Math.max(free, other.cross + other.crossSize);
  }
  tryBetween(free + gap, Infinity);
  return best;
}

/** Puts a new box beside what it is joined to, in its own lane, where nothing stands yet. Moves nothing else. */
export function findPlace(box: Box, joined: readonly Box[], settled: readonly Box[]): void {
  const wish = wishFor(box, joined, settled);
  box.main = mainFor(box, wish, joined, settled);
  // Whole pixels, so that rounding later cannot make it touch what it keeps clear of.
  box.cross = Math.round(crossFor(box, wish, settled));
}
