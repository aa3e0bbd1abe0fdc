import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, entries, isFilled, has } from '../../spot.ts';
import { isAuthority } from '../../values/header.ts';

/** The Host header of the request, which a rule may change in one place only. */
export const authorityOnce: SpecRule = ({ spec }) => {
  if (!has(spec, 'http[].headers.request')) return [];
  return all(spec, 'http[]').flatMap((rule) => {
    const places = [
      at(rule, 'rewrite', 'authority'),
      ...['set', 'add'].flatMap((operation) =>
        entries(at(rule, 'headers', 'request', operation)).filter(({ key }) => isAuthority(key)),
      ),
    ];
    const [first, ...others] = places.filter(isFilled);
    if (!first) return [];
    return others.map((spot) => {
      const what =
        'The host of the request is changed twice in this rule, by a rewrite or a header. Keep one of them.';
      return refuse('MW0417', spot, what, { at: 'key', mends: [removing(spot.path, 'Remove this one')] });
    });
  });
};
