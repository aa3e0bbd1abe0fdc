import type { YamlValue } from '../yaml/index.ts';

/** The wrong word's most likely meaning among `candidates`, or undefined when nothing is close. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Infinity;
  const plain = plainly(word);
  const most = allowance(word.length);
  for (const candidate of candidates) {
    const distance =
      plainly(candidate) === plain
        ? 0.5
        : editDistance(word.toLowerCase(), candidate.toLowerCase(), Math.min(most, bestDistance));
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return bestDistance <= most ? best : undefined;
}

/** How many slips of the finger still look like the same word. */
const allowance = (length: number): number => (length <= 2 ? 0.5 : length <= 5 ? 1 : length <= 8 ? 2 : 3);

/** Case and word separators aside: `http_match`, `HTTP-Match` and `httpMatch` are one word. */
const plainly = (word: string): string => word.toLowerCase().replaceAll(/[-_ ]/g, '');

/**
 * Slips of the finger between two words: letters added, left out, changed, or two neighbours swapped. Infinity for words that
 * nobody takes for each other, and for more slips than `most`: there may be a thousand words to compare with.
 */
export function editDistance(one: string, other: string, most = Infinity): number {
  if (Math.abs(one.length - other.length) > Math.min(3, most) || one.length > 80) return Infinity;
  const [a, b] = withoutCommonEnds(one, other);
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? (before[j - 2] ?? 0) + 1
          : Infinity;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, change, swap));
    }
    // It becomes no less further down, but for a swap with the row before.
    if (Math.min(...row) > most && Math.min(...last) > most) return Infinity;
    [before, last] = [last, row];
  }
  const distance = last[b.length] ?? Infinity;
  return distance <= most ? distance : Infinity;
}

/** What both begin and end with makes no difference. */
function withoutCommonEnds(a: string, b: string): readonly [string, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** `a, b or c`. */
export function listOf(words: readonly string[], last: 'or' | 'and' = 'or'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)!}`;
}

/** More of them nobody reads in one sentence. */
const MANY = 6;

/** `a, b and c`; of many only the first, and how many others there are. */
export function someOf<T>(all: readonly T[], wordFor: (one: T) => string): string {
  if (all.length <= MANY) return listOf(all.map(wordFor), 'and');
  const first = all.slice(0, MANY - 1);
  return listOf([...first.map(wordFor), `${String(all.length - first.length)} others`], 'and');
}

/** A value as a message quotes it: short, and recognisable. */
export function quote(value: YamlValue): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a group of fields';
  const text = typeof value === 'string' ? `"${value}"` : String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…${typeof value === 'string' ? '"' : ''}` : text;
}
