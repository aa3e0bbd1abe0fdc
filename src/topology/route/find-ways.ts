import type { FreeCell, FreeSpace, Obstacle } from './cells.ts';
import { bendsOf, pointsOf, standRuns, stepAside, withoutDents, type Draft } from './drafts.ts';
import { isAcross, type End, type Thread } from './ends.ts';
import { findWay, passage, type Place, type Step } from './find-way.ts';
import { runsOf, STUB } from './runs.ts';
import { slots, type Slots } from './slots.ts';
import { asTheCrowFlies, straightAcross } from './straight.ts';
import { layTracks, type Bend, type Clash } from './tracks.ts';
import type { Spot } from './types.ts';

/** A way that is found, told along the flow and across it. */
export interface Found {
  readonly spots: readonly Spot[];
  readonly radius: number;
}

/** As round as corners are, where there is room. */
export const ROUND = 16;

/**
 * Finds the ways of some threads around all nodes, each on a line of its own, and clear of ways that stand already.
 * Steps are short; what comes out in the end does not depend on them.
 */
export function* findAll(
  threads: readonly Thread[],
  standing: readonly { readonly thread: Thread; readonly spots: readonly Spot[] }[],
  obstacles: readonly Obstacle[],
  space: FreeSpace,
): Generator<void, ReadonlyMap<Thread, Found>> {
  const found = new Map<Thread, Found>();
  const put = (thread: Thread, spots: readonly Spot[], radius: number): void => {
    found.set(thread, { spots: withoutDents(spots), radius });
  };
  const joined = joinedBy(standing);
  const crowd = new Map<FreeCell, Set<number>>();
  const drafts: [Draft, Thread][] = [];
  for (const thread of threads) {
    yield;
    const known = joined.get(pairOf(thread)) ?? [];
    const facing = straightAcross(thread, space, obstacles, known);
    if (facing) {
      joined.set(pairOf(thread), [...known, facing[0]?.[0] ?? 0]);
      put(thread, facing, ROUND);
      continue;
    }
    const [start, goal] = [placeOf(thread.from, space), placeOf(thread.to, space)];
    const steps =
      start && goal && findWay(start, goal, (cell) => crowding(crowd.get(cell), cell, thread.net));
    if (!start || !goal || !steps) {
      put(thread, asTheCrowFlies(thread), ROUND);
      continue;
    }
    for (const { portal } of steps) {
      const nets = crowd.get(portal.cell);
      if (nets) nets.add(thread.net);
      else crowd.set(portal.cell, new Set([thread.net]));
    }
    const runs = runsOf(thread.from, thread.to, start.cell, steps);
    drafts.push([{ thread, runs, radius: radiusOf(steps), bends: [] }, thread]);
  }
  const { along, across } = linesOf(standing);
  yield* standRuns(
    drafts.map(([draft]) => draft),
    along,
  );
  yield* bendAll(
    drafts.map(([draft]) => draft),
    standing.length > 0 ? across : null,
  );
  for (const [draft, thread] of drafts) put(thread, pointsOf(draft), draft.radius);
  return found;
}

function* bendAll(drafts: readonly Draft[], standing: Slots | null): Generator<void, void> {
  const owners = new Map<Bend, Draft>();
  const cells = new Map<FreeCell, Bend[]>();
  for (const draft of drafts) {
    for (const bend of (draft.bends = bendsOf(draft))) {
      owners.set(bend, draft);
      const known = cells.get(bend.cell);
      if (known) known.push(bend);
      else cells.set(bend.cell, [bend]);
    }
  }
  const clashes: Clash[] = [];
  for (const [cell, bends] of cells) {
    clashes.push(...layTracks(cell, bends, standing));
    yield;
  }
  for (const [goes, comes] of clashes) {
    const [one, other] = [owners.get(goes), owners.get(comes)];
    if (one && stepAside(one, 'to', goes)) continue;
    if (other) stepAside(other, 'from', comes);
  }
}

const pairOf = ({ from, to }: Thread): string =>
  from.node < to.node ? `${String(from.node)} ${String(to.node)}` : `${String(to.node)} ${String(from.node)}`;

type Standing = readonly { readonly thread: Thread; readonly spots: readonly Spot[] }[];

/** Where lines straight across join two nodes already. */
function joinedBy(standing: Standing): Map<string, readonly number[]> {
  const joined = new Map<string, readonly number[]>();
  for (const { thread, spots } of standing) {
    const [one, other] = spots;
    if (!one || !other || spots.length !== 2 || one[0] !== other[0]) continue;
    joined.set(pairOf(thread), [...(joined.get(pairOf(thread)) ?? []), one[0]]);
  }
  return joined;
}

/** The straight pieces of lines: those along the flow, and those across it. */
function linesOf(standing: Standing): { readonly along: Slots; readonly across: Slots } {
  const [along, across] = [slots(), slots()];
  const put = (to: Slots, at: number, one: number, other: number, net: number): void => {
    to.take(at, one < other ? [one, other] : [other, one], net);
  };
  for (const { thread, spots } of standing) {
    spots.forEach(([main, cross], n) => {
      const before = spots[n - 1];
      if (!before) return;
      if (before[1] === cross) put(along, cross, before[0], main, thread.net);
      else put(across, main, before[1], cross, thread.net);
    });
  }
  return { along, across };
}

/** Every line more than a narrow way has room for makes it longer. */
function crowding(nets: ReadonlySet<number> | undefined, { low, high }: FreeCell, net: number): number {
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
  if (!isAcross(end)) {
    const cell = (side === 'start' ? space.before : space.after)[node];
    return cell && { cell, main, cross };
  }
  const cells = (side === 'low' ? space.atLow : space.atHigh)[node] ?? [];
  const cell = cells.find(({ from, to }) => main >= from && main <= to);
  return cell && { cell, main, cross: cross + (side === 'low' ? -STUB : STUB) };
}
