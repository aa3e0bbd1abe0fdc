/** A place as people and editors name it: line and column from 1, columns in UTF-16 units. */
export interface LinePosition {
  readonly line: number;
  readonly column: number;
}

export interface LineIndex {
  readonly count: number;
  /** Offset (0-based) → place. Offsets beyond the end give the end. */
  position(offset: number): LinePosition;
  /** Place → offset; a column beyond the line gives the end of the line, before its line break. */
  offset(line: number, column: number): number;
  /** Where a line begins, and where its text ends (before the line break). */
  start(line: number): number;
  end(line: number): number;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  // LF, CRLF and a lone CR each end a line, as in Monaco and in YAML 1.2.
  if (text.includes('\r')) {
    for (const { index, 0: found } of text.matchAll(/\r\n?|\n/g)) starts.push(index + found.length);
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  }
  return starts;
}

/** How many lines a text has, without looking where each begins. */
export function lineCount(text: string): number {
  if (text.includes('\r')) return lineStarts(text).length;
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

function build(text: string): LineIndex {
  const starts = lineStarts(text);
  const clamp = (line: number) => Math.min(Math.max(line, 1), starts.length);
  const start = (line: number) => starts[clamp(line) - 1] ?? 0;
  const end = (line: number) => {
    if (clamp(line) >= starts.length) return text.length;
    const next = starts[clamp(line)] ?? text.length;
    return text[next - 1] === '\n' && text[next - 2] === '\r' ? next - 2 : next - 1;
  };
  return {
    count: starts.length,
    start,
    end,
    position(offset) {
      const at = Math.min(Math.max(offset, 0), text.length);
      let [low, high] = [0, starts.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((starts[middle] ?? 0) <= at) low = middle;
        else high = middle - 1;
      }
      return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
    },
    offset: (line, column) => Math.min(start(line) + Math.max(column, 1) - 1, end(line)),
  };
}

const KEPT = 8;
const recent = new Map<string, LineIndex>();

/** Lines of a text. The last few texts are remembered, so asking again for the same text is free. */
export function lineIndex(text: string): LineIndex {
  const known = recent.get(text);
  if (known) return known;
  const index = build(text);
  recent.set(text, index);
  if (recent.size > KEPT) recent.delete(recent.keys().next().value as string);
  return index;
}
