import { isAcross, type Thread } from './ends.ts';
import { HEAD, nearest, STUB, type Run } from './runs.ts';
import { reachOf, type Slots } from './slots.ts';
import type { Bend } from './tracks.ts';
import type { Spot } from './types.ts';

/** A way in the making. */
export interface Draft {
  thread: Thread;
  readonly runs: Run[];
  readonly radius: number;
  bends: readonly Bend[];
}

/**
 * Gives every run its place across, clear of what is taken: first those that have no choice, then those beside the rows
 * that they belong to, then the rest.
 */
export function* standRuns(drafts: readonly Draft[], taken: Slots): Generator<void, void> {
  const reach = ({ runs, thread: { from, to } }: Draft, run: Run): readonly [number, number] =>
    reachOf(
      run,
      isAcross(from) && run === runs[0] ? from.main : undefined,
      isAcross(to) && run === runs.at(-1) ? to.main : undefined,
    );
  const stand = (draft: Draft, run: Run, wish: number): void => {
    const far = reach(draft, run);
    run.cross = taken.find(nearest(run, wish), [run.low, run.high], far, draft.thread.net);
    taken.take(run.cross, far, draft.thread.net);
  };
  for (const draft of drafts) {
    for (const run of draft.runs) {
      if (!Number.isNaN(run.cross)) taken.take(run.cross, reach(draft, run), draft.thread.net);
    }
  }
  for (const draft of drafts) {
    const last = draft.runs.at(-1);
    if (last?.wish === undefined) continue;
    stand(draft, last, last.wish);
    if (last.cross === last.wish) continue;
    const { wish: cross } = last;
    const step = { forward: true, low: cross, high: cross, first: last.last, last: last.last, cross };
    draft.runs.push(step);
    taken.take(cross, reach(draft, step), draft.thread.net);
  }
  // Lower rows first on the way out, upper ones first on the way in: the first stand nearest, and none crosses another.
  const leaving = drafts.filter(({ thread, runs }) => isAcross(thread.from) && Number.isNaN(runs[0]?.cross));
  for (const draft of leaving.toSorted((a, b) => b.thread.from.main - a.thread.from.main)) {
    const { from } = draft.thread;
    const [run] = draft.runs;
    if (run) stand(draft, run, from.cross + (from.side === 'low' ? -STUB : STUB));
    yield;
  }
  const arriving = drafts.filter(
    ({ thread, runs }) => isAcross(thread.to) && Number.isNaN(runs.at(-1)?.cross),
  );
  for (const draft of arriving.toSorted((a, b) => a.thread.to.main - b.thread.to.main)) {
    const { to } = draft.thread;
    const run = draft.runs.at(-1);
    if (run) stand(draft, run, to.cross + (to.side === 'low' ? -HEAD : HEAD));
    yield;
  }
  for (const draft of drafts) {
    draft.runs.forEach((run, n) => {
      if (Number.isNaN(run.cross)) stand(draft, run, draft.runs[n - 1]?.cross ?? draft.thread.from.cross);
    });
    yield;
  }
}

export function bendsOf({ runs, thread }: Draft): readonly Bend[] {
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

/** How far an end moves to keep clear of another line. */
const ASIDE = 7;

/** Moves an end along its side, so that its line keeps clear of another; false where it cannot be moved. */
export function stepAside(draft: Draft, which: 'from' | 'to', bend: Bend): boolean {
  const end = draft.thread[which];
  const run = which === 'to' ? draft.runs.at(-1) : draft.runs[0];
  const own = which === 'to' ? draft.bends.at(-1) : draft.bends[0];
  if (isAcross(end) || !run || own !== bend || run.first !== run.last) return false;
  const [low, high] = end.room;
  const by = end.cross + ASIDE <= high ? ASIDE : end.cross - ASIDE >= low ? -ASIDE : 0;
  if (by === 0) return false;
  draft.thread = { ...draft.thread, [which]: { ...end, cross: end.cross + by } };
  bend[which] += by;
  return true;
}

export function pointsOf({ thread: { from, to }, runs, bends }: Draft): readonly Spot[] {
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
export function withoutDents(points: readonly Spot[]): readonly Spot[] {
  return points.filter((point, n) => {
    const [before, after] = [points[n - 1], points[n + 1]];
    if (!before || !after) return true;
    const same = (at: 0 | 1) => before[at] === point[at] && point[at] === after[at];
    return !same(0) && !same(1) && (before[0] !== point[0] || before[1] !== point[1]);
  });
}
