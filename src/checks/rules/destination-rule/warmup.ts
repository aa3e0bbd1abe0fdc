import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, number } from '../../spot.ts';
import { policyParts } from './policies.ts';

/** How fast new endpoints warm up. Of the duration and the share the schema speaks. */
export const warmup: SpecRule = ({ spec }) =>
  policyParts(spec, 'loadBalancer').flatMap((balancer) => {
    const aggression = at(balancer, 'warmup', 'aggression');
    if (number(aggression) !== 0) return [];
    const what = '"aggression" must be more than 0; 1 is a straight line, and more is faster at the end.';
    return [refuse('MW0519', aggression, what, { mends: [removing(aggression.path)] })];
  });
