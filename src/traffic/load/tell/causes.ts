import type { LoadRecorder, Signal } from '../engine/recorder.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import type { StepPlace } from '../../trace.ts';
import type { Cause } from './cause.ts';
import { policyPlace, retryPlace, timeoutPlace } from './field-place.ts';
import { counted, timeWords } from './words.ts';

interface Said {
  readonly text: string;
  readonly place: StepPlace;
}

/** A pause up to this many slices does not make two of one cause. */
const PAUSE = 8;

/** Why the curves of a run bend, in the order of time. */
export function causesOf(made: MadePlan, recorder: LoadRecorder): readonly Cause[] {
  const { bucket } = made.plan;
  const causes = made.plan.clusters.flatMap(({ name }, cluster) => {
    const series = recorder.clusters[cluster];
    if (!series) return [];
    return Object.entries(series.signals).flatMap(([kind, counts]) =>
      spans(counts).flatMap(({ from, to, count }): Cause[] => {
        const said = say(made, cluster, kind as Signal, count);
        return said
          ? [
              {
                kind,
                cluster: name,
                from: from * bucket,
                to: to * bucket,
                count,
                text: said.text,
                ...said.place,
              },
            ]
          : [];
      }),
    );
  });
  return [...causes, ...ejectionCauses(made, recorder)].sort((a, b) => a.from - b.from);
}

/** Stretches of slices in which something happened. */
export function spans(
  counts: Uint32Array,
): readonly { readonly from: number; readonly to: number; readonly count: number }[] {
  const found: { from: number; to: number; count: number }[] = [];
  for (const [slice, count] of counts.entries()) {
    if (!count) continue;
    const last = found.at(-1);
    if (last && slice - last.to <= PAUSE) {
      last.to = slice + 1;
      last.count += count;
    } else found.push({ from: slice, to: slice + 1, count });
  }
  return found;
}

function ejectionCauses(made: MadePlan, recorder: LoadRecorder): readonly Cause[] {
  return recorder.ejections.flatMap(({ cluster, host, at, until, cause, times }): Cause[] => {
    const plan = made.plan.clusters[cluster];
    const outlier = plan?.outlier;
    const name = plan?.hosts[host]?.name ?? '';
    if (!plan || !outlier) return [];
    const often = {
      consecutive5xxErrors: `${counted(outlier.consecutive5xx, 'error', 'errors in a row')} (consecutive5xxErrors)`,
      consecutiveGatewayErrors: `${counted(outlier.consecutiveGateway, 'gateway error', 'gateway errors in a row')} (consecutiveGatewayErrors)`,
      consecutiveLocalOriginFailures: `${counted(outlier.consecutiveLocalOrigin, 'failure', 'failures in a row')} without an answer (consecutiveLocalOriginFailures)`,
    }[cause];
    const out = Math.min(outlier.baseEjectionTime * times, outlier.maxEjectionTime);
    const multiple =
      times > 1 ? `, ${times} times baseEjectionTime as it was out before` : ' (baseEjectionTime)';
    const back =
      until === undefined
        ? 'it is not back at the end'
        : `it is back at ${timeWords(until)}, with the first sweep after that (interval ${timeWords(outlier.interval)})`;
    const { policy } = made.policies[cluster] ?? {};
    return [
      {
        kind: 'ejected',
        cluster: plan.name,
        from: at,
        to: until ?? made.plan.duration,
        count: 1,
        text: `${name} is ejected after ${often}, for ${timeWords(out)}${multiple}; ${back}.`,
        ...policyPlace(policy, 'outlierDetection', [cause]),
      },
    ];
  });
}

function say(made: MadePlan, cluster: number, signal: Signal, count: number): Said | undefined {
  const plan = made.plan.clusters[cluster];
  const { policy } = made.policies[cluster] ?? {};
  if (!plan) return undefined;
  const { pool, outlier } = plan;
  const { retries, timeout } = made.plan;
  const requests = counted(count, 'request', 'requests');
  const tries = counted(count, 'try', 'tries');
  const poolAt = (...path: readonly string[]) => policyPlace(policy, 'connectionPool', path);
  const outlierAt = (field: string) => policyPlace(policy, 'outlierDetection', [field]);
  switch (signal) {
    case 'overflow-pending':
      return {
        text: `${requests} refused at once with 503 UO: http1MaxPendingRequests lets only ${pool.maxPending} wait for a connection.`,
        place: poolAt('http', 'http1MaxPendingRequests'),
      };
    case 'overflow-requests':
      return {
        text: `${requests} refused at once with 503 UO: http2MaxRequests lets only ${pool.maxRequests} be under way.`,
        place: poolAt('http', 'http2MaxRequests'),
      };
    case 'connections-held':
      return {
        text: `maxConnections ${pool.maxConnections} is reached: ${requests} found no new connection to go on, and waited or were refused.`,
        place: poolAt('tcp', 'maxConnections'),
      };
    case 'retry':
      return {
        text: `${counted(count, 'retry', 'retries')}, by up to ${retries?.attempts ?? 0} for each request (retries.attempts).`,
        place: retryPlace(made, 'attempts'),
      };
    case 'retry-overflow':
      return pool.retryBudget
        ? {
            text: `${requests} not tried again and answered with UO: the retryBudget of ${pool.retryBudget.percent} % was used up.`,
            place: policyPlace(policy, 'retryBudget', []),
          }
        : {
            text: `${requests} not tried again and answered with UO: maxRetries lets only ${pool.maxRetries} retries be under way.`,
            place: poolAt('http', 'maxRetries'),
          };
    case 'retry-exhausted':
      return {
        text: `${requests} failed for good (URX): all ${retries?.attempts ?? 0} retries failed as well.`,
        place: retryPlace(made, 'attempts'),
      };
    case 'timeout':
      return {
        text: `${requests} ended with 504 UT: there was no answer within the timeout of ${timeWords(timeout)}, retries included.`,
        place: timeoutPlace(made),
      };
    case 'try-timeout':
      return {
        text: `${tries} cut off by perTryTimeout, after ${timeWords(retries?.perTryTimeout ?? 0)}.`,
        place: retryPlace(made, 'perTryTimeout'),
      };
    case 'connect-timeout':
      return {
        text: `${counted(count, 'connection', 'connections')} not there within the connectTimeout of ${timeWords(pool.connectTimeout)}: what waited for them got 503 UF.`,
        place: poolAt('tcp', 'connectTimeout'),
      };
    case 'connect-refused':
      return {
        text: `${counted(count, 'connection was', 'connections were')} refused: what waited for them got 503 UF.`,
        place: {},
      };
    case 'no-healthy':
      return {
        text: outlier
          ? `${requests} answered 503 UH: every endpoint is ejected, as maxEjectionPercent ${outlier.maxEjectionPercent} allows, and minHealthPercent ${plan.panicThreshold} sends to none of them.`
          : `${requests} answered 503 UH: there is no endpoint.`,
        place: outlierAt('maxEjectionPercent'),
      };
    case 'panic':
      return {
        text: `Fewer than ${plan.panicThreshold} % of the endpoints are healthy (minHealthPercent): ${requests} went to any of them, ejected or not.`,
        place: outlierAt('minHealthPercent'),
      };
    case 'kept':
      return {
        text: `${counted(count, 'ejection', 'ejections')} not made: maxEjectionPercent ${outlier?.maxEjectionPercent ?? 10} of ${counted(plan.hosts.length, 'endpoint', 'endpoints')} does not allow another.`,
        place: outlierAt('maxEjectionPercent'),
      };
    case 'try':
      return undefined;
  }
}
