import type { TextEdit } from './edit.ts';

const isLowSurrogate = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/** True where cutting before `at` would part a surrogate pair or a CRLF. */
function partsOneCharacter(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  return isLowSurrogate(text.charCodeAt(at)) || (text[at] === '\n' && text[at - 1] === '\r');
}

/** The one shortest edit that turns `before` into `after`; null when they are equal. Never cuts through a character or a CRLF. */
export function minimalEdit(before: string, after: string): TextEdit | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  while (partsOneCharacter(before, start) || partsOneCharacter(after, start)) start--;
  let tail = 0;
  while (
    tail < most - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  while (
    tail > 0 &&
    (partsOneCharacter(before, before.length - tail) || partsOneCharacter(after, after.length - tail))
  ) {
    tail--;
  }
  return { from: start, to: before.length - tail, insert: after.slice(start, after.length - tail) };
}
