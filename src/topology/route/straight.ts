import type { FreeSpace, Obstacle } from './cells.ts';
import { isAcross, type Thread } from './ends.ts';
import type { Spot } from './types.ts';

/** Between lines straight across from one node to another. */
const ABREAST = 9;

/**
 * Two nodes side by side with nothing between them are joined straight across; undefined where they are not. `taken` are
 * the places of lines that join them so already.
 */
export function straightAcross(
  { from, to }: Thread,
  { atLow, atHigh }: FreeSpace,
  obstacles: readonly Obstacle[],
  taken: readonly number[],
): readonly Spot[] | undefined {
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
export const asTheCrowFlies = ({ from, to }: Thread): readonly Spot[] => {
  const middle = (from.main + to.main) / 2;
  return [
    [from.main, from.cross],
    [middle, from.cross],
    [middle, to.cross],
    [to.main, to.cross],
  ];
};
