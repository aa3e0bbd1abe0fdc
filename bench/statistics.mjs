/**
 * The value below which a share (0–1) of the samples lie.
 * @param {readonly number[]} samples
 * @param {number} share
 * @returns {number}
 */
export function percentile(samples, share) {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
