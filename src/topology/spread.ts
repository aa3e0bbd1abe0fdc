/**
 * Puts intervals in a row, in the order given, each as near to the centre it wishes for as the others allow (least
 * squares by weight, by pooling neighbours that push each other). Returns their starts. O(n).
 */
export function spread(
  sizes: readonly number[],
  wishes: readonly number[],
  gap: number,
  weights: readonly number[] = [],
): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (const size of sizes) {
    offsets.push(offset);
    offset += size + gap;
  }
  const pools: { sum: number; weight: number; count: number }[] = [];
  sizes.forEach((size, index) => {
    const weight = weights[index] ?? 1;
    let pool = {
      sum: ((wishes[index] ?? 0) - size / 2 - (offsets[index] ?? 0)) * weight,
      weight,
      count: 1,
    };
    for (
      let last = pools.at(-1);
      last && last.sum / last.weight > pool.sum / pool.weight;
      last = pools.at(-1)
    ) {
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  });
  const starts = pools.flatMap((pool) => Array.from({ length: pool.count }, () => pool.sum / pool.weight));
  return starts.map((start, index) => start + (offsets[index] ?? 0));
}
