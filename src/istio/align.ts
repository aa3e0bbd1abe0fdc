import type { ParsedDocument } from '../yaml/index.ts';

/**
 * Which documents of a file as it was each document now stems from, by index. Documents unchanged at the start and the
 * end of the file are themselves; between them the n-th stems from the n-th, and the last takes what is left over, so
 * that a lost `---` keeps the resources of both documents it ran together.
 */
export function alignDocuments(
  before: readonly ParsedDocument[],
  after: readonly ParsedDocument[],
): readonly (readonly number[])[] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;

  const middleBefore = before.length - start - end;
  const middleAfter = after.length - start - end;
  return after.map((_, index) => {
    if (index < start) return [index];
    if (index >= after.length - end) return [index + before.length - after.length];
    const middle = index - start;
    if (middle >= middleBefore) return [];
    const last = middle === middleAfter - 1 ? middleBefore : middle + 1;
    return Array.from({ length: last - middle }, (_, n) => start + middle + n);
  });
}
