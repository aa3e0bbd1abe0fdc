import { endOfLine, nextLine, skipBlanks } from '../loose/index.ts';

/** A line of a document, as offsets of its text. */
export interface FormatLine {
  readonly start: number;
  /** Before the line end. */
  readonly end: number;
  /** Where its first character stands that is no blank; the end, where none does. */
  readonly content: number;
  readonly selected: boolean;
}

/** The lines of a text; those that the range from `from` to `to` touches are selected. A range that ends at a line's start leaves that line out. */
export function linesOf(text: string, from: number, to: number): readonly FormatLine[] {
  const lines: FormatLine[] = [];
  for (let start = text.startsWith('\uFEFF') ? 1 : 0; start <= text.length;) {
    const end = endOfLine(text, start);
    const selected = from <= end && (to > start || (to === start && from === to));
    lines.push({ start, end, content: Math.min(skipBlanks(text, start), end), selected });
    start = nextLine(text, end);
  }
  return lines;
}

/** The index of the line that an offset stands on. */
export function lineAt(lines: readonly FormatLine[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
