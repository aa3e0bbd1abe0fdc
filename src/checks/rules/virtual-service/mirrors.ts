import type { Finding } from '../../finding.ts';
import { refuse, removing } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isFilled, isPresent, has, type Spot } from '../../spot.ts';

/** Copies of requests: by the old field or by the new one, not by both. */
export const mirrors: SpecRule = ({ spec }) =>
  has(spec, 'http[].mirrors') ? all(spec, 'http[]').flatMap(bothWays) : [];

function bothWays(rule: Spot): readonly Finding[] {
  const one = at(rule, 'mirror');
  const several = at(rule, 'mirrors');
  if (!isPresent(one) || !isFilled(several)) return [];
  const what = '"mirror" and "mirrors" cannot stand side by side. Add the first to the list of the second.';
  const mends = [removing(one.path), removing(several.path)];
  const list = several.value;
  if (Array.isArray(list)) {
    mends.unshift({
      title: 'Move it into mirrors',
      steps: [
        { kind: 'set-field', path: [...several.path, list.length], value: { destination: one.value } },
        { kind: 'remove-field', path: one.path },
      ],
    });
  }
  return [refuse('MW0425', one, what, { at: 'key', mends })];
}
