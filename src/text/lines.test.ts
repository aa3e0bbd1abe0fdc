import { assert as check, property } from 'fast-check';
import { expect, it } from 'vitest';
import { anyText } from './edits.testkit.ts';
import { lineIndex } from './lines.ts';

it.each([
  ['', 1],
  ['a', 1],
  ['a\n', 2],
  ['a\r\nb', 2],
  ['a\rb\r\rc', 4],
  ['a\u2028b', 1],
])('%j has %i lines', (text, count) => {
  expect(lineIndex(text).count).toBe(count);
});

it('counts lines and columns from 1, and a CRLF as part of its line', () => {
  const lines = lineIndex('ab\r\ncd');
  expect(lines.position(0)).toEqual({ line: 1, column: 1 });
  expect(lines.position(2)).toEqual({ line: 1, column: 3 });
  expect(lines.position(4)).toEqual({ line: 2, column: 1 });
  expect([lines.start(2), lines.end(1), lines.end(2)]).toEqual([4, 2, 6]);
});

it('takes places beyond the text for its end, and columns beyond a line for that line’s end', () => {
  const lines = lineIndex('ab\ncd');
  expect(lines.position(99)).toEqual({ line: 2, column: 3 });
  expect(lines.offset(1, 99)).toBe(2);
  expect(lines.offset(99, 1)).toBe(3);
});

it('finds the way back from every place', () => {
  check(
    property(anyText, (text) => {
      const lines = lineIndex(text);
      for (let at = 0; at <= text.length; at++) {
        if (text[at] === '\n' && text[at - 1] === '\r') continue;
        const { line, column } = lines.position(at);
        expect(lines.offset(line, column)).toBe(at);
      }
    }),
  );
});
