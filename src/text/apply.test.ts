import { assert as check, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, invertEdits, mapPosition } from './apply.ts';
import { textAndEdits } from './edits.testkit.ts';

describe('applyEdits', () => {
  it('replaces, deletes and inserts, all by offsets of the text before', () => {
    const edits = [
      { from: 0, to: 1, insert: 'A' },
      { from: 2, to: 2, insert: '+' },
      { from: 3, to: 5, insert: '' },
    ];
    expect(applyEdits('abcdef', edits)).toBe('Ab+cf');
  });

  it.each([
    [
      'out of order',
      [
        { from: 2, to: 2, insert: 'x' },
        { from: 1, to: 1, insert: 'y' },
      ],
    ],
    [
      'overlapping',
      [
        { from: 0, to: 2, insert: 'x' },
        { from: 1, to: 3, insert: 'y' },
      ],
    ],
    ['beyond the end', [{ from: 0, to: 9, insert: '' }]],
    ['backwards', [{ from: 2, to: 1, insert: '' }]],
  ])('refuses edits that are %s', (_, edits) => {
    expect(() => applyEdits('abc', edits)).toThrow(RangeError);
  });
});

it('inverted edits give the text back, and their inverses the result', () => {
  check(
    property(textAndEdits, ([text, edits]) => {
      const after = applyEdits(text, edits);
      const inverse = invertEdits(text, edits);
      expect(applyEdits(after, inverse)).toBe(text);
      expect(applyEdits(text, invertEdits(after, inverse))).toBe(after);
    }),
  );
});

describe('mapPosition', () => {
  const replaced = [{ from: 2, to: 5, insert: 'xy' }];
  const inserted = [{ from: 3, to: 3, insert: '++' }];
  it.each<[string, typeof replaced, number, -1 | 1, number]>([
    ['before a change', replaced, 1, 1, 1],
    ['behind a change', replaced, 6, 1, 5],
    ['at the front of a replaced range', replaced, 2, 1, 2],
    ['at the end of a replaced range, looking back', replaced, 5, -1, 4],
    ['at the end of a replaced range, looking on', replaced, 5, 1, 4],
    ['inside a replaced range, looking back', replaced, 3, -1, 2],
    ['inside a replaced range, looking on', replaced, 3, 1, 4],
    ['at an insertion, looking back', inserted, 3, -1, 3],
    ['at an insertion, looking on', inserted, 3, 1, 5],
  ])('%s', (_, edits, offset, assoc, expected) => {
    expect(mapPosition(edits, offset, assoc)).toBe(expected);
  });

  it('keeps what lies between the changes in its place', () => {
    check(
      property(textAndEdits, ([text, edits]) => {
        const after = applyEdits(text, edits);
        for (let at = 0; at < text.length; at++) {
          if (edits.some(({ from, to }) => at >= from && at < to)) continue;
          expect(after[mapPosition(edits, at, 1)]).toBe(text[at]);
        }
      }),
    );
  });

  it('never goes backwards', () => {
    check(
      property(textAndEdits, ([text, edits]) => {
        for (const assoc of [-1, 1] as const) {
          const mapped = Array.from({ length: text.length + 1 }, (_, at) => mapPosition(edits, at, assoc));
          expect(mapped).toEqual(mapped.toSorted((a, b) => a - b));
        }
      }),
    );
  });
});
