import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, text, texts, type Spot } from '../../spot.ts';
import { quote } from '../../words.ts';

/** A policy by which another service decides: which one, and about what the proxy can know before it asks. */
export const customAction: SpecRule = ({ spec }) =>
  text(at(spec, 'action')) === 'CUSTOM' ? [...provider(spec), ...sources(spec), ...keys(spec)] : [];

function provider(spec: Spot): readonly Finding[] {
  const spot = at(spec, 'provider');
  if (isFilled(at(spot, 'name'))) return [];
  const what = 'The action CUSTOM needs "provider.name": who decides, by a name from the mesh\'s settings.';
  return [refuse('MW0922', isPresent(spot) ? spot : at(spec, 'action'), what, { at: 'key' })];
}

const unknown = ['namespaces', 'serviceAccounts', 'trustDomains', 'principals', 'requestPrincipals'].flatMap(
  (name) => [name, `not${name.charAt(0).toUpperCase()}${name.slice(1)}`],
);

const sources = (spec: Spot): readonly Finding[] =>
  all(spec, 'rules[].from[].source').flatMap((source) =>
    unknown
      .map((name) => at(source, name))
      .filter(isFilled)
      .map((spot) => {
        const what = `CUSTOM rules are looked at before the caller is known, so "${String(spot.path.at(-1))}" cannot stand here.`;
        return refuse('MW0923', spot, what, { at: 'key', mends: [removing(spot.path)] });
      }),
  );

const unknownKeys = /^(?:source\.(?:namespace|serviceAccount|trustDomain|principal)$|request\.auth\.)/;

const keys = (spec: Spot): readonly Finding[] =>
  texts(all(spec, 'rules[].when[].key'))
    .filter(({ value }) => unknownKeys.test(value))
    .map((spot) => {
      const what = `CUSTOM rules are looked at before the caller is known, so the condition ${quote(spot.value)} cannot stand here.`;
      return refuse('MW0923', spot, what, {
        mends: [removing(spot.path.slice(0, -1), 'Remove the condition')],
      });
    });
