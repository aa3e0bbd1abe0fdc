import { scaled } from '../../../operations/index.ts';

/**
 * The shares after one of them is set, the others giving or taking in proportion, so that the total stays.
 * Whole numbers; `share` is held between 0 and the total. With nothing to take from, the others share alike.
 */
export function redistribute(weights: readonly number[], index: number, share: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length < 2 || index < 0 || index >= weights.length) return weights;
  const mine = Math.max(0, Math.min(total, Math.round(share)));
  const others = weights.filter((_, other) => other !== index).map(notNegative);
  return scaled(others, total - mine).toSpliced(index, 0, mine);
}

/** The same proportions with another total: whole numbers, the largest remainders rounded up, earlier ones first. */
export function scaleTo(weights: readonly number[], total: number): readonly number[] {
  return scaled(weights.map(notNegative), total);
}

const notNegative = (weight: number) => Math.max(0, weight);
