import type { LineEdit } from './lineEdit.ts';
import type { LineIndex } from './lines.ts';

/** The part of Monaco's model that comparing needs. */
export interface ModelLines {
  getLineCount(): number;
  /** Line numbers are 1-based. */
  getLineContent(lineNumber: number): string;
}

/** The edit by whole lines that makes a model read as our text; null if it does already. */
export function resyncEdit(model: ModelLines, lines: LineIndex): LineEdit | null {
  const [theirs, ours] = [model.getLineCount(), lines.lineCount()];
  let top = 0;
  while (top < theirs && top < ours && model.getLineContent(top + 1) === lines.line(top + 1)) top++;
  if (top === theirs && top === ours) return null;
  let bottom = 0;
  while (
    bottom < theirs - top &&
    bottom < ours - top &&
    model.getLineContent(theirs - bottom) === lines.line(ours - bottom)
  )
    bottom++;
  const insert = Array.from({ length: ours - bottom - top }, (_, i) => lines.line(top + 1 + i));
  const after = theirs - bottom;
  const end = (line: number) => ({ line, column: model.getLineContent(line).length + 1 });
  // Whole lines with the line end after them; at the end of the file with the one before them.
  const start = bottom > 0 ? { line: top + 1, column: 1 } : top > 0 ? end(top) : { line: 1, column: 1 };
  const stop = bottom > 0 ? { line: after + 1, column: 1 } : end(theirs);
  const text =
    bottom > 0 ? insert.map((line) => `${line}\n`).join('') : (top > 0 ? ['', ...insert] : insert).join('\n');
  return {
    range: {
      startLineNumber: start.line,
      startColumn: start.column,
      endLineNumber: stop.line,
      endColumn: stop.column,
    },
    text,
  };
}
