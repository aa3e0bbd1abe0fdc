import type { IRange } from 'monaco-editor/editor';
import type { TextRange } from '../../../text/index.ts';
import type { LineIndex } from '../lines.ts';

/** Offsets of our text as Monaco counts. */
export function rangeIn(lines: LineIndex, { from, to }: TextRange): IRange {
  const start = lines.positionAt(from);
  const end = lines.positionAt(to);
  return {
    startLineNumber: start.lineNumber,
    startColumn: start.column,
    endLineNumber: end.lineNumber,
    endColumn: end.column,
  };
}
