import type { LoadRecorder } from '../../engine/recorder.ts';
import type { MadePlan } from '../../plan/make-plan.ts';
import type { LoadSuggestion } from '../cause.ts';
import { retryField, setting, timeoutField } from '../field-place.ts';
import { counted, sum, timeWords } from '../words.ts';

/** Timeouts that do not let retries happen. */
export function patience(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  const { retries, timeout } = made.plan;
  if (!retries || retries.perTryTimeout === Infinity) return withoutPatience(made, recorder);
  const field = retryField(made, 'perTryTimeout');
  const found: LoadSuggestion[] = [];
  const fits = Math.floor(timeout / (retries.attempts + 1));
  if (timeout < Infinity && retries.perTryTimeout * (retries.attempts + 1) > timeout) {
    const none = retries.perTryTimeout >= timeout;
    found.push({
      kind: 'timeout-fights-retries',
      text: none
        ? `perTryTimeout ${timeWords(retries.perTryTimeout)} is not less than the timeout of ${timeWords(timeout)}: a try that hangs uses up all of the time, and is never tried again.`
        : `${retries.attempts + 1} tries of ${timeWords(retries.perTryTimeout)} do not fit into the timeout of ${timeWords(timeout)}: the last of them are cut off.`,
      ...(field.place.resource === undefined ? timeoutField(made).place : field.place),
      ...setting(field, `${fits}ms`),
    });
  }
  if (!['5xx', 'gateway-error', 'reset'].some((word) => retries.on.has(word))) {
    const on = retryField(made, 'retryOn');
    const words = [...retries.on].filter((word) => word !== 'retriable-status-codes' || retries.codes.size);
    const value = ['reset', ...words, ...retries.codes].join(',');
    found.push({
      kind: 'try-timeout-not-retried',
      text: 'A try that perTryTimeout cuts off is not tried again: retryOn has neither reset, gateway-error nor 5xx. It ends with 504.',
      ...on.place,
      ...setting(on, value, 'Add reset to retryOn'),
    });
  }
  return found;
}

const HANG: ReadonlySet<string | undefined> = new Set(['hangs', 'unreachable']);

/** Nothing cuts a single try off: what a try that hangs costs. */
function withoutPatience(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  const { retries, timeout, clusters, tcp } = made.plan;
  if (tcp) return [];
  const late = clusters.reduce(
    (total, _, index) => total + sum(recorder.clusters[index]?.signals.timeout ?? []),
    0,
  );
  if (retries && timeout < Infinity && late > recorder.sentInAll / 100) {
    const field = retryField(made, 'perTryTimeout', false);
    const fits = Math.max(1, Math.floor(timeout / (retries.attempts + 1)));
    return [
      {
        kind: 'no-try-timeout',
        text: `${counted(late, 'request', 'requests')} waited for one endpoint until the timeout of ${timeWords(timeout)} was over: no perTryTimeout is set, so that no other was tried. With one, retryOn needs reset, gateway-error or 5xx as well.`,
        ...field.place,
        ...setting(field, `${fits}ms`),
      },
    ];
  }
  const left = recorder.sentInAll - recorder.endedInAll;
  const hangs = clusters.some(({ hosts }) =>
    hosts.some(({ behaviour }) => behaviour.script.some(({ does }) => HANG.has(does))),
  );
  if (timeout < Infinity || !hangs || left < recorder.sentInAll / 50) return [];
  const field = timeoutField(made);
  return [
    {
      kind: 'no-timeout',
      text: `${counted(left, 'request is', 'requests are')} still waiting at the end: an endpoint that hangs is waited for without end, as Istio sets no timeout by itself. Outlier detection does not see it either, as long as nothing fails.`,
      ...field.place,
      ...setting(field, '5s'),
    },
  ];
}
