import { assert as check, property } from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdits } from './apply.ts';
import { anyText, textAndEdits } from './edits.testkit.ts';
import { minimalEdit } from './minimal-edit.ts';

it.each([
  ['abc', 'abc', null],
  ['abc', 'axc', { from: 1, to: 2, insert: 'x' }],
  ['aaa', 'aa', { from: 2, to: 3, insert: '' }],
  ['', 'a', { from: 0, to: 0, insert: 'a' }],
  ['🏮', '🏯', { from: 0, to: 2, insert: '🏯' }],
  ['a\r\nb', 'a\nb', { from: 1, to: 3, insert: '\n' }],
  ['a\nb', 'a\r\nb', { from: 1, to: 2, insert: '\r\n' }],
])('%j → %j', (before, after, edit) => {
  expect(minimalEdit(before, after)).toEqual(edit);
});

it('leads from any text to any other, and cuts neither a character nor a CRLF in two', () => {
  const parts = (text: string, at: number) =>
    at > 0 &&
    at < text.length &&
    (/[\udc00-\udfff]/.test(text.charAt(at)) || (text[at] === '\n' && text[at - 1] === '\r'));
  check(
    property(textAndEdits, anyText, ([before, edits], other) => {
      for (const after of [applyEdits(before, edits), other]) {
        const edit = minimalEdit(before, after);
        if (!edit) {
          expect(after).toBe(before);
          continue;
        }
        expect(applyEdits(before, [edit])).toBe(after);
        expect([parts(before, edit.from), parts(before, edit.to)]).toEqual([false, false]);
      }
    }),
    { numRuns: 500 },
  );
});
