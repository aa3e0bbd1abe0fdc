import type { YamlMap } from '../../../yaml/index.ts';
import type { Finding } from '../../finding.ts';
import { say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, items, type Spot } from '../../spot.ts';
import { asMap } from '../../visit.ts';
import { listOf } from '../../words.ts';

/** Matches of a rule that each ask about one other thing: people who write that often want all of it together. */
export const andAsOr: SpecRule = ({ spec }) => all(spec, 'http[]').flatMap(together);

const conditionsOf = (match: Spot): YamlMap =>
  Object.fromEntries(
    Object.entries(asMap(match.value) ?? {}).filter(
      ([field, value]) => field !== 'name' && field !== 'statPrefix' && value !== null,
    ),
  );

function together(rule: Spot): readonly Finding[] {
  const match = at(rule, 'match');
  if (!Array.isArray(match.value) || match.value.length < 2) return [];
  const asked = items(match).map(conditionsOf);
  const fields = asked.flatMap((one) => Object.keys(one));
  const oneEach = asked.every((one) => Object.keys(one).length === 1);
  if (!oneEach || new Set(fields).size < fields.length) return [];
  const what = `Requests fit this rule that meet one of its matches: ${listOf(fields.map((field) => `only the ${WORDS[field] ?? field}`))} is enough. If all of it is to hold together, it belongs into one item, without the dash.`;
  return [
    say('MW1102', match, what, {
      at: 'key',
      mends: [setting(match.path, [Object.assign({}, ...asked) as YamlMap], 'Ask for all of it together')],
    }),
  ];
}

const WORDS: Readonly<Record<string, string>> = {
  uri: 'path',
  withoutHeaders: 'lack of the header',
  headers: 'header',
  queryParams: 'query parameter',
  sourceLabels: "caller's labels",
  sourceNamespace: "caller's namespace",
  gateways: 'gateway',
};
