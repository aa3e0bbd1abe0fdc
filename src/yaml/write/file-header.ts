import { lineAt, nextLine } from './lines.ts';

const MARKER = /^---[ \t]*(?:#[^\r\n]*)?(?:[\r\n]|$)/;

/**
 * Where the header of a file ends: the comments at its top that speak of the file rather than of its first document, such as
 * a licence. They stand before the first `---`, or a blank line parts them from what follows. Where the file begins if it
 * has none. Takes a file, or its first document.
 */
export function fileHeaderEnd(text: string): number {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  let [end, said, marked] = [start, false, false];
  for (let at = start; at < text.length; at = nextLine(text, at)) {
    const { kind } = lineAt(text, at);
    if (kind === 'comment') said = true;
    else if (kind === 'blank') end = said ? nextLine(text, at) : end;
    else if (said && text.startsWith('---', at) && !marked) return at;
    else if (!said && MARKER.test(text.slice(at)) && !marked) marked = true;
    else break;
  }
  return end;
}
