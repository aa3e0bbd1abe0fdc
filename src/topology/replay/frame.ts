import type { PoolLimit } from './load.ts';
import { edgeFlow, perSecond, sliceOf, type Flowing } from './parts.ts';
import { endpointAt, type EndpointFrame } from './endpoints.ts';
import type { Replay, ReplayPool } from './replay.ts';

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

/** How things stand at a time, in milliseconds. Counts are those of the slice that the time is in, as a chart reads them. */
export function frameAt(replay: Replay, time: number): LoadFrame {
  const { load } = replay;
  const slice = sliceOf(load, time);
  return {
    time,
    sent: edgeFlow(load, [{ kind: 'sent' }], slice).rate,
    lines: replay.lines.map(({ parts }) => edgeFlow(load, parts, slice)),
    spots: replay.spots.map(({ endpoints }) =>
      endpoints.map((endpoint) => endpointAt(load, endpoint, slice, time)),
    ),
    pools: replay.pools.map((pool) => poolAt(replay, pool, slice)),
  };
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
