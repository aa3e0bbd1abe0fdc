import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { joinFiles } from './joinFiles.ts';

const join = (...texts: string[]) => joinFiles(texts.map((text, index) => ({ path: `${index}.yaml`, text })));

describe('joinFiles', () => {
  it.each([
    [['a: 1\n'], 'a: 1\n'],
    [['a: 1\n', 'b: 2\n'], 'a: 1\n---\nb: 2\n'],
    [['a: 1', 'b: 2'], 'a: 1\n---\nb: 2'],
    [['a: 1\n', '---\nb: 2\n'], 'a: 1\n---\nb: 2\n'],
    [['a: 1\n', '%YAML 1.2\n---\nb: 2\n'], 'a: 1\n...\n%YAML 1.2\n---\nb: 2\n'],
    [['\uFEFFa: 1\n', '\uFEFFb: 2\n'], '\uFEFFa: 1\n---\nb: 2\n'],
    [['a: 1\n', '---x: 2\n'], 'a: 1\n---\n---x: 2\n'],
  ])('joins %j', (texts, expected) => {
    expect(join(...texts)).toBe(expected);
  });

  it('is read as the documents of the files, one after the other', () => {
    const file = fc.constantFrom(
      'a: 1\n',
      'b: 2',
      '---\nc: 3\n',
      'd: 4\n---\ne: 5\n',
      '# only words\nf: 6\n',
    );
    fc.assert(
      fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), (texts) => {
        const values = (text: string) =>
          parseAllDocuments(text).map((document) => document.toJS() as unknown);
        expect(values(join(...texts))).toEqual(texts.flatMap(values));
      }),
    );
  });
});
