import { aliasWord } from './anchors.ts';
import type { Reading } from './reading.ts';
import { endOfContent, endOfLine, endOfQuoted, nextLine, skipBlanks, trimmed, unquoted } from './scan.ts';
import type { LooseScalar } from './tree.ts';

/** Reads a plain or quoted scalar that begins on a line; a quoted one may end on a later line. */
export function readScalar(text: string, from: number, lineEnd: number): LooseScalar {
  const quote = text[from];
  if (quote === '"' || quote === "'") {
    const closed = endOfQuoted(text, from);
    // A quote left open must not swallow the lines after it.
    const whole = closed !== null && (closed <= lineEnd || looksLikeText(text.slice(from, closed)));
    const to = whole ? closed : trimmed(text, from, lineEnd);
    const style = quote === '"' ? 'double' : 'single';
    return { kind: 'scalar', style, text: unquoted(text.slice(from, to)), from, to };
  }
  const to = endOfContent(text, from, lineEnd);
  const written = text.slice(from, to);
  if (quote !== '*') return { kind: 'scalar', style: 'plain', text: written, from, to };
  return { kind: 'scalar', style: 'alias', text: written, said: aliasWord(text, from, written), from, to };
}

/** Whether the lines of a quoted text look like text, not like keys that an open quote ran over. */
const looksLikeText = (quoted: string): boolean => !/[\r\n]\s*(?:-\s+)*[\w.-]+:(?:\s|$)/.test(quoted);

/** Whether a line goes on with the header of a block scalar: `|`, `>-`, `|2 # why`. */
export const isBlockHeader = (rest: string): boolean => /^[|>][-+0-9]*\s*(#.*)?$/.test(rest);

/** The end of a block scalar whose header stands on the line that ends at `lineEnd`; its text stands deeper than `column`. */
export function endOfBlock({ text, caret }: Reading, lineEnd: number, column: number): number {
  let end = lineEnd;
  for (let at = nextLine(text, lineEnd); at < text.length;) {
    const stop = endOfLine(text, at);
    const content = skipBlanks(text, at);
    if (content < stop && content - at <= column) break;
    if (content < stop) end = stop;
    // A caret on an empty line deeper than the key is in the text.
    else if (caret >= at && caret <= stop && caret - at > column) end = stop;
    at = nextLine(text, stop);
  }
  return end;
}
