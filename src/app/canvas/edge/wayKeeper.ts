import {
  findWays,
  keptWays,
  sketch,
  unfound,
  waysIn,
  type PlacedTopology,
  type TopologyEdge,
  type Ways,
} from '../../../topology/index.ts';

/** The ways that are drawn. Looking for better ones may take long in a large picture: that is done while nothing else is. */
export interface WayKeeper {
  /** What to draw of a picture now: the best that is known at once. */
  show(placed: PlacedTopology): Ways;
  /** Looks for the ways that are not found yet: in a picture of very many edges only those of `near`. */
  settle(near: readonly TopologyEdge[]): void;
  /** Whether what is shown of a picture is a sketch that will be replaced: lines and pills then move. */
  isSketch(placed: PlacedTopology): boolean;
  subscribe(listener: () => void): () => void;
}

interface Times {
  /** Calls back later, and again for every true that comes back. */
  readonly later: (slice: () => boolean) => () => void;
  readonly now: () => number;
}

/** With no more edges than this all may be found before the next frame. */
const FEW = 800;
/** With more than this only what is looked at is worth the time. */
export const VERY_MANY = 3000;
/** What may be spent at once, and in one slice later, in milliseconds. */
const AT_ONCE = 8;

export function createWayKeeper({ later, now }: Times): WayKeeper {
  let shown: Ways | null = null;
  // The last ways that stand for good: those shown may be only sketched.
  let settled: Ways | null = null;
  let stop: (() => void) | null = null;
  const listeners = new Set<() => void>();

  /** Goes on for a while; true once it came to its end. */
  const run = (steps: Generator<void, Ways>): boolean => {
    for (const end = now() + AT_ONCE; now() < end;) {
      const step = steps.next();
      if (!step.done) continue;
      shown = settled = step.value;
      return true;
    }
    return false;
  };
  const halt = () => {
    stop?.();
    stop = null;
  };

  return {
    show(placed) {
      if (shown?.placed === placed) return shown;
      halt();
      const kept = settled && keptWays(placed, settled);
      if (kept) return (shown = settled = kept);
      if (placed.edges.length <= FEW && run(settling(placed, settled, placed.edges)) && shown) return shown;
      return (shown = sketch(placed, settled ?? undefined));
    },
    settle(near) {
      halt();
      const { placed } = shown ?? {};
      if (!placed) return;
      const wanted = placed.edges.length > VERY_MANY ? near : placed.edges;
      if (!wanted.length || (settled?.placed === placed && !unfoundAmong(settled, wanted).length)) return;
      const steps = settling(placed, settled, wanted);
      stop = later(() => {
        if (!run(steps)) return true;
        stop = null;
        for (const listener of listeners) listener();
        return false;
      });
    },
    isSketch: (placed) =>
      settled?.placed !== placed && placed.edges.length > 0 && placed.edges.length <= VERY_MANY,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function* settling(
  placed: PlacedTopology,
  before: Ways | null,
  wanted: readonly TopologyEdge[],
): Generator<void, Ways> {
  const ways = waysIn(placed, before ?? undefined);
  yield;
  return yield* findWays(ways, unfoundAmong(ways, wanted));
}

function unfoundAmong(ways: Ways, wanted: readonly TopologyEdge[]): readonly TopologyEdge[] {
  const some = new Set(wanted);
  return unfound(ways).filter((edge) => some.has(edge));
}
