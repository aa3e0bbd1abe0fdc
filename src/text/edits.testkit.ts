import { array, constantFrom, nat, string, tuple, type Arbitrary } from 'fast-check';
import type { TextEdit } from './edit.ts';

const character = constantFrom('a', 'b', ' ', '\n', '\r', '\r\n', 'é', '🏮', '---');
export const anyText: Arbitrary<string> = array(character, { maxLength: 24 }).map((parts) => parts.join(''));

/** Edits that fit a text of this length: sorted, apart, possibly empty, possibly adjacent. */
export function editsFor(length: number): Arbitrary<TextEdit[]> {
  const one = tuple(nat(length), nat(length), string({ maxLength: 4 }));
  return array(one, { maxLength: 5 }).map((drawn) => {
    const edits: TextEdit[] = [];
    let at = 0;
    for (const [from, size, insert] of drawn.toSorted((a, b) => a[0] - b[0])) {
      const begin = Math.max(from, at);
      if (begin > length) break;
      const to = Math.min(length, begin + (size % 4));
      edits.push({ from: begin, to, insert });
      at = to;
    }
    return edits;
  });
}

/** A text and edits that fit it. */
export const textAndEdits: Arbitrary<[string, TextEdit[]]> = anyText.chain((text) =>
  tuple(constantFrom(text), editsFor(text.length)),
);
