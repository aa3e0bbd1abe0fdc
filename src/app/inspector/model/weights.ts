/**
 * The shares after one of them is set, the others giving or taking in proportion, so that the total stays.
 * Whole numbers; `share` is held between 0 and the total. With nothing to take from, the others share alike.
 */
export function redistribute(weights: readonly number[], index: number, share: number): readonly number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length < 2 || index < 0 || index >= weights.length) return weights;
  const mine = Math.max(0, Math.min(total, Math.round(share)));
  const others = weights.map((weight, other) => (other === index ? 0 : Math.max(0, weight)));
  const parts = proportionally(others, total - mine, index);
  return parts.map((part, other) => (other === index ? mine : part));
}

/** The same proportions with another total: whole numbers, the largest remainders rounded up, earlier ones first. */
export function scaleTo(weights: readonly number[], total: number): readonly number[] {
  return proportionally(
    weights.map((weight) => Math.max(0, weight)),
    total,
    -1,
  );
}

function proportionally(weights: readonly number[], total: number, skip: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const takers = weights.length - (skip >= 0 ? 1 : 0);
  const exact = weights.map((weight, index) =>
    index === skip ? 0 : sum > 0 ? (weight * total) / sum : total / takers,
  );
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .filter(({ index }) => index !== skip)
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
