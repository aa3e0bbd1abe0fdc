import type { ReplayedLoad } from './load.ts';

/** What passes a line: all requests, tries at a cluster, copies for it or one of its endpoints, or the tries at one of its endpoints. */
export type Part =
  | { readonly kind: 'sent' }
  | { readonly kind: 'tries'; readonly cluster: number; readonly share: number }
  /** Of one endpoint, where it is named. */
  | { readonly kind: 'copies'; readonly cluster: number; readonly share: number; readonly index?: number }
  | { readonly kind: 'endpoint'; readonly cluster: number; readonly index: number; readonly share: number };

export interface Flowing {
  /** A second. */
  readonly rate: number;
  /** The share of it that failed, 0 to 1. */
  readonly failing: number;
}

interface Counted {
  readonly count: number;
  readonly failed: number;
}

/** How long a slice is: the last one ends with the run. */
const sliceLength = ({ duration, bucket, series }: ReplayedLoad, slice: number): number =>
  Math.max(1, Math.min(bucket, duration - (series.at[slice] ?? 0)));

export const perSecond = (load: ReplayedLoad, count: number, slice: number): number =>
  (count * 1000) / sliceLength(load, slice);

/** The slice that a time is in. */
export const sliceOf = ({ bucket, series }: ReplayedLoad, time: number): number =>
  Math.max(0, Math.min(series.at.length - 1, Math.floor(time / bucket)));

/** What flows along a line in a slice of time. */
export function edgeFlow(load: ReplayedLoad, parts: readonly Part[], slice: number): Flowing {
  let [count, failed] = [0, 0];
  for (const part of parts) {
    const each = counted(load, part, slice);
    count += each.count;
    failed += each.failed;
  }
  return {
    rate: perSecond(load, count, slice),
    failing: count ? Math.min(1, failed / count) : 0,
  };
}

function counted(load: ReplayedLoad, part: Part, slice: number): Counted {
  if (part.kind === 'sent') return { count: load.series.sent[slice] ?? 0, failed: failedIn(load, slice) };
  const series = load.series.clusters[part.cluster];
  const copies = series?.copies[slice] ?? 0;
  let [tries, failed] = [0, 0];
  for (const each of series?.endpoints ?? []) {
    tries += triedIn(each, slice);
    failed += each.failed[slice] ?? 0;
  }
  // A copy that is not tried in the slice in which it is made is counted with the tries of another.
  const copied = Math.min(copies, tries);
  if (part.kind === 'copies') {
    const here = part.index === undefined ? tries : triedIn(series?.endpoints[part.index], slice);
    return { count: tries ? (copied * here * part.share) / tries : 0, failed: 0 };
  }
  const own = tries ? (tries - copied) / tries : 0;
  if (part.kind !== 'endpoint') return { count: tries * own * part.share, failed: failed * own * part.share };
  const endpoint = series?.endpoints[part.index];
  return {
    count: triedIn(endpoint, slice) * own * part.share,
    failed: (endpoint?.failed[slice] ?? 0) * own * part.share,
  };
}

type EndpointSeries = ReplayedLoad['series']['clusters'][number]['endpoints'][number];

/** What went there, and what could not: a connection that is refused is sent nothing, and fails. */
const triedIn = (endpoint: EndpointSeries | undefined, slice: number): number =>
  Math.max(endpoint?.sent[slice] ?? 0, endpoint?.failed[slice] ?? 0);

/** Requests that ended with a failure, whoever answered. */
function failedIn({ series }: ReplayedLoad, slice: number): number {
  let failed = 0;
  for (const [answer, counts] of Object.entries(series.answers))
    if (isFailure(answer)) failed += counts[slice] ?? 0;
  return failed;
}

/** `503 UO`, `500`; of a connection, which has no status, what kept it from standing: `0 UF,URX`. */
function isFailure(answer: string): boolean {
  const [status, why] = answer.split(' ', 2);
  return Number(status) >= 500 || (status === '0' && why !== undefined);
}
