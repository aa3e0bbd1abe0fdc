/** `12.5 s`, `250 ms`, `2 min`. */
export function timeWords(length: number): string {
  if (length < 1000) return `${Math.round(length)} ms`;
  if (length < 120_000) return `${Math.round(length / 100) / 10} s`;
  return `${Math.round(length / 6000) / 10} min`;
}

export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

export const percentWords = (share: number): string => {
  const percent = share * 100;
  return `${percent > 0 && percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`;
};

export const sum = (counts: Iterable<number>): number => {
  let total = 0;
  for (const count of counts) total += count;
  return total;
};

/** The names of some, the first few by name: `eu-1, eu-2 and 3 others`. */
export function nameList(all: readonly { readonly name: string }[]): string {
  const names = [...new Set(all.map(({ name }) => name))];
  if (!names.length) return 'none at all';
  const shown = names.length > 5 ? [...names.slice(0, 4), `${names.length - 4} others`] : names;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}
