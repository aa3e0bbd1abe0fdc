import { array, assert as check, constantFrom, nat, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { applyEdits, type TextEdit } from '../text/index.ts';
import { splitAgain, splitDocuments } from './split.ts';

const cut = (text: string) => splitDocuments(text).map((slice) => slice.text);

describe('splitDocuments', () => {
  it.each<[string, string, string[]]>([
    ['nothing', '', ['']],
    ['one document without a marker', 'a: 1\n', ['a: 1\n']],
    ['a marker at the start', '---\na: 1\n', ['---\na: 1\n']],
    ['two documents', 'a: 1\n---\nb: 2\n', ['a: 1\n', '---\nb: 2\n']],
    ['comments before the first marker', '# lead\n---\na: 1\n', ['# lead\n---\na: 1\n']],
    ['a comment on the marker', '--- # one\na: 1\n--- # two\n', ['--- # one\na: 1\n', '--- # two\n']],
    ['content on the marker', '--- {a: 1}\n--- {b: 2}\n', ['--- {a: 1}\n', '--- {b: 2}\n']],
    ['a tab behind the marker', 'a: 1\n---\t\nb: 2\n', ['a: 1\n', '---\t\nb: 2\n']],
    ['no marker without a space behind it', 'a: 1\n---b: 2\n', ['a: 1\n---b: 2\n']],
    ['no marker within a line', 'a: --- b\n  ---\n', ['a: --- b\n  ---\n']],
    ['directives', '%YAML 1.2\n---\na: 1\n', ['%YAML 1.2\n---\na: 1\n']],
    [
      'directives and comments behind an end marker',
      'a: 1\n...\n# next\n%YAML 1.2\n---\nb: 2\n',
      ['a: 1\n...\n', '# next\n%YAML 1.2\n---\nb: 2\n'],
    ],
    ['a document that only an end marker parts', 'a: 1\n...\nb: 2\n', ['a: 1\n...\n', 'b: 2\n']],
    ['comments behind the last end marker', 'a: 1\n...\n# end\n', ['a: 1\n...\n# end\n']],
    ['end markers in a row', 'a: 1\n...\n...\n---\nb: 2\n', ['a: 1\n...\n...\n', '---\nb: 2\n']],
    ['a last marker with nothing behind it', 'a: 1\n---\n', ['a: 1\n', '---\n']],
    ['a byte order mark', '\ufeff---\na: 1\n---\nb: 2\n', ['\ufeff---\na: 1\n', '---\nb: 2\n']],
    ['CRLF', 'a: 1\r\n---\r\nb: 2\r\n', ['a: 1\r\n', '---\r\nb: 2\r\n']],
    ['a lone CR, which ends no line', 'a: 1\r---\rb: 2', ['a: 1\r---\rb: 2']],
    ['a line separator, which ends no line', 'a: "\u2028---\u2028"\n', ['a: "\u2028---\u2028"\n']],
    ['a marker inside a block scalar', 'a: |\n  ---\n---\nb: 1\n', ['a: |\n  ---\n', '---\nb: 1\n']],
    ['a marker inside an unclosed quote', 'a: "x\n---\nb: 2\n', ['a: "x\n', '---\nb: 2\n']],
  ])('%s', (_, text, slices) => {
    expect(cut(text)).toEqual(slices);
  });
});

const PIECES = [
  'a: 1\n',
  'b:\n  - c\n',
  '# note\n',
  '---\n',
  '--- # note\n',
  '--- {a: 1}\n',
  '---\t\n',
  '---x: 1\n',
  '...\n',
  '... # note\n',
  '%YAML 1.2\n',
  '\n',
  '  \n',
  '\r\n',
  '---\r\n',
  '\ufeff',
  'k: |\n  --- no\n  ...\n',
  'q: "x\n',
];
const file = array(constantFrom(...PIECES), { maxLength: 9 }).map((pieces) => pieces.join(''));

describe('any file', () => {
  it('is its slices, laid end to end', () => {
    check(
      property(file, (text) => {
        const slices = splitDocuments(text);
        expect(slices.map((slice) => slice.text).join('')).toBe(text);
        for (const { from, to, text: part } of slices) expect(part).toBe(text.slice(from, to));
      }),
    );
  });

  it('has the documents that the parser finds in the whole', () => {
    check(
      property(file, (text) => {
        const whole = documentsOf(text);
        // A broken document may swallow the next when the file is read as a whole; that is what splitting prevents.
        if (whole.some(({ broken }) => broken)) return;
        expect(cut(text).flatMap(documentsOf)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it('is split again after edits as if from scratch', () => {
    const edit = record({ at: nat(60), length: nat(12), insert: constantFrom('', ...PIECES) });
    check(
      property(file, array(edit, { minLength: 1, maxLength: 3 }), (text, wanted) => {
        const edits: TextEdit[] = [];
        for (const { at, length, insert } of wanted) {
          const from = Math.min((edits.at(-1)?.to ?? 0) + at, text.length);
          edits.push({ from, to: Math.min(from + length, text.length), insert });
        }
        const after = applyEdits(text, edits);
        expect(splitAgain(splitDocuments(text), edits)).toEqual(splitDocuments(after));
      }),
      { numRuns: 2000 },
    );
  });
});

function documentsOf(text: string): { value: unknown; broken: boolean }[] {
  const documents = parseAllDocuments(text, { logLevel: 'silent' });
  return 'empty' in documents
    ? []
    : documents.map((each) => ({ value: each.toJS() as unknown, broken: each.errors.length > 0 }));
}
