/** `20.2 s`, of milliseconds. */
export const secondWords = (length: number): string => `${Math.round(length / 100) / 10} s`;

/** How long a machine took: `0.11 s`, `8 ms`. */
export const tookWords = (length: number): string =>
  length < 100 ? `${Math.max(1, Math.round(length))} ms` : `${(length / 1000).toFixed(2)} s`;

/** `99.1 %`; what is not all of it is never told as if it were. */
export function percentWords(share: number): string {
  const percent = 100 * share;
  if (percent > 99.9 && percent < 100) return `${Math.floor(percent * 100) / 100} %`;
  return `${Math.round(percent * 10) / 10} %`;
}

/** `1,000`, `0.4`. */
export const numberWords = (value: number): string =>
  value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 });
