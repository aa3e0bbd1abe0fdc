import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled } from '../../spot.ts';
import { policyParts } from './policies.ts';

/** A limit for local failures, which counts only where they are counted apart. */
export const outlierDetection: SpecRule = ({ spec }) =>
  policyParts(spec, 'outlierDetection').flatMap((outlier) => {
    const limit = at(outlier, 'consecutiveLocalOriginFailures');
    if (!isFilled(limit) || at(outlier, 'splitExternalLocalOriginErrors').value === true) return [];
    const what =
      '"consecutiveLocalOriginFailures" counts only when local failures are counted apart, by "splitExternalLocalOriginErrors: true".';
    const mends = [
      setting([...outlier.path, 'splitExternalLocalOriginErrors'], true, 'Count local failures apart'),
      removing(limit.path),
    ];
    return [refuse('MW0505', limit, what, { at: 'key', mends })];
  });
