import type { Finding } from '../../finding.ts';
import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { at, entries, isPresent, items, type Spot } from '../../spot.ts';
import { ruleName } from '../virtual-service/rule-name.ts';

const ACTIONS = ['route', 'redirect', 'directResponse', 'delegate'] as const;

const leads = (rule: Spot): boolean => ACTIONS.some((action) => isPresent(at(rule, action)));

/** A rule that asks and leads nowhere, and behind it one that leads somewhere and asks nothing. */
export const ruleInTwo: SpecRule = ({ spec }) => {
  const rules = items(at(spec, 'http'));
  return rules.flatMap((rule, index) => {
    const next = rules[index + 1];
    if (!next || !isPresent(at(rule, 'match')) || leads(rule)) return [];
    return isPresent(at(next, 'match')) || !leads(next) ? [] : [torn(rule, next)];
  });
};

function torn(rule: Spot, next: Spot): Finding {
  const what = `${ruleName(rule)} asks and leads nowhere, and ${ruleName(next, 'middle')} leads somewhere and asks nothing: a dash too many makes two rules of one. As it is, the second takes every request.`;
  const kept = entries(next).filter(({ key }) => !isPresent(at(rule, key)));
  return say('MW1103', next, what, {
    at: 'key',
    mends: [
      {
        title: 'Make one rule of the two',
        steps: [
          ...kept.map(({ key, value }) => ({ kind: 'set-field' as const, path: [...rule.path, key], value })),
          { kind: 'remove-field', path: next.path },
        ],
      },
    ],
  });
}
