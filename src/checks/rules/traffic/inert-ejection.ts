import { selectorOf, type Resource } from '../../../istio/index.ts';
import type { LinkedRule } from '../../linked/linked-rule.ts';
import { say, setting } from '../../say.ts';
import { at, number } from '../../spot.ts';
import { policyParts } from '../destination-rule/policies.ts';
import { endpointsIn, isLookedUp, resolutionOf } from './entry-facts.ts';
import { entriesBehind } from './entry-definers.ts';

/** What Envoy takes where nothing is said. */
const DEFAULT_PERCENT = 10;

/** Outlier detection that may eject less than one endpoint. */
export const inertEjection: LinkedRule = (subject) => {
  const detections = policyParts(subject.spec, 'outlierDetection');
  if (!detections.length) return [];
  const counts = entriesBehind(subject).map(countOf);
  const most = Math.max(0, ...counts.map((count) => count?.endpoints ?? Infinity));
  if (!counts.length || most === 0 || most === Infinity) return [];
  const byName = counts.some((count) => count?.byName);
  return detections.flatMap((detection) => {
    const percent = number(at(detection, 'maxEjectionPercent')) ?? DEFAULT_PERCENT;
    // One more is ejected only if those that are out then are no larger a share than this.
    if ((1 / most) * 100 <= percent) return [];
    const has = most === 1 ? 'one endpoint' : `${String(most)} endpoints`;
    const sure = byName ? `, as long as each name has one address` : '';
    const what = `The host has ${has}${sure}, and at most ${String(percent)} % of them may be ejected, which is less than one: nothing is ever ejected.`;
    const path = [...detection.path, 'maxEjectionPercent'];
    return [
      say('MW3209', detection, what, {
        at: 'key',
        mends: [setting(path, 100, 'Allow to eject all: maxEjectionPercent 100')],
      }),
    ];
  });
};

/** How many endpoints an entry has; undefined where nobody can say. */
function countOf(entry: Resource): { readonly endpoints: number; readonly byName: boolean } | undefined {
  if (selectorOf(entry)) return undefined;
  const { length } = endpointsIn(entry);
  if (isLookedUp(entry)) return { endpoints: Math.max(1, length), byName: resolutionOf(entry) === 'DNS' };
  return resolutionOf(entry) === 'STATIC' && length ? { endpoints: length, byName: false } : undefined;
}
