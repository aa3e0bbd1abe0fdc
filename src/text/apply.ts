import type { TextEdit } from './edit.ts';

/** The text after the edits. Throws when they are out of order, overlap, or reach beyond the text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let at = 0;
  for (const { from, to, insert } of edits) {
    if (from < at || to < from || to > text.length) {
      throw new RangeError(`edit ${from}–${to} is out of order or beyond the text (${text.length})`);
    }
    result += text.slice(at, from) + insert;
    at = to;
  }
  return result + text.slice(at);
}

/** The edits that take the text after `edits` back to `text`. */
export function invertEdits(text: string, edits: readonly TextEdit[]): TextEdit[] {
  let shift = 0;
  return edits.map(({ from, to, insert }) => {
    const start = from + shift;
    shift += insert.length - (to - from);
    return { from: start, to: start + insert.length, insert: text.slice(from, to) };
  });
}

/**
 * Where an offset of the text before the edits stands after them. At an insertion, `assoc` -1 stays before what was
 * inserted and 1 goes behind it; an offset inside a replaced range goes to that side of the replacement. At the edge of a
 * replaced range an offset stays at that edge.
 */
export function mapPosition(edits: readonly TextEdit[], offset: number, assoc: -1 | 1 = 1): number {
  let shift = 0;
  for (const { from, to, insert } of edits) {
    if (offset < from) break;
    const isInsertion = from === to;
    if (offset < to || (isInsertion && offset === to && assoc < 0)) {
      const forward = assoc > 0 && offset > from;
      return from + shift + (forward ? insert.length : 0);
    }
    shift += insert.length - (to - from);
  }
  return offset + shift;
}
