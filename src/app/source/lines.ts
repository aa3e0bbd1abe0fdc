import type { TextEdit } from '../../text/index.ts';
import { smallestEdit, type LineEdit, type LinePosition } from './lineEdit.ts';

/**
 * Our text by lines. Monaco makes all line ends of a model alike and drops a byte order mark, so its offsets are not ours:
 * line and column are the only coordinates that both sides share. A line ends at `\r\n`, `\n` or a lone `\r`, as in Monaco.
 */
export interface LineIndex {
  text(): string;
  lineCount(): number;
  /** The line without its end and without a byte order mark. */
  line(lineNumber: number): string;
  /** The characters that end the line; empty for the last one. */
  lineEnd(lineNumber: number): string;
  positionAt(offset: number): LinePosition;
  offsetAt(position: LinePosition): number;
  /**
   * Takes over edits of our text; `next` is the text after them. Costs what the edits touch, not the file
   * (but for one addition per following line). Returns the same change as edits by lines, smallest ranges, in order,
   * all of them in the coordinates before the change.
   */
  apply(edits: readonly TextEdit[], next: string): LineEdit[];
}

const bom = '\uFEFF';

/** The lines of a text, to be kept in step with it by `apply`. */
export function createLineIndex(initial: string): LineIndex {
  let text = initial;
  let starts = lineStarts(text, 0, text.length);

  const markAt = (start: number) => (start === 0 && text.startsWith(bom) ? 1 : 0);
  const lineAt = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const contentOf = (line: number) => {
    const start = starts[line] ?? text.length;
    return {
      from: start + markAt(start),
      to: contentEnd(text, start, starts[line + 1] ?? text.length, line + 1 < starts.length),
    };
  };
  const clampLine = (lineNumber: number) => Math.min(Math.max(lineNumber - 1, 0), starts.length - 1);

  return {
    text: () => text,
    lineCount: () => starts.length,
    line: (lineNumber) => {
      const { from, to } = contentOf(clampLine(lineNumber));
      return text.slice(from, to);
    },
    lineEnd: (lineNumber) => {
      const line = clampLine(lineNumber);
      return text.slice(contentOf(line).to, starts[line + 1] ?? text.length);
    },
    positionAt: (offset) => {
      const line = lineAt(offset);
      const { from, to } = contentOf(line);
      return { lineNumber: line + 1, column: Math.min(Math.max(offset, from), to) - from + 1 };
    },
    offsetAt: ({ lineNumber, column }) => {
      const { from, to } = contentOf(clampLine(lineNumber));
      return Math.min(Math.max(from + column - 1, from), to);
    },
    apply: (edits, next) => {
      const windows = windowsOf(edits, lineAt);
      const changes: LineEdit[] = [];
      const fresh: { first: number; last: number; starts: number[]; shift: number }[] = [];
      let shift = 0;
      for (const { first, last, growth } of windows) {
        const from = starts[first] ?? 0;
        const to = starts[last + 1] ?? text.length;
        const edit = smallestEdit(
          linesBetween(text, from, to),
          linesBetween(next, from + shift, to + shift + growth),
          first,
        );
        if (edit) changes.push(edit);
        const inner = lineStarts(next, from + shift, to + shift + growth);
        // The start after the window's last line end belongs to the following line.
        if (last + 1 < starts.length) inner.pop();
        shift += growth;
        fresh.push({ first, last, starts: inner, shift });
      }
      starts = merged(starts, fresh);
      text = next;
      return changes;
    },
  };
}

/** Whole lines around edits: both ends reach over the neighbouring characters, where `\r` and `\n` could join or part. */
function windowsOf(edits: readonly TextEdit[], lineAt: (offset: number) => number) {
  const windows: { first: number; last: number; growth: number }[] = [];
  for (const edit of edits) {
    const first = lineAt(Math.max(edit.from - 1, 0));
    const last = lineAt(edit.to);
    const growth = edit.insert.length - (edit.to - edit.from);
    const previous = windows.at(-1);
    if (previous && first <= previous.last) {
      previous.last = Math.max(previous.last, last);
      previous.growth += growth;
    } else windows.push({ first, last, growth });
  }
  return windows;
}

function merged(
  starts: number[],
  fresh: readonly { first: number; last: number; starts: number[]; shift: number }[],
) {
  // One window that keeps the number of lines is what typing does: no new array then.
  const only = fresh.length === 1 ? fresh[0] : undefined;
  if (only && only.starts.length === only.last - only.first + 1) {
    only.starts.forEach((start, i) => (starts[only.first + i] = start));
    for (let i = only.last + 1; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + only.shift;
    return starts;
  }
  const result: number[] = [];
  let at = 0;
  let shift = 0;
  const copyUpTo = (end: number) => {
    for (; at < end; at++) result.push((starts[at] ?? 0) + shift);
  };
  for (const window of fresh) {
    copyUpTo(window.first);
    for (const start of window.starts) result.push(start);
    at = window.last + 1;
    shift = window.shift;
  }
  copyUpTo(starts.length);
  return result;
}

function lineStarts(text: string, from: number, to: number): number[] {
  const starts = [from];
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

function contentEnd(text: string, start: number, next: number, ended: boolean): number {
  if (!ended) return next;
  const crlf = next - 2 >= start && text.charCodeAt(next - 1) === 10 && text.charCodeAt(next - 2) === 13;
  return next - (crlf ? 2 : 1);
}

function linesBetween(text: string, from: number, to: number): string {
  const start = from === 0 && text.startsWith(bom) ? 1 : from;
  return text.slice(start, Math.max(start, to)).replaceAll(/\r\n?/g, '\n');
}
