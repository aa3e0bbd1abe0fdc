// Reading the small parts of a line. All offsets are of the document's text.

export const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

export function skipBlanks(text: string, at: number): number {
  while (isBlank(text, at)) at++;
  return at;
}

/** The end of the line's characters, before `\r\n`, `\n` or `\r`. */
export function endOfLine(text: string, at: number): number {
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++;
  return at;
}

export function nextLine(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

/** Skips anchors and tags: `&a !t`. */
export function skipProperties(text: string, at: number): number {
  while (text[at] === '&' || text[at] === '!') {
    while (at < text.length && !/[\s,[\]{}]/.test(text[at] ?? ' ')) at++;
    at = skipBlanks(text, at);
  }
  return at;
}

/** Where a comment or the line ends, whichever comes first, from a place outside quotes. */
export function endOfContent(text: string, at: number, lineEnd: number): number {
  for (let i = at; i < lineEnd; i++)
    if (text[i] === '#' && (i === at || isBlank(text, i - 1))) return trimmed(text, at, i);
  return trimmed(text, at, lineEnd);
}

export function trimmed(text: string, from: number, to: number): number {
  while (to > from && isBlank(text, to - 1)) to--;
  return to;
}

/** The offset after the closing quote; null where the quote is not closed. */
export function endOfQuoted(text: string, at: number): number | null {
  const quote = text[at];
  for (let i = at + 1; i < text.length; i++) {
    if (quote === '"' && text[i] === '\\') i++;
    else if (text[i] === quote) {
      if (quote === "'" && text[i + 1] === "'") i++;
      else return i + 1;
    }
  }
  return null;
}

export function unquoted(text: string): string {
  const body = text.slice(1, text.length > 1 && text.endsWith(text[0] ?? '') ? -1 : undefined);
  return text.startsWith("'") ? body.replaceAll("''", "'") : body.replaceAll(/\\(["\\/])/g, '$1');
}

/** Where the colon of `key: ` stands on a line, from the key's start; -1 where there is none. `flow` also stops at `,[]{}`. */
export function colonAfter(text: string, at: number, lineEnd: number, flow: boolean): number {
  for (let i = at; i < lineEnd; i++) {
    const character = text[i];
    if (character === '#' && i > at && isBlank(text, i - 1)) return -1;
    if (
      flow &&
      (character === ',' || character === '{' || character === '}' || character === '[' || character === ']')
    )
      return -1;
    if (character !== ':') continue;
    const next = text[i + 1];
    if (
      i + 1 >= lineEnd ||
      next === ' ' ||
      next === '\t' ||
      (flow && (next === ',' || next === '}' || next === ']'))
    )
      return i;
  }
  return -1;
}
