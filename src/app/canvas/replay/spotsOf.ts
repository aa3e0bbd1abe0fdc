import type { Replay, ReplaySpot, WayStop } from '../../../topology/index.ts';

/** What stands at a place: its endpoints, and a cluster's pool. */
export interface ShownSpot {
  readonly stop: WayStop;
  /** The place is a single endpoint, and looks like it. */
  readonly veiled: boolean;
  readonly endpoints: ReplaySpot['endpoints'];
  /** How many are not named, because there are too many. */
  readonly more: number;
  /** Index of the replay's spot, or null for a place without endpoints. */
  readonly spot: number | null;
  /** Index of the replay's pool. */
  readonly pool: number | null;
}

/** So many endpoints are named at one place. */
const NAMED = 5;

/** Puts endpoints and pools together by their places; a pool that nothing limits has nothing to show. */
export function spotsOf({ load, spots, pools }: Replay): readonly ShownSpot[] {
  const shown: ShownSpot[] = spots.map(({ stop, isEndpoint, endpoints }, spot) => ({
    stop,
    veiled: isEndpoint && endpoints.length === 1,
    endpoints: endpoints.slice(0, NAMED),
    more: Math.max(0, endpoints.length - NAMED),
    spot,
    pool: null,
  }));
  for (const [pool, { stop, cluster }] of pools.entries()) {
    const { connections, pending, requests } = load.clusters[cluster]?.limits ?? {};
    if ((connections ?? pending ?? requests ?? null) === null) continue;
    const at = shown.findIndex((each) => each.stop.node === stop.node && each.stop.row === stop.row);
    const there = shown[at];
    if (there) shown[at] = { ...there, pool };
    else shown.push({ stop, veiled: false, endpoints: [], more: 0, spot: null, pool });
  }
  return shown;
}
