import { parseDuration } from '../../../istio/index.ts';
import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, number, text, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';
import { policyParts } from './policies.ts';

/** How fast new endpoints warm up. Of the duration and the share the schema speaks. */
export const warmup: SpecRule = ({ spec }) =>
  policyParts(spec, 'loadBalancer').flatMap((balancer) => [
    ...steepness(at(balancer, 'warmup', 'aggression')),
    ...oldDuration(at(balancer, 'warmupDurationSecs')),
  ]);

function steepness(aggression: Spot): readonly Finding[] {
  if (number(aggression) !== 0) return [];
  const what = '"aggression" must be more than 0; 1 is a straight line, and more is faster at the end.';
  return [refuse('MW0519', aggression, what, { mends: [removing(aggression.path)] })];
}

/** The API server wants a millisecond at least, as of other durations; how fine it is istiod does not look at here. */
function oldDuration(spot: Spot): readonly Finding[] {
  const written = text(spot);
  const length = written === undefined ? undefined : parseDuration(written);
  if (!length || length.nanoseconds >= 1_000_000n) return [];
  const what = `${quote(written!)} is too short: "warmupDurationSecs" must be at least 1ms.`;
  return [refuse('MW0214', spot, what, { mends: [removing(spot.path)] })];
}
