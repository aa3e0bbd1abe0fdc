import type { ClusterState } from './cluster.ts';
import { add, type ClusterSeries, type LoadRecorder } from './recorder.ts';
import type { Sent } from './request.ts';

/** Takes down what there is at the end of a slice of time. */
export function measure(
  recorder: LoadRecorder,
  slice: number,
  callers: readonly (readonly ClusterState<Sent>[])[],
  now: number,
): void {
  if (slice >= recorder.slices) return;
  recorder.underWay[slice] = recorder.sentInAll - recorder.endedInAll;
  for (const clusters of callers)
    for (const cluster of clusters) {
      const series = recorder.clusters[cluster.index];
      for (const { pools } of cluster.hosts)
        for (const pool of pools) pool.closeIdle(now - cluster.plan.pool.idleTimeout);
      if (series) measureCluster(series, slice, cluster);
    }
}

function measureCluster(series: ClusterSeries, slice: number, { limits, hosts }: ClusterState<Sent>): void {
  add(series.connections, slice, limits.connections);
  add(series.pending, slice, limits.pending);
  add(series.active, slice, limits.requests);
  add(series.retrying, slice, limits.retries);
  for (const { ejected, index } of hosts) {
    if (!ejected) continue;
    add(series.ejected, slice);
    const own = series.hosts[index];
    if (own) own.ejected[slice] = (own.ejected[slice] ?? 0) + 1;
  }
}
