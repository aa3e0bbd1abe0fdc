import { alikeAtEnd, alikeAtStart } from '../text/index.ts';
import type { ParsedDocument } from '../yaml/index.ts';

/**
 * What of a file stayed. The first `start` and the last `end` documents are the very ones that were there; `origin`
 * tells from which documents (half-open, in the file before) the document at an index of the file after stems: in the
 * middle the n-th from the n-th, and the last takes what is left over, so that a lost `---` keeps the resources of both
 * documents it ran together.
 */
export interface Alignment {
  readonly start: number;
  readonly end: number;
  readonly origin: (index: number) => readonly [number, number];
}

export function alignDocuments(
  before: readonly ParsedDocument[],
  after: readonly ParsedDocument[],
): Alignment {
  const start = alikeAtStart(before, after);
  const end = alikeAtEnd(before, after, start);

  const middleBefore = before.length - start - end;
  const middleAfter = after.length - start - end;
  const origin = (index: number): readonly [number, number] => {
    if (index < start) return [index, index + 1];
    if (index >= after.length - end) {
      const from = index + before.length - after.length;
      return [from, from + 1];
    }
    const middle = index - start;
    if (middle >= middleBefore) return [0, 0];
    const last = middle === middleAfter - 1 ? middleBefore : middle + 1;
    return [start + middle, start + last];
  };
  return { start, end, origin };
}
