import { minimalEdit } from '../../text/index.ts';

/** A place as Monaco counts: both 1-based, columns in UTF-16 units; a byte order mark is not part of line 1. */
export interface LinePosition {
  readonly lineNumber: number;
  readonly column: number;
}

export interface LineRange {
  readonly startLineNumber: number;
  readonly startColumn: number;
  readonly endLineNumber: number;
  readonly endColumn: number;
}

/** Replaces a range of lines; `text` has `\n` at line ends. */
export interface LineEdit {
  readonly range: LineRange;
  readonly text: string;
}

/** What differs between two texts of whole lines, as one edit; null if nothing does. `first` is the 0-based line of their start. */
export function smallestEdit(before: string, after: string, first: number): LineEdit | null {
  const edit = minimalEdit(before, after);
  if (!edit) return null;
  const start = placeIn(before, edit.from, first);
  const end = placeIn(before, edit.to, first);
  return {
    range: {
      startLineNumber: start.lineNumber,
      startColumn: start.column,
      endLineNumber: end.lineNumber,
      endColumn: end.column,
    },
    text: edit.insert,
  };
}

function placeIn(text: string, offset: number, first: number): LinePosition {
  let line = first;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { lineNumber: line + 1, column: offset - start + 1 };
}
