import type { LoadRecorder } from '../../engine/recorder.ts';
import type { MadePlan } from '../../plan/make-plan.ts';
import type { LoadSuggestion } from '../cause.ts';
import { policyField, setting } from '../field-place.ts';
import { counted, sum } from '../words.ts';

/** Outlier detection that found someone, and could not eject anybody. */
export function ejectionsThatCannotBe(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ hosts, outlier }, cluster): LoadSuggestion[] => {
    if (!outlier || !hosts.length || 100 / hosts.length <= outlier.maxEjectionPercent) return [];
    const field = policyField(made, cluster, 'outlierDetection', ['maxEjectionPercent']);
    const kept = sum(recorder.clusters[cluster]?.signals.kept ?? []);
    const meant = kept ? ` ${counted(kept, 'time', 'times')} in this run one was due.` : '';
    const percent = Math.ceil(100 / hosts.length);
    const byDefault = field.isDefault ? ', the default,' : '';
    const only = `maxEjectionPercent ${outlier.maxEjectionPercent}${byDefault} of ${counted(hosts.length, 'endpoint', 'endpoints')} is less than one: none is ever ejected.${meant}`;
    const alone =
      ' With one endpoint there is nobody else to send to: with 100 all requests are answered 503 UH at once while it is out.';
    return [
      {
        kind: 'ejection-inert',
        text: hosts.length === 1 ? only + alone : only,
        ...field.place,
        ...setting(field, percent),
      },
    ];
  });
}

/** Outlier detection that ejects somebody, and has to keep others that are due, though there is still somebody else to send to. */
export function ejectionsKept(made: MadePlan, recorder: LoadRecorder): readonly LoadSuggestion[] {
  return made.plan.clusters.flatMap(({ hosts, outlier }, cluster): LoadSuggestion[] => {
    const kept = sum(recorder.clusters[cluster]?.signals.kept ?? []);
    if (!outlier || !kept) return [];
    const most = Math.floor((hosts.length * outlier.maxEjectionPercent) / 100);
    if (most < 1 || most + 1 >= hosts.length) return [];
    const field = policyField(made, cluster, 'outlierDetection', ['maxEjectionPercent']);
    return [
      {
        kind: 'ejection-kept',
        text: `maxEjectionPercent ${outlier.maxEjectionPercent}${field.isDefault ? ', the default,' : ''} lets ${most} of ${hosts.length} endpoints be out at once. ${counted(kept, 'time', 'times')} in this run another was due, and went on getting requests.`,
        ...field.place,
        ...setting(field, Math.ceil((100 * (most + 1)) / hosts.length)),
      },
    ];
  });
}
