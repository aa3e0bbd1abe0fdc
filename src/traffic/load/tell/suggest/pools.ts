import type { LoadRecorder } from '../../engine/recorder.ts';
import type { MadePlan } from '../../plan/make-plan.ts';
import { UNLIMITED } from '../../plan/policy-plans.ts';
import type { LoadSuggestion } from '../cause.ts';
import { policyField, setting } from '../field-place.ts';
import { percentWords, sum } from '../words.ts';

/** Pools that refuse more than a few. */
export function starving(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ pool, name }, cluster): LoadSuggestion[] => {
    const series = recorder.clusters[cluster];
    if (!series) return [];
    const pending = sum(series.signals['overflow-pending']);
    const requests = sum(series.signals['overflow-requests']);
    const connections = sum(series.signals['overflow-connections']);
    const share = (pending + requests + connections) / Math.max(1, recorder.sentInAll);
    if (share < 0.01) return [];
    const byConnections =
      connections > 0 ||
      (!pool.http2 && pool.maxConnections < UNLIMITED && sum(series.signals['connections-held']) > 0);
    const [field, limit] =
      requests > pending
        ? (['http2MaxRequests', pool.maxRequests] as const)
        : byConnections
          ? (['maxConnections', pool.maxConnections] as const)
          : (['http1MaxPendingRequests', pool.maxPending] as const);
    const at = policyField(made, cluster, 'connectionPool', [
      field === 'maxConnections' ? 'tcp' : 'http',
      field,
    ]);
    return [
      {
        kind: 'pool-starves',
        text: `${percentWords(share)} of ${made.plan.tcp ? 'the connections' : 'the requests'} to ${name} were refused because of ${field} ${limit}. If the destination can take them, let more through.`,
        ...at.place,
        ...setting(at, limit * 2),
      },
    ];
  });
}
