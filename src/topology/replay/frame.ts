import type { PoolLimit } from './load.ts';
import { edgeFlow, perSecond, sliceOf, type Flowing } from './parts.ts';
import type { ReplayEndpoint } from './collect.ts';
import type { Replay, ReplayPool } from './replay.ts';

export type EndpointState = 'answering' | 'failing' | 'idle' | 'ejected' | 'returning';

export interface EndpointFrame extends Flowing {
  readonly name: string;
  readonly state: EndpointState;
  /** How many callers have it ejected. */
  readonly out: number;
  /** Until the first of them takes it back, in milliseconds; 0 where none has it ejected. */
  readonly left: number;
}

export interface PoolFrame {
  /** The limit that is nearest to being reached, of all callers together; null where there is none. */
  readonly limit: { readonly of: PoolLimit; readonly most: number; readonly now: number } | null;
  /** 0 to 1. */
  readonly fill: number;
  /** Requests a second that it refuses. */
  readonly refused: number;
}

/** A moment of a load. What it tells stands in the order of the replay's lines, spots and pools. */
export interface LoadFrame {
  readonly time: number;
  /** Requests a second. */
  readonly sent: number;
  readonly lines: readonly Flowing[];
  readonly spots: readonly (readonly EndpointFrame[])[];
  readonly pools: readonly PoolFrame[];
}

/** So long after it came back an endpoint is shown as returning, where it does not warm up for longer. */
const RETURNING = 1000;
/** From this share of failures on an endpoint is shown as failing. */
const FAILS = 0.1;

/** How things stand at a time, in milliseconds. Counts are those of the slice that the time is in, as a chart reads them. */
export function frameAt(replay: Replay, time: number): LoadFrame {
  const { load } = replay;
  const slice = sliceOf(load, time);
  return {
    time,
    sent: edgeFlow(load, [{ kind: 'sent' }], slice).rate,
    lines: replay.lines.map(({ parts }) => edgeFlow(load, parts, slice)),
    spots: replay.spots.map(({ endpoints }) =>
      endpoints.map((endpoint) => endpointAt(replay, endpoint, slice, time)),
    ),
    pools: replay.pools.map((pool) => poolAt(replay, pool, slice)),
  };
}

function endpointAt(
  { load }: Replay,
  { cluster, index, name, ejections }: ReplayEndpoint,
  slice: number,
  time: number,
): EndpointFrame {
  const { sent = [], failed = [] } = load.series.clusters[cluster]?.endpoints[index] ?? {};
  const count = sent[slice] ?? 0;
  const failing = count ? Math.min(1, (failed[slice] ?? 0) / count) : failed[slice] ? 1 : 0;
  const warmup = Math.max(RETURNING, load.clusters[cluster]?.warmup ?? 0);
  let [out, left, returning] = [0, Infinity, false];
  for (const { from, to = Infinity, due } of ejections) {
    if (time < from) continue;
    if (time < to) {
      out++;
      left = Math.min(left, Math.max(0, (to === Infinity ? due : to) - time));
    } else if (time < to + warmup) returning = true;
  }
  const state =
    out > 0 && out === load.callers
      ? 'ejected'
      : failing >= FAILS
        ? 'failing'
        : returning
          ? 'returning'
          : count
            ? 'answering'
            : 'idle';
  return { name, rate: perSecond(load, count, slice), failing, state, out, left: out ? left : 0 };
}

function poolAt({ load }: Replay, { cluster }: ReplayPool, slice: number): PoolFrame {
  const series = load.series.clusters[cluster];
  const limits = load.clusters[cluster]?.limits;
  const held: Readonly<Record<PoolLimit, number>> = {
    connections: series?.connections[slice] ?? 0,
    pending: series?.pending[slice] ?? 0,
    requests: series?.active[slice] ?? 0,
  };
  let limit: PoolFrame['limit'] = null;
  let fill = 0;
  for (const of of ['connections', 'pending', 'requests'] as const) {
    const each = limits?.[of] ?? null;
    if (each === null) continue;
    const most = each * load.callers;
    // Where nothing may wait, nothing that waits is no sign of it.
    const filled = most ? Math.min(1, held[of] / most) : 0;
    if (limit && filled <= fill) continue;
    limit = { of, most, now: held[of] };
    fill = filled;
  }
  return { limit, fill, refused: perSecond(load, series?.overflow[slice] ?? 0, slice) };
}
