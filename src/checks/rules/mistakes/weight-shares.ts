import type { Finding } from '../../finding.ts';
import { removing, say, setting } from '../../say.ts';
import type { SpecRule } from '../../spec-rule.ts';
import { all, at, items, number, type Spot } from '../../spot.ts';
import { ROUTES } from '../virtual-service/route-places.ts';

/** Weights that are not percentages, and destinations that get nothing. */
export const weightShares: SpecRule = ({ spec }) => all(spec, ROUTES).flatMap(shares);

function shares(route: Spot): readonly Finding[] {
  if (!Array.isArray(route.value) || route.value.length < 2) return [];
  const weights = items(route).map((item) => number(at(item, 'weight')) ?? 0);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum <= 0 || weights.some((weight) => weight < 0)) return [];
  return [
    ...(sum === 100 ? [] : [notAHundred(route, weights, sum)]),
    ...weights.flatMap((weight, index) => nothing(route, weight, index)),
  ];
}

function notAHundred(route: Spot, weights: readonly number[], sum: number): Finding {
  const each = weights.map((weight) => `${String(Math.round((weight / sum) * 1000) / 10)} %`);
  const what = `The weights add up to ${String(sum)}, and are shares of that: ${each.join(', ')}.`;
  const scaled = hundredths(weights, sum);
  const steps = scaled.map((value, index) => ({
    kind: 'set-field' as const,
    path: [...route.path, index, 'weight'],
    value,
  }));
  return say('MW1113', route, what, {
    at: 'key',
    mends: [{ title: `Write percentages: ${scaled.join(', ')}`, steps }],
  });
}

/** The same shares in whole percents: what rounding leaves goes to those it took most from. */
function hundredths(weights: readonly number[], sum: number): readonly number[] {
  const exact = weights.map((weight) => (weight / sum) * 100);
  const floors = exact.map(Math.floor);
  const left = 100 - floors.reduce((total, one) => total + one, 0);
  const most = exact
    .map((share, index) => ({ index, lost: share - Math.floor(share) }))
    .sort((a, b) => b.lost - a.lost)
    .slice(0, left)
    .map(({ index }) => index);
  return floors.map((share, index) => share + Number(most.includes(index)));
}

function nothing(route: Spot, weight: number, index: number): readonly Finding[] {
  if (weight !== 0) return [];
  const item = [...route.path, index];
  const what = 'This destination has no weight, and others have: it gets no request.';
  return [
    say('MW1114', { path: item }, what, {
      at: 'key',
      mends: [
        setting([...item, 'weight'], 1, 'Give it a weight of 1'),
        removing(item, 'Remove the destination'),
      ],
    }),
  ];
}
