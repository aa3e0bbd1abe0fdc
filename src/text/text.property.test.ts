import { array, assert as check, integer, property, string, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, composeEdits, invertEdits, mapPosition, minimalEdit, type TextEdit } from './index.ts';

const text = string({ unit: 'binary', maxLength: 30 });

/** Sorted edits that do not overlap, for a text of this length. */
function editsFrom(length: number, wishes: readonly [number, number, string][]): TextEdit[] {
  let at = 0;
  return wishes.flatMap(([skip, cut, insert]) => {
    const from = at + skip;
    const to = from + cut;
    if (to > length || (cut === 0 && insert === '')) return [];
    at = to + 1;
    return [{ from, to, insert }];
  });
}

const wishes = array(
  tuple(integer({ min: 0, max: 8 }), integer({ min: 0, max: 5 }), string({ maxLength: 4 })),
  {
    maxLength: 4,
  },
);

describe('edits as values', () => {
  it('come back by their inverse', () => {
    check(
      property(text, wishes, (before, wished) => {
        const edits = editsFrom(before.length, wished);
        const after = applyEdits(before, edits);
        expect(applyEdits(after, invertEdits(before, edits))).toBe(before);
      }),
    );
  });

  it('compose to what two do in a row', () => {
    check(
      property(text, wishes, wishes, (before, one, two) => {
        const first = editsFrom(before.length, one);
        const between = applyEdits(before, first);
        const second = editsFrom(between.length, two);
        const both = composeEdits(before.length, first, second);
        expect(applyEdits(before, both)).toBe(applyEdits(between, second));
      }),
    );
  });

  it('are found again as one minimal edit that cuts no character in two', () => {
    check(
      property(text, text, (before, after) => {
        const edit = minimalEdit(before, after);
        expect(edit ? applyEdits(before, [edit]) : before).toBe(after);
        if (edit)
          expect(
            /[\ud800-\udbff]$/.test(before.slice(0, edit.from)) &&
              /^[\udc00-\udfff]/.test(before.slice(edit.from)),
          ).toBe(false);
      }),
    );
  });

  it('move a position that they do not touch with its character', () => {
    check(
      property(text, wishes, integer({ min: 0, max: 29 }), (before, wished, offset) => {
        const edits = editsFrom(before.length, wished);
        const touched = edits.some(({ from, to }) => offset >= from && offset < to);
        if (offset >= before.length || touched) return;
        expect(applyEdits(before, edits)[mapPosition(edits, offset, 1)]).toBe(before[offset]);
      }),
    );
  });
});
