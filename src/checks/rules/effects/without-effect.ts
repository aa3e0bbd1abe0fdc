import { removing, say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, number } from '../../spot.ts';

/** The share of delayed requests as it was once written, in whole percents. */
export const delayPercent: SpecRule = ({ spec }) =>
  all(spec, 'http[].fault.delay').flatMap((delay) => {
    const old = at(delay, 'percent');
    const share = number(old);
    if (!share) return [];
    const removal = { kind: 'remove-field', path: old.path } as const;
    const path = [...delay.path, 'percentage'];
    const set = { kind: 'set-field', path, value: { value: share } } as const;
    const told = isPresent(at(delay, 'percentage'));
    return [
      say('MW1005', old, '"percent" of a delay is deprecated. Write percentage, which takes fractions too.', {
        at: 'key',
        mends: [told ? removing(old.path) : { title: 'Write it as percentage', steps: [set, removal] }],
      }),
    ];
  });

export const ignoredEgressProxy: SpecRule = ({ spec }) => {
  const proxy = at(spec, 'outboundTrafficPolicy', 'egressProxy');
  if (!isPresent(proxy)) return [];
  const what =
    'Istio no longer reads "egressProxy": calls to unknown hosts go straight out. Route them with a VirtualService and a ServiceEntry.';
  return [say('MW1005', proxy, what, { at: 'key', mends: [removing(proxy.path)] })];
};
