import { answerName, type Flag } from '../engine/answer.ts';
import { grpcOfProxy } from '../engine/grpc.ts';
import type { LoadRecorder, Signal } from '../engine/recorder.ts';
import { retriesReset } from '../engine/retry-on.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import type { Cause } from './cause.ts';
import { policyField, retryField, setting, timeoutField, type Field } from './field-place.ts';
import { counted, timeWords } from './words.ts';

interface Said {
  readonly text: string;
  /** Missing where no field had it happen. */
  readonly field?: Field;
  /** What the field is where nothing is written, as it would be written. */
  readonly byDefault?: string | number;
}

/** The sentence and its field: of a field that is not written that it is the default, and what writes it. */
function told({
  text,
  field,
  byDefault,
}: Said): Pick<Cause, 'text' | 'resource' | 'path' | 'isDefault' | 'fix'> {
  if (!field?.isDefault || byDefault === undefined) return { text, ...field?.place };
  const name = String(field.at?.path.at(-1) ?? '');
  return {
    text: `${text} Nothing is written of it: ${byDefault} is the default.`,
    ...field.place,
    isDefault: true,
    ...setting(field, byDefault, `Write ${name}: ${byDefault}`),
  };
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
                ...told(said),
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
    const field = policyField(made, cluster, 'outlierDetection', [cause]);
    const text = `${name} is ejected after ${often}, for ${timeWords(out)}${multiple}; ${back}.`;
    return [
      {
        kind: 'ejected',
        cluster: plan.name,
        from: at,
        to: until ?? made.plan.duration,
        count: 1,
        ...told({ text, field, byDefault: 5 }),
      },
    ];
  });
}

function say(made: MadePlan, cluster: number, signal: Signal, count: number): Said | undefined {
  const plan = made.plan.clusters[cluster];
  if (!plan) return undefined;
  const { pool, outlier } = plan;
  const { retries, timeout, tcp, grpc } = made.plan;
  const named = (status: number, flag: Flag): string =>
    grpc ? answerName(200, [flag], grpcOfProxy(status)) : answerName(status, [flag]);
  const again = retries !== null && retriesReset(retries, 'connect', false);
  const unconnected = tcp
    ? 'was closed (UF)'
    : `${again ? 'was tried again, or ' : ''}got ${named(503, 'UF')}`;
  const requests = counted(count, 'request', 'requests');
  const tries = counted(count, 'try', 'tries');
  const poolAt = (...path: readonly string[]) => policyField(made, cluster, 'connectionPool', path);
  const outlierAt = (field: string) => policyField(made, cluster, 'outlierDetection', [field]);
  switch (signal) {
    case 'overflow-pending':
      return {
        text: `${requests} refused at once with ${named(503, 'UO')}: http1MaxPendingRequests lets only ${pool.maxPending} wait for a connection.`,
        field: poolAt('http', 'http1MaxPendingRequests'),
      };
    case 'overflow-requests':
      return {
        text: `${requests} refused at once with ${named(503, 'UO')}: http2MaxRequests lets only ${pool.maxRequests} be under way.`,
        field: poolAt('http', 'http2MaxRequests'),
      };
    case 'overflow-connections':
      return {
        text: `${counted(count, 'connection', 'connections')} closed at once (UO): maxConnections lets only ${pool.maxConnections} be open.`,
        field: poolAt('tcp', 'maxConnections'),
      };
    case 'connections-held':
      return {
        text: `maxConnections ${pool.maxConnections} is reached: ${requests} found no new connection to go on, and waited or were refused.`,
        field: poolAt('tcp', 'maxConnections'),
      };
    case 'retry':
      return {
        text: `${counted(count, 'retry', 'retries')}, by up to ${retries?.attempts ?? 0} for each request (retries.attempts).`,
        field: retryField(made, 'attempts'),
        byDefault: retries?.attempts ?? 0,
      };
    case 'retry-overflow':
      return pool.retryBudget
        ? {
            text: `${requests} not tried again and answered with UO: the retryBudget of ${pool.retryBudget.percent} % was used up.`,
            field: policyField(made, cluster, 'retryBudget', []),
          }
        : {
            text: `${requests} not tried again and answered with UO: maxRetries lets only ${pool.maxRetries} retries be under way.`,
            field: poolAt('http', 'maxRetries'),
          };
    case 'retry-exhausted':
      return {
        text: `${requests} failed for good (URX): all ${retries?.attempts ?? 0} retries failed as well.`,
        field: retryField(made, 'attempts'),
        byDefault: retries?.attempts ?? 0,
      };
    case 'timeout':
      return {
        text: `${requests} ended with ${named(504, 'UT')}: there was no answer within the timeout of ${timeWords(timeout)}, retries included.`,
        field: timeoutField(made),
      };
    case 'try-timeout':
      return {
        text: `${tries} cut off by perTryTimeout, after ${timeWords(retries?.perTryTimeout ?? 0)}.`,
        field: retryField(made, 'perTryTimeout'),
      };
    case 'connect-timeout':
      return {
        text: `${counted(count, 'connection', 'connections')} not there within the connectTimeout of ${timeWords(pool.connectTimeout)}: what waited for them ${unconnected}.`,
        field: poolAt('tcp', 'connectTimeout'),
        byDefault: `${pool.connectTimeout / 1000}s`,
      };
    case 'connect-refused':
      return {
        text: `${counted(count, 'connection was', 'connections were')} refused: what waited for them ${unconnected}.`,
      };
    case 'no-healthy':
      return {
        text: outlier
          ? `${requests} answered ${named(503, 'UH')}: every endpoint is ejected, as maxEjectionPercent ${outlier.maxEjectionPercent} allows, and minHealthPercent ${plan.panicThreshold} sends to none of them.`
          : `${requests} answered ${named(503, 'UH')}: there is no endpoint.`,
        ...(outlier && { field: outlierAt('minHealthPercent'), byDefault: 0 }),
      };
    case 'panic':
      return {
        text: `Fewer than ${plan.panicThreshold} % of the endpoints are healthy (minHealthPercent): ${requests} went to any of them, ejected or not.`,
        field: outlierAt('minHealthPercent'),
      };
    case 'kept':
      return {
        text: `${counted(count, 'ejection', 'ejections')} not made: maxEjectionPercent ${outlier?.maxEjectionPercent ?? 10} of ${counted(plan.hosts.length, 'endpoint', 'endpoints')} does not allow another.`,
        field: outlierAt('maxEjectionPercent'),
        byDefault: outlier?.maxEjectionPercent ?? 10,
      };
    case 'try':
      return undefined;
  }
}
