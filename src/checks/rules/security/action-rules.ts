import { refuse, removing, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, isFilled, isPresent, text } from '../../spot.ts';

/** Actions that need rules, and a provider where there is none to ask. */
export const actionRules: SpecRule = ({ spec }) => {
  const action = text(at(spec, 'action')) ?? 'ALLOW';
  const [rules, provider] = [at(spec, 'rules'), at(spec, 'provider')];
  const found = [];
  if (!isFilled(rules) && (action === 'DENY' || action === 'CUSTOM')) {
    const what =
      action === 'DENY'
        ? 'A policy that denies needs rules; without any it denies nothing. To deny everything, write ALLOW without rules.'
        : 'A policy with the action CUSTOM needs rules: which requests the other service decides about.';
    const mends = [
      setting(['spec', 'rules'], [{}], action === 'DENY' ? 'Deny everything' : 'Ask about every request'),
    ];
    found.push(refuse('MW0920', isPresent(rules) ? rules : at(spec, 'action'), what, { at: 'key', mends }));
  }
  if (action !== 'CUSTOM' && isPresent(provider)) {
    const what = `A provider decides for the action CUSTOM only, and this policy has ${action}.`;
    const mends = [
      removing(provider.path),
      setting(['spec', 'action'], 'CUSTOM', 'Set the action to CUSTOM'),
    ];
    found.push(refuse('MW0921', provider, what, { at: 'key', mends }));
  }
  return found;
};
