import type { ClusterState } from './cluster.ts';
import type { RetryPlan } from './plan.ts';
import type { Sent } from './request.ts';
import type { Upstream } from './upstream.ts';

/** Envoy draws a host again so often where the one drawn was tried already. https://istio.io/latest/docs/reference/config/networking/virtual-service/#HTTPRetry */
const OTHER_HOST_DRAWS = 5;
/** `retryRemoteLocalities`: after how many tries the priorities that were tried are left. */
const PRIORITY_TRIES = 2;

/** The host of a try; for a retry by preference one that was not tried. Undefined where nobody can take it. */
export function chooseHost(
  { tried, key }: Sent,
  cluster: ClusterState<Sent>,
  retries: RetryPlan | null,
): Upstream<Sent> | undefined {
  const hash = cluster.hash(key);
  if (!retries || !tried) return cluster.choose(hash);
  const without =
    retries.otherPriorities && tried.length >= PRIORITY_TRIES
      ? new Set(
          tried.slice(0, tried.length - (tried.length % PRIORITY_TRIES)).map(({ plan }) => plan.priority),
        )
      : undefined;
  let host = cluster.choose(hash, 0, without);
  for (let draw = 1; retries.avoidsTried && draw <= OTHER_HOST_DRAWS && host && tried.includes(host); draw++)
    host = cluster.choose(hash, draw, without);
  return host;
}
