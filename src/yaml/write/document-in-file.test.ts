import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/index.ts';
import { appendDocument, removeDocument } from './document-in-file.ts';
import { fileHeaderEnd } from './file-header.ts';

describe('fileHeaderEnd', () => {
  it.each([
    ['parted by a blank line', '# L\n\n', 'a: 1\n'],
    ['parted by several, with more than one block', '# L\n\n# M\n\n\n', '# of a\na: 1\n'],
    ['before a marker', '# L\n', '---\na: 1\n'],
    ['before a marker, whatever stands behind that', '# L\n\n', '---\n# of a\n\na: 1\n'],
    ['behind a marker', '---\n# L\n\n', 'a: 1\n'],
    ['with a byte order mark and carriage returns', '\ufeff# L\r\n\r\n', 'a: 1\r\n'],
    ['none: it speaks of the first key', '', '# of a\na: 1\n'],
    ['none: blank lines only', '', '\n\na: 1\n'],
    ['none behind a marker', '', '---\n# of a\na: 1\n'],
    ['none in a document that begins on its marker', '', '--- # of a\na: 1\n'],
    ['none in the middle', '', 'a: 1\n# M\n\nb: 2\n'],
  ])('a header %s', (_, header, rest) => {
    expect(fileHeaderEnd(header + rest)).toBe(header.length);
  });
});

describe('appendDocument', () => {
  it.each([
    ['an empty file', '', 'z: 9\n'],
    ['a byte order mark only', '\ufeff', '\ufeffz: 9\n'],
    ['comments only', '# why\n', '# why\nz: 9\n'],
    ['comments only, unfinished', '# why', '# why\nz: 9\n'],
    ['one document', 'a: 1\n', 'a: 1\n---\nz: 9\n'],
    ['no last line break', 'a: 1', 'a: 1\n---\nz: 9\n'],
    ['content on the marker', '--- {a: 1}\n', '--- {a: 1}\n---\nz: 9\n'],
    ['a marker that waits for content', 'a: 1\n---\n', 'a: 1\n---\nz: 9\n'],
    ['a marker that waits, with a comment', 'a: 1\n--- # next\n', 'a: 1\n--- # next\nz: 9\n'],
    ['an end marker', 'a: 1\n...\n', 'a: 1\n...\n---\nz: 9\n'],
    ['an end marker, unfinished', 'a: 1\n...', 'a: 1\n...\n---\nz: 9\n'],
    ['CRLF', 'a: 1\r\n', 'a: 1\r\n---\r\nz: 9\n'],
    ['a broken document', 'a: [\n', 'a: [\n---\nz: 9\n'],
    ['a block scalar that keeps its end', 'a: |+\n  x\n\n', 'a: |+\n  x\n\n---\nz: 9\n'],
  ])('behind %s', (_, before, after) => {
    expect(applyEdits(before, [appendDocument(before, 'z: 9\n')])).toBe(after);
  });
});

describe('removeDocument', () => {
  it.each<[string, string, number, string]>([
    ['the only one', 'a: 1\n', 0, ''],
    ['the only one, the byte order mark stays', '\ufeffa: 1\n', 0, '\ufeff'],
    ['the first, where the file begins without a marker', 'a: 1\n---\nb: 2\n', 0, 'b: 2\n'],
    ['the first, where the file begins with a marker', '---\na: 1\n---\nb: 2\n', 0, '---\nb: 2\n'],
    ['the first, where the next marker has a comment', 'a: 1\n--- # two\nb: 2\n', 0, '--- # two\nb: 2\n'],
    ['the first below a header', '# L\n\n# of a\na: 1\n---\nb: 2\n', 0, '# L\n\nb: 2\n'],
    ['the first below a header and a marker', '# L\n---\na: 1\n---\nb: 2\n', 0, '# L\n---\nb: 2\n'],
    ['the first below a marker and a header', '---\n# L\n\na: 1\n---\nb: 2\n', 0, '---\n# L\n\nb: 2\n'],
    ['the only one, its header too', '# L\n\na: 1\n', 0, ''],
    ['the second', 'a: 1\n---\nb: 2\n---\nc: 3\n', 1, 'a: 1\n---\nc: 3\n'],
    ['the last', 'a: 1\n# of a\n---\nb: 2', 1, 'a: 1\n# of a\n'],
    ['the comments of the next stay', 'a: 1\n---\nb: 2\n---\n# of c\nc: 3\n', 1, 'a: 1\n---\n# of c\nc: 3\n'],
    ['one whose end marker parts its neighbours', 'a: 1\n---\nb: 2\n...\nc: 3\n', 1, 'a: 1\n---\nc: 3\n'],
    ['a broken one', 'a: 1\n---\nb: [\n---\nc: 3\n', 1, 'a: 1\n---\nc: 3\n'],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', 0, 'b: 2\r\n'],
  ])('%s', (_, before, index, after) => {
    expect(applyEdits(before, [removeDocument(before, index)])).toBe(after);
  });

  it('throws where there is no such document', () => {
    expect(() => removeDocument('a: 1\n', 1)).toThrow(RangeError);
  });
});
