import { asNumber, member } from '../istio/index.ts';
import type { YamlValue } from '../yaml/index.ts';

/** The weights of a rule's destinations, as Istio reads them: one alone takes everything, among several none written is 0. */
export function weightsOf(routes: readonly YamlValue[]): readonly number[] {
  if (routes.length === 1) return [asNumber(member(routes[0], 'weight')) || 100];
  return routes.map((route) => asNumber(member(route, 'weight')) ?? 0);
}

/** Weights for one destination more: it gets an even share, the others keep their proportions, the total stays. */
export function withOneMore(weights: readonly number[]): readonly number[] {
  const total = sum(weights) || 100;
  const share = Math.floor(total / (weights.length + 1));
  return [...scaled(weights, total - share), share];
}

/** Weights without the one at `index`: the others keep their proportions and take over its share. */
export function without(weights: readonly number[], index: number): readonly number[] {
  const rest = weights.filter((_, at) => at !== index);
  return scaled(rest, sum(weights));
}

/** Whole numbers in the same proportions that add up to `total`; what rounding leaves over goes to the largest remainders. */
export function scaled(weights: readonly number[], total: number): readonly number[] {
  const before = sum(weights);
  const exact = weights.map((weight) => (before === 0 ? total / weights.length : (weight * total) / before));
  const whole = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const rounded = new Set(byRemainder.slice(0, total - sum(whole)).map(({ index }) => index));
  return whole.map((weight, index) => (rounded.has(index) ? weight + 1 : weight));
}

/**
 * Weights after one of them is set: the others give or take in proportion, so that the total stays. The one that is set is
 * held between 0 and the total; where the others have nothing, they share alike.
 */
export function redistribute(weights: readonly number[], index: number, weight: number): readonly number[] {
  if (weights.length < 2 || index < 0 || index >= weights.length) return weights;
  const total = sum(weights);
  const mine = Math.max(0, Math.min(total, Math.round(weight)));
  const others = weights.filter((_, at) => at !== index).map((each) => Math.max(0, each));
  return scaled(others, total - mine).toSpliced(index, 0, mine);
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, number) => all + number, 0);
