import { readTextMatch, textTakes } from '../../../routing/index.ts';
import type { YamlMap } from '../../../yaml/index.ts';
import { say } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, items, has } from '../../spot.ts';
import { asMap } from '../../visit.ts';

/** CORS policies of rules that take no OPTIONS request. */
export const preflights: SpecRule = ({ spec, context }) => {
  if (!has(spec, 'http[].corsPolicy')) return [];
  return all(spec, 'http[]').flatMap((rule) => {
    const [policy, match] = [at(rule, 'corsPolicy'), at(rule, 'match')];
    const matches = items(match);
    const read = (pattern: string) => context.regex(pattern) ?? { fault: 'RE2 is not there yet' };
    const takesNone = matches.every((one) => {
      const method = at(one, 'method');
      return isPresent(method) && textTakes(readTextMatch(method.value), 'OPTIONS', read) === false;
    });
    if (!isPresent(policy) || matches.length === 0 || !takesNone) return [];
    const what =
      'Browsers ask with an OPTIONS request whether they may send others, and this rule takes none, so they are never told what this policy says. Let the rule match OPTIONS too, unless another one answers.';
    const asking = new Map(
      matches.map((one) => {
        const value: YamlMap = { ...asMap(one.value), method: { exact: 'OPTIONS' } };
        return [JSON.stringify(value), value];
      }),
    );
    const steps = [...asking.values()].map((value, index) => ({
      kind: 'set-field' as const,
      path: [...match.path, matches.length + index],
      value,
    }));
    return [say('MW1116', policy, what, { at: 'key', mends: [{ title: 'Match OPTIONS as well', steps }] })];
  });
};
