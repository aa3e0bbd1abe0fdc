import type { LoadRecorder } from '../engine/recorder.ts';
import type { MadePlan } from '../plan/make-plan.ts';
import { UNLIMITED } from '../plan/policy-plans.ts';
import type { LoadSuggestion } from './cause.ts';
import { policyPlace, retryPlace, timeoutPlace } from './field-place.ts';
import { counted, percentWords, timeWords } from './words.ts';

const sum = (counts: Uint32Array): number => counts.reduce((total, count) => total + count, 0);

/** What a run shows that could be set better, the gravest first. */
export const suggestionsOf = (made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] => [
  ...ejectionsThatCannotBe(made, recorder),
  ...patience(made),
  ...starving(made, recorder),
  ...amplifying(made, recorder),
];

/** Outlier detection that found someone, and could not eject anybody. */
function ejectionsThatCannotBe(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ hosts, outlier }, cluster): LoadSuggestion[] => {
    if (!outlier || !hosts.length || 100 / hosts.length <= outlier.maxEjectionPercent) return [];
    const place = policyPlace(made.policies[cluster]?.policy, 'outlierDetection', ['maxEjectionPercent']);
    const kept = sum(recorder.clusters[cluster]?.signals.kept ?? new Uint32Array(0));
    const meant = kept ? ` ${counted(kept, 'time', 'times')} in this run one was due.` : '';
    const percent = Math.ceil(100 / hosts.length);
    const only = `maxEjectionPercent ${outlier.maxEjectionPercent} of ${counted(hosts.length, 'endpoint', 'endpoints')} is less than one: none is ever ejected.${meant}`;
    if (hosts.length === 1)
      return [
        {
          kind: 'ejection-inert',
          text: `${only} With one endpoint there is nobody else to send to: without it, all requests would be answered 503 UH.`,
          ...place,
        },
      ];
    const path = made.policies[cluster]?.policy.outlierDetection;
    return [
      {
        kind: 'ejection-inert',
        text: only,
        ...place,
        ...(path && {
          fix: {
            title: `Set maxEjectionPercent to ${percent}`,
            resource: path.resource.id,
            path: [...path.path, 'maxEjectionPercent'],
            value: percent,
          },
        }),
      },
    ];
  });
}

/** Timeouts that do not let retries happen. */
function patience(made: MadePlan): readonly LoadSuggestion[] {
  const { retries, timeout } = made.plan;
  if (!retries || retries.perTryTimeout === Infinity) return [];
  const place = retryPlace(made, 'perTryTimeout');
  const found: LoadSuggestion[] = [];
  const fits = Math.floor(timeout / (retries.attempts + 1));
  if (timeout < Infinity && retries.perTryTimeout * (retries.attempts + 1) > timeout) {
    const none = retries.perTryTimeout >= timeout;
    found.push({
      kind: 'timeout-fights-retries',
      text: none
        ? `perTryTimeout ${timeWords(retries.perTryTimeout)} is not less than the timeout of ${timeWords(timeout)}: a try that hangs uses up all of the time, and is never tried again.`
        : `${retries.attempts + 1} tries of ${timeWords(retries.perTryTimeout)} do not fit into the timeout of ${timeWords(timeout)}: the last of them are cut off.`,
      ...(place.resource === undefined ? timeoutPlace(made) : place),
      ...(place.resource !== undefined && {
        fix: {
          title: `Set perTryTimeout to ${fits}ms`,
          resource: place.resource,
          path: place.path ?? [],
          value: `${fits}ms`,
        },
      }),
    });
  }
  if (!['5xx', 'gateway-error', 'reset'].some((word) => retries.on.has(word))) {
    const on = retryPlace(made, 'retryOn');
    const words = [...retries.on].filter((word) => word !== 'retriable-status-codes' || retries.codes.size);
    const value = ['reset', ...words, ...retries.codes].join(',');
    found.push({
      kind: 'try-timeout-not-retried',
      text: 'A try that perTryTimeout cuts off is not tried again: retryOn has neither reset, gateway-error nor 5xx. It ends with 504.',
      ...on,
      ...(on.resource !== undefined && {
        fix: { title: 'Add reset to retryOn', resource: on.resource, path: on.path ?? [], value },
      }),
    });
  }
  return found;
}

/** Pools that refuse more than a few. */
function starving(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ pool, name }, cluster): LoadSuggestion[] => {
    const series = recorder.clusters[cluster];
    const written = made.policies[cluster]?.policy.connectionPool;
    if (!series || !written) return [];
    const pending = sum(series.signals['overflow-pending']);
    const requests = sum(series.signals['overflow-requests']);
    const share = (pending + requests) / Math.max(1, recorder.sentInAll);
    if (share < 0.01) return [];
    const byConnections =
      !pool.http2 && pool.maxConnections < UNLIMITED && sum(series.signals['connections-held']) > 0;
    const [field, limit] =
      requests > pending
        ? (['http2MaxRequests', pool.maxRequests] as const)
        : byConnections
          ? (['maxConnections', pool.maxConnections] as const)
          : (['http1MaxPendingRequests', pool.maxPending] as const);
    const path = [field === 'maxConnections' ? 'tcp' : 'http', field];
    return [
      {
        kind: 'pool-starves',
        text: `${percentWords(share)} of the requests to ${name} were refused because of ${field} ${limit}. If the destination can take them, let more through.`,
        ...policyPlace(made.policies[cluster]?.policy, 'connectionPool', path),
        fix: {
          title: `Set ${field} to ${limit * 2}`,
          resource: written.resource.id,
          path: [...written.path, ...path],
          value: limit * 2,
        },
      },
    ];
  });
}

/** Retries that make much more of the load when the destination can take it least. */
function amplifying(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ pool, name }, cluster): LoadSuggestion[] => {
    const { signals, copies } = recorder.clusters[cluster] ?? {};
    if (!signals || !copies) return [];
    const first = sum(signals.try) - sum(signals.retry) - sum(copies);
    const worst = Math.max(
      ...signals.try.map((tries, slice) => {
        const retried = signals.retry[slice] ?? 0;
        return tries - retried >= 5 ? (100 * tries) / (tries - retried) : 0;
      }),
    );
    if (first <= 0 || worst < 150) return [];
    const written = made.policies[cluster]?.policy.connectionPool;
    const capped = pool.maxRetries < UNLIMITED || pool.retryBudget !== null;
    return [
      {
        kind: 'retries-amplify',
        text: `Retries make up to ${Math.round(worst / 10) / 10} tries of each request to ${name}, just when it fails.${capped ? '' : ' Nothing limits them: Istio sets maxRetries to 4294967295, where Envoy by itself has 3.'}`,
        ...retryPlace(made, 'attempts'),
        ...(written &&
          !capped && {
            fix: {
              title: 'Set maxRetries to 3',
              resource: written.resource.id,
              path: [...written.path, 'http', 'maxRetries'],
              value: 3,
            },
          }),
      },
    ];
  });
}
