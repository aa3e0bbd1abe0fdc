import type { TextEdit } from '../../text/index.ts';
import type { LineRange } from './lineEdit.ts';
import type { LineIndex } from './lines.ts';

/** A change as Monaco tells it: all ranges of one event are in the coordinates before it and do not overlap. */
export interface TypedChange {
  readonly range: LineRange;
  readonly text: string;
}

/** What was typed, as edits of our text: line ends become those of the neighbouring line. Sorted. */
export function editsFromTyping(lines: LineIndex, changes: readonly TypedChange[]): TextEdit[] {
  return changes
    .map(({ range, text }) => ({
      from: lines.offsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
      to: lines.offsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
      insert: text.replaceAll(/\r\n?|\n/g, neighbouringLineEnd(lines, range)),
    }))
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** At the start of a line the one before decides, so that a new `\n` never joins a lone `\r` before it. */
function neighbouringLineEnd(lines: LineIndex, range: LineRange): string {
  const above = lines.lineEnd(Math.max(range.startLineNumber - 1, 1));
  const here = lines.lineEnd(range.startLineNumber);
  return (range.startColumn === 1 ? above || here : here || above) || '\n';
}
