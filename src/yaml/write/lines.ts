const isBreak = (character: string | undefined) => character === '\n' || character === '\r';

/** Where the line that holds `at` begins. */
export function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  return start;
}

/** Where the line that holds `at` ends, before its line break. */
export function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBreak(text[end])) end++;
  return end;
}

/** Where the next line begins, or the end of the text. */
export function nextLine(text: string, at: number): number {
  const end = lineEnd(text, at);
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length);
}

/** Characters before `at` on its line; a BOM does not count. */
export function columnOf(text: string, at: number): number {
  const start = lineStart(text, at);
  return at - start - (start === 0 && text[0] === '\ufeff' ? 1 : 0);
}

/** The line break used at `at`'s line, else the one before it, else the text's first, else LF. */
export function eolAt(text: string, at: number): string {
  const end = lineEnd(text, at);
  if (end < text.length) return text[end] === '\r' ? (text[end + 1] === '\n' ? '\r\n' : '\r') : '\n';
  const start = lineStart(text, at);
  if (start === 0) return firstEol(text);
  return text[start - 1] === '\r' ? '\r' : text[start - 2] === '\r' ? '\r\n' : '\n';
}

/** The line break that ends the line before `at`, the start of a line. */
export function eolBefore(text: string, at: number): string {
  if (text[at - 1] === '\n') return text[at - 2] === '\r' ? '\r\n' : '\n';
  return text[at - 1] === '\r' ? '\r' : eolAt(text, at);
}

export function firstEol(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}

/** True where only blanks (or a BOM) stand between the line's start and `at`. */
export function beginsLine(text: string, at: number): boolean {
  return /^\ufeff?[ \t]*$/.test(text.slice(lineStart(text, at), at));
}

/** What a line holds: its indentation, and whether it is blank, a comment, or content. */
export function lineAt(
  text: string,
  start: number,
): { indent: number; kind: 'blank' | 'comment' | 'content' } {
  const line = text.slice(start, lineEnd(text, start));
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  if (indent === line.length) return { indent, kind: 'blank' };
  return { indent, kind: line[indent] === '#' ? 'comment' : 'content' };
}
