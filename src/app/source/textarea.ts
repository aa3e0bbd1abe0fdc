import type { TextEdit } from '../../text/index.ts';
import { createLineIndex } from './lines.ts';
import { editsFromTyping } from './typed.ts';

/** What was typed into a text field that shows a text with `\n` line ends and no byte order mark, as an edit of the text. */
export function editFromTextarea(text: string, value: string): TextEdit | null {
  const lines = createLineIndex(text);
  const shown = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  if (shown === value) return null;
  const shorter = Math.min(shown.length, value.length);
  let prefix = 0;
  while (prefix < shorter && shown[prefix] === value[prefix]) prefix++;
  let suffix = 0;
  while (suffix < shorter - prefix && shown.at(-1 - suffix) === value.at(-1 - suffix)) suffix++;
  const start = placeIn(shown, prefix);
  const end = placeIn(shown, shown.length - suffix);
  const range = {
    startLineNumber: start.line,
    startColumn: start.column,
    endLineNumber: end.line,
    endColumn: end.column,
  };
  return editsFromTyping(lines, [{ range, text: value.slice(prefix, value.length - suffix) }])[0] ?? null;
}

function placeIn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const line = before.split('\n').length;
  return { line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
}
