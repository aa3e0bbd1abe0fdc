import type { LoadRecorder } from '../../engine/recorder.ts';
import type { MadePlan } from '../../plan/make-plan.ts';
import { retriesStatus } from '../../engine/retry-on.ts';
import { UNLIMITED } from '../../plan/policy-plans.ts';
import type { LoadSuggestion } from '../cause.ts';
import { policyField, retryField, setting } from '../field-place.ts';
import { counted, sum } from '../words.ts';

/** Retries that make much more of the load when the destination can take it least. */
export function amplifying(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
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
    const field = policyField(made, cluster, 'connectionPool', ['http', 'maxRetries']);
    const capped = pool.maxRetries < UNLIMITED || pool.retryBudget !== null;
    return [
      {
        kind: 'retries-amplify',
        text: `Retries make up to ${Math.round(worst / 10) / 10} tries of each request to ${name}, just when it fails.${capped ? '' : ' Nothing limits them: Istio sets maxRetries to 4294967295, where Envoy by itself has 3.'}`,
        ...retryField(made, 'attempts').place,
        ...(!capped && setting(field, 3)),
      },
    ];
  });
}

/** Errors that retries could have kept from the caller, as somebody else answers well, and that the conditions leave out. */
export function notTriedAgain(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  const { retries, clusters } = made.plan;
  if (!retries || clusters.length !== 1) return [];
  const found = [...recorder.answers]
    .filter(([answer]) => /^5\d\d( DI)?$/.test(answer) && !retriesStatus(retries, Number(answer.slice(0, 3))))
    .map(([answer, counts]) => ({ status: answer.slice(0, 3), count: sum(counts) }));
  const count = found.reduce((total, each) => total + each.count, 0);
  const statuses = [...new Set(found.map(({ status }) => status))];
  const others = recorder.clusters[0]?.hosts.some(({ sent, failed }) => sum(sent) > 0 && !sum(failed));
  if (!others || count < recorder.sentInAll / 100) return [];
  const field = retryField(made, 'retryOn', made.retries !== undefined);
  const words = [...retries.on].filter((word) => word !== 'retriable-status-codes');
  return [
    {
      kind: 'errors-not-retried',
      text: `${counted(count, 'request', 'requests')} ended with ${statuses.join(' or ')} and were not tried again, while other endpoints answered well: retryOn${field.isDefault ? ', by default,' : ''} has only ${words.join(', ')}. Add it where doing a request twice does no harm.`,
      ...field.place,
      ...setting(
        field,
        [...words, ...retries.codes, ...statuses].join(','),
        `Add ${statuses.join(' and ')} to retryOn`,
      ),
    },
  ];
}
