import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextEdit } from '../../text/index.ts';
import type { LineEdit } from './lineEdit.ts';
import { createLineIndex } from './lines.ts';
import { editsFromTyping } from './typed.ts';

const linesOf = (text: string) => text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);

/** What Monaco does with edits by lines: all ranges are before the change. */
function applied(lines: readonly string[], edits: readonly LineEdit[]): string[] {
  let text = lines.join('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  for (const { range, text: insert } of [...edits].reverse()) {
    const from = offset(range.startLineNumber, range.startColumn);
    const to = offset(range.endLineNumber, range.endColumn);
    text = text.slice(0, from) + insert + text.slice(to);
  }
  return text.split('\n');
}

const splice = (text: string, edits: readonly TextEdit[]) =>
  [...edits]
    .reverse()
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);

const anyText = fc.string({
  unit: fc.constantFrom('a', 'b', ':', ' ', '\r', '\n', '\r\n', '😀'),
  maxLength: 60,
});
const anyFile = fc.tuple(fc.boolean(), anyText).map(([mark, text]) => (mark ? '\uFEFF' : '') + text);

const editsOf = (text: string) =>
  fc.uniqueArray(fc.nat({ max: text.length }), { minLength: 2, maxLength: 8 }).chain((cuts) => {
    const sorted = cuts.sort((a, b) => a - b);
    const pairs: fc.Arbitrary<TextEdit>[] = [];
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      const [from = 0, to = 0] = [sorted[i], sorted[i + 1]];
      pairs.push(fc.record({ from: fc.constant(from), to: fc.constantFrom(from, to), insert: anyText }));
    }
    return fc.tuple(...pairs);
  });

describe('createLineIndex', () => {
  it('tells places by line and column, and back', () => {
    const lines = createLineIndex('\uFEFFkind: A\r\nb\rc\n');
    expect(lines.lineCount()).toBe(4);
    expect([1, 2, 3, 4].map((n) => lines.line(n))).toEqual(['kind: A', 'b', 'c', '']);
    expect([1, 2, 3, 4].map((n) => lines.lineEnd(n))).toEqual(['\r\n', '\r', '\n', '']);
    expect(lines.offsetAt({ lineNumber: 1, column: 1 })).toBe(1);
    expect(lines.offsetAt({ lineNumber: 1, column: 99 })).toBe(8);
    expect(lines.positionAt(0)).toEqual({ lineNumber: 1, column: 1 });
    expect(lines.positionAt(9)).toEqual({ lineNumber: 1, column: 8 });
    expect(lines.positionAt(10)).toEqual({ lineNumber: 2, column: 1 });
  });

  it('follows any edits, and tells them so that a model by lines follows too', () => {
    const cases = anyFile
      .filter((text) => text.length > 1)
      .chain((text) => fc.tuple(fc.constant(text), editsOf(text)));
    fc.assert(
      fc.property(cases, ([text, edits]) => {
        const next = splice(text, edits);
        const index = createLineIndex(text);
        const told = index.apply(edits, next);
        expect(applied(linesOf(text), told)).toEqual(linesOf(next));
        const fresh = createLineIndex(next);
        expect(index.lineCount()).toBe(fresh.lineCount());
        for (let n = 1; n <= fresh.lineCount(); n++) {
          expect(index.line(n)).toBe(fresh.line(n));
          expect(index.lineEnd(n)).toBe(fresh.lineEnd(n));
          expect(index.offsetAt({ lineNumber: n, column: 1 })).toBe(
            fresh.offsetAt({ lineNumber: n, column: 1 }),
          );
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('changes no more of a line than differs', () => {
    const index = createLineIndex('a: 1\nb: 22\n');
    expect(index.apply([{ from: 8, to: 10, insert: '25' }], 'a: 1\nb: 25\n')).toEqual([
      { range: { startLineNumber: 2, startColumn: 5, endLineNumber: 2, endColumn: 6 }, text: '5' },
    ]);
  });
});

describe('editsFromTyping', () => {
  const at = (line: number, column: number, endLine = line, endColumn = column) => ({
    startLineNumber: line,
    startColumn: column,
    endLineNumber: endLine,
    endColumn,
  });

  it.each([
    ['a new line takes the line end of its line', 'a\r\nb\n', at(1, 2), '\n', 'a\r\n\r\nb\n'],
    ['also when Monaco inserts another kind', 'a\nb\r\n', at(1, 2), '\r\n', 'a\n\nb\r\n'],
    ['at the end of the file, of the line above', 'a\r\nb', at(2, 2), '\n', 'a\r\nb\r\n'],
    ['at the start of a line, of the line above', 'a\rb\n', at(2, 1), '\n', 'a\r\rb\n'],
    ['in a file of one line', 'a', at(1, 2), '\r\n', 'a\n'],
    ['after a byte order mark', '\uFEFFa', at(1, 1), 'b', '\uFEFFba'],
    ['deleting across lines', 'a\r\nb\r\nc', at(1, 2, 3, 1), '', 'ac'],
  ])('%s', (_, text, range, insert, expected) => {
    expect(splice(text, editsFromTyping(createLineIndex(text), [{ range, text: insert }]))).toBe(expected);
  });

  it('sorts what several carets type', () => {
    const lines = createLineIndex('a\nb\n');
    const edits = editsFromTyping(lines, [
      { range: at(2, 2), text: '!' },
      { range: at(1, 2), text: '!' },
    ]);
    expect(splice('a\nb\n', edits)).toBe('a!\nb!\n');
  });
});
