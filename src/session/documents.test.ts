import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../text/index.ts';
import { parseDocument, splitDocuments } from '../yaml/index.ts';
import { lagging, readFiles } from './documents.ts';

const text = (...names: string[]) => names.map((name) => `name: ${name}\n`).join('---\n');
const file = (content: string, path = 'a.yaml') => ({ path, text: content });

/** Reads like `parseDocument`, and counts. */
function counting() {
  const read: string[] = [];
  return { read, reader: (document: string) => (read.push(document), parseDocument(document)) };
}

describe('readFiles', () => {
  it('reads only the document that changed, and keeps the others’ objects', () => {
    const before = readFiles([file(text('a', 'b', 'c'))], [], parseDocument);
    const { read, reader } = counting();
    const after = readFiles([file(text('a', 'x', 'c'))], before, reader);
    expect(read).toEqual(['---\nname: x\n']);
    expect(after[0]?.documents[0]).toBe(before[0]?.documents[0]);
    expect(after[0]?.documents[2]).toBe(before[0]?.documents[2]);
    expect(after[0]?.slices[0]).toBe(before[0]?.slices[0]);
  });

  it('finds what only moved', () => {
    const before = readFiles([file(text('a', 'b', 'c', 'd'))], [], parseDocument);
    const { read, reader } = counting();
    readFiles([file(text('a', 'c', 'b', 'd'))], before, reader);
    expect(read).toEqual([]);
  });

  it('keeps the list itself when nothing is different', () => {
    const before = readFiles([file(text('a')), file(text('b'), 'b.yaml')], [], parseDocument);
    expect(readFiles([file(text('a')), file(text('b'), 'b.yaml')], before, parseDocument)).toBe(before);
  });

  it('reads a document that lags when it can', () => {
    const first = readFiles([file(text('a', 'b'))], [], parseDocument);
    const kept = readFiles([file(text('a', 'x'))], first, (now, before) => before ?? parseDocument(now));
    expect(kept[0]?.documents).toEqual(first[0]?.documents);
    expect(lagging(kept)).toEqual(['---\nname: x\n']);
    const whole = readFiles([file(text('a', 'x'))], kept, parseDocument);
    expect(whole[0]?.documents[1]?.value).toEqual({ name: 'x' });
    expect(lagging(whole)).toEqual([]);
  });

  it('gives with edits what it gives without, after any of them', () => {
    const piece = fc.constantFrom('a: 1\n', '---\n', '...\n', '# c\n', 'x', '\n', '\r\n', '%YAML 1.2\n', ' ');
    const content = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''));
    const edit = fc.record({ at: fc.nat(), length: fc.nat(8), insert: content });
    fc.assert(
      fc.property(content, fc.array(edit, { minLength: 1, maxLength: 3 }), (start, wanted) => {
        const before = readFiles([file(start)], [], parseDocument);
        let now = start;
        const changes = wanted.map(({ at, length, insert }) => {
          const from = at % (now.length + 1);
          const edits = [{ from, to: Math.min(from + length, now.length), insert }];
          now = applyEdits(now, edits);
          return { kind: 'edit' as const, path: 'a.yaml', edits };
        });
        const after = readFiles([file(now)], before, parseDocument, changes);
        expect(after[0]?.slices).toEqual(splitDocuments(now));
        expect(after[0]?.documents.map((document) => document.text)).toEqual(
          splitDocuments(now).map((slice) => slice.text),
        );
      }),
      { numRuns: 2000 },
    );
  });
});
