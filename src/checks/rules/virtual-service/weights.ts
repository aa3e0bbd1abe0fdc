import type { Finding } from '../../finding.ts';
import { refuse } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, isPresent, items, number, type Spot } from '../../spot.ts';
import { ROUTES } from './route-places.ts';

/** Several destinations without any weight among them; a single one needs none. */
export const weights: SpecRule = ({ spec }) => all(spec, ROUTES).flatMap(noWeight);

function noWeight(route: Spot): readonly Finding[] {
  if (!Array.isArray(route.value) || route.value.length < 2) return [];
  const shares = items(route).map((destination) => number(at(destination, 'weight')) ?? 0);
  if (!items(route).every(isPresent) || shares.some((share) => share !== 0)) return [];
  const what = `None of the ${String(shares.length)} destinations has a weight, so nobody would get any traffic.`;
  const each = Math.floor(100 / shares.length);
  const steps = shares.map((_, index) => ({
    kind: 'set-field' as const,
    path: [...route.path, index, 'weight'],
    value: index === 0 ? 100 - each * (shares.length - 1) : each,
  }));
  return [
    refuse('MW0440', route, what, { at: 'key', mends: [{ title: 'Share the traffic evenly', steps }] }),
  ];
}
