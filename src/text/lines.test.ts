import { assert as check, constantFrom, array, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineCount, lineIndex } from './lines.ts';

describe('lineIndex', () => {
  it.each([
    ['a\nb', 2, { line: 2, column: 1 }],
    ['a\r\nb', 3, { line: 2, column: 1 }],
    ['a\rb', 2, { line: 2, column: 1 }],
    ['a\r\nb', 2, { line: 1, column: 3 }],
    ['', 0, { line: 1, column: 1 }],
    ['ab', 9, { line: 1, column: 3 }],
    ['\ufeffa', 1, { line: 1, column: 2 }],
  ])('%j at %i', (text, offset, position) => {
    expect(lineIndex(text).position(offset)).toEqual(position);
  });

  it('counts a last empty line', () => {
    expect(lineIndex('a\n').count).toBe(2);
    expect(lineIndex('a\n').start(2)).toBe(2);
  });

  it('finds every line break, of whatever kind', () => {
    const text = array(constantFrom('a', '\n', '\r', '\r\n')).map((parts) => parts.join(''));
    check(
      property(text, (value) => {
        const lines = value.split(/\r\n|\r|\n/);
        expect(lineCount(value)).toBe(lines.length);
        const index = lineIndex(value);
        expect(index.count).toBe(lines.length);
        expect(lines.map((_, at) => value.slice(index.start(at + 1), index.end(at + 1)))).toEqual(lines);
      }),
    );
  });

  it('gives every offset back, but for one between CR and LF', () => {
    const text = array(constantFrom('a', '\n', '\r', '\r\n', 'é')).map((parts) => parts.join(''));
    check(
      property(text, (value) => {
        const lines = lineIndex(value);
        for (let offset = 0; offset <= value.length; offset++) {
          const isInsideBreak = value[offset] === '\n' && value[offset - 1] === '\r';
          const { line, column } = lines.position(offset);
          if (!isInsideBreak) expect(lines.offset(line, column)).toBe(offset);
        }
      }),
    );
  });
});
