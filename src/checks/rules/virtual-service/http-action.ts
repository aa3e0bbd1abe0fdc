import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, has, type Spot } from '../../spot.ts';

/** What a rule that answers by itself cannot have beside the answer. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  redirect: ['route', 'fault', 'rewrite', 'directResponse'],
  directResponse: ['route', 'fault', 'rewrite'],
};

/** A rule that both answers by itself and does something to requests that it would have to forward. */
export const httpAction: SpecRule = ({ spec }) => {
  if (!has(spec, 'http[].redirect', 'http[].directResponse')) return [];
  return all(spec, 'http[]').flatMap((rule) => {
    // A rule that delegates is judged by `delegate.ts`.
    if (isPresent(at(rule, 'delegate')) && isFilled(at(spec, 'hosts'))) return [];
    const answer = ['redirect', 'directResponse'].find((way) => isPresent(at(rule, way)));
    return answer === undefined ? [] : conflicts(rule, answer);
  });
};

function conflicts(rule: Spot, answer: string): readonly Finding[] {
  return (excluded[answer] ?? [])
    .map((name) => at(rule, name))
    .filter((spot) => (spot.path.at(-1) === 'route' ? isFilled(spot) : isPresent(spot)))
    .map((spot) => {
      const name = String(spot.path.at(-1));
      const what = `A rule with a ${answer} answers by itself and forwards nothing, so it cannot have "${name}" too.`;
      const mends = [removing(spot.path), removing([...rule.path, answer])];
      return refuse('MW0409', spot, what, { at: 'key', mends });
    });
}
