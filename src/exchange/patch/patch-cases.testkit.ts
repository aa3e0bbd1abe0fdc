import fc from 'fast-check';
import type { TextFile } from '../../text/index.ts';

export const file = (path: string, text: string): TextFile => ({ path, text });
export const sorted = (files: readonly TextFile[]): TextFile[] =>
  files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
export const lines = (count: number, end = '\n'): string[] =>
  Array.from({ length: count }, (_, n) => `k${n}: ${n}${end}`);

/** Before, after; names are what is special about them. */
export const CASES: Readonly<Record<string, readonly [TextFile[], TextFile[]]>> = {
  'a line changed': [[file('a.yaml', 'a\nb\nc\n')], [file('a.yaml', 'a\nB\nc\n')]],
  'far lines changed': [
    [file('a.yaml', lines(40).join(''))],
    [file('a.yaml', lines(40).with(2, 'x\n').with(30, 'y\n').join(''))],
  ],
  'a new file in a new folder': [[], [file('mesh/new.yaml', 'a: 1\n')]],
  'an empty new file': [[file('a.yaml', 'a\n')], [file('a.yaml', 'a\n'), file('empty.yaml', '')]],
  'a file deleted': [[file('a.yaml', 'a\nb\n')], []],
  'an empty file deleted': [[file('a.yaml', '')], []],
  'a file emptied': [[file('a.yaml', 'a\nb\n')], [file('a.yaml', '')]],
  'an empty file filled': [[file('a.yaml', '')], [file('a.yaml', 'a\n')]],
  'no line end before': [[file('a.yaml', 'a\nb')], [file('a.yaml', 'a\nb\n')]],
  'no line end after': [[file('a.yaml', 'a\nb\n')], [file('a.yaml', 'a\nb')]],
  'no line end on both sides': [[file('a.yaml', 'a\nb')], [file('a.yaml', 'A\nb')]],
  'Windows line ends': [[file('a.yaml', 'a\r\nb\r\nc\r\n')], [file('a.yaml', 'a\r\nB\r\nc\r\nd\r\n')]],
  'mixed line ends': [[file('a.yaml', 'a\r\nb\nc\rd\r\n')], [file('a.yaml', 'a\r\nB\nc\rd\r\ne\n')]],
  'a byte order mark': [[file('a.yaml', '\uFEFFa\nb\n')], [file('a.yaml', '\uFEFFA\nb\n')]],
  'a byte order mark taken away': [[file('a.yaml', '\uFEFFa\nb\n')], [file('a.yaml', 'a\nb\n')]],
  'lines like headers': [
    [file('a.yaml', '--- a\n+++ b\n@@ -1 +1 @@\n-- \n')],
    [file('a.yaml', '--- b\n+++ b\n@@ -1 +1 @@\ndiff --git a/x b/x\n-- \n')],
  ],
  'a space in the name': [
    [file('my mesh/a b.yaml', 'a\n')],
    [file('my mesh/a b.yaml', 'b\n'), file('my mesh/n w.yaml', 'c\n')],
  ],
  renamed: [[file('old.yaml', lines(9).join(''))], [file('mesh/new.yaml', lines(9).join(''))]],
  'renamed and changed': [
    [file('old.yaml', lines(9).join(''))],
    [file('mesh/new.yaml', lines(9).with(4, 'x\n').join(''))],
  ],
  'two that changed names': [
    [file('a.yaml', lines(9).join('')), file('b.yaml', 'x\ny\n')],
    [file('b.yaml', lines(9).join('')), file('a.yaml', 'x\ny\n')],
  ],
};

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c: d\r\n', '\n', '---\n', '-- x\n', '+y\n', 'e\rf\n', '\\ z\n'), {
    maxLength: 30,
  })
  .chain((parts) => fc.constantFrom('', 'end', '\uFEFF').map((last) => parts.join('') + last));
/** Any files of a few, with any lines, ends and beginnings. */
export const tree = fc
  .dictionary(fc.constantFrom('a.yaml', 'b.yaml', 'm/c.yaml', 'm/d e.yaml', 'n/f.yaml'), text)
  .map((entries) => Object.entries(entries).map(([path, text]) => file(path, text)));

/** What Git tells of, and what it does not: what it is, before, after, how often. */
export const ODD: readonly (readonly [string, string, string, number])[] = [
  ['spaces at the end', 'a\n', 'a \n', 1],
  ['returns in a file that had none', 'a\n', 'a\r\nb\r\n', 2],
  ['returns where they were', 'a\r\n', 'b\r\n', 0],
  ['spaces before a return', 'a\r\n', 'b \r\n', 1],
  ['a tab behind spaces', 'a\n', 'a\n \tb\n', 1],
  ['an empty line at the end', 'a\n', 'a\n\n', 1],
  ['an empty line further up', 'a\n', '\na\n', 0],
];
