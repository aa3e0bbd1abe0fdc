import { endOfContent, endOfLine, endOfQuoted, skipBlanks, skipProperties, unquoted } from './scan.ts';

const ANCHOR = /(?<=^|[\s,[{:-])&([^\s,[\]{}]+)/g;

/** The names of the anchors before an offset that stand for a single word, with what that is; the last of a name counts. */
export function anchorsBefore(text: string, before: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const match of text.slice(0, before).matchAll(ANCHOR)) {
    const said = wordAt(text, skipProperties(text, match.index));
    if (match[1] !== undefined && said !== undefined) found.set(match[1], said);
  }
  return found;
}

/** The word that stands on a line from here; undefined for a collection, a text of several lines, or nothing. */
function wordAt(text: string, at: number): string | undefined {
  const start = skipBlanks(text, at);
  const line = endOfLine(text, start);
  const first = text[start] ?? '';
  if (start >= line || /[{[|>#*]/.test(first)) return undefined;
  if (first === '"' || first === "'") {
    const end = endOfQuoted(text, start);
    return end !== null && end <= line ? unquoted(text.slice(start, end)) : undefined;
  }
  const word = /^[^,\]}]*/.exec(text.slice(start, endOfContent(text, start, line)))?.[0].trim() ?? '';
  return word === '' || /:(?:\s|$)/.test(word) ? undefined : word;
}

/** What the alias that stands at an offset means, where that is a word. */
export const aliasWord = (text: string, from: number, written: string): string | undefined =>
  anchorsBefore(text, from).get(written.slice(1));
