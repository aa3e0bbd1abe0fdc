import type { Word } from './glossary.ts';

/** Whether every word of the query occurs in some of the texts. */
export function mentions(query: string, ...texts: readonly string[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => all.includes(part));
}

/** The words that a query finds: by name first, then by other names, then by what is said of them. */
export function findWords(words: readonly Word[], query: string): readonly Word[] {
  if (query.trim() === '') return words;
  const rank = ({ term, also = [], means }: Word): number => {
    if (mentions(query, term)) return 0;
    if (mentions(query, term, ...also)) return 1;
    return mentions(query, term, ...also, means) ? 2 : 3;
  };
  return words
    .map((word) => ({ word, rank: rank(word) }))
    .filter((found) => found.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ word }) => word);
}
