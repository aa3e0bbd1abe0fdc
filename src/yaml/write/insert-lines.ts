import type { TextEdit } from '../../text/index.ts';
import { eolBefore } from './lines.ts';

/** Puts whole lines at `at`, the start of a line or the end of a text without a last line break (which it does not add). */
export function insertLines(text: string, at: number, lines: readonly string[]): TextEdit {
  const unfinished = at >= text.length && text.length > 0 && !/[\r\n]$/.test(text);
  const eol = eolBefore(text, at);
  const insert = unfinished ? eol + lines.join(eol) : lines.map((line) => line + eol).join('');
  return { from: at, to: at, insert };
}
