import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent } from '../../spot.ts';

/** An outbound policy whose mode is left to its default, which is the strict one. */
export const outboundMode: SpecRule = ({ spec }) => {
  const policy = at(spec, 'outboundTrafficPolicy');
  if (!isPresent(policy) || isFilled(at(policy, 'mode'))) return [];
  const path = [...policy.path, 'mode'];
  const what =
    'Without a mode this means REGISTRY_ONLY: calls to hosts that nothing defines fail. Say which is meant.';
  return [
    say('MW1006', policy, what, {
      at: 'key',
      mends: [
        setting(path, 'REGISTRY_ONLY', 'Say REGISTRY_ONLY'),
        setting(path, 'ALLOW_ANY', 'Allow any host'),
      ],
    }),
  ];
};
