import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../text/index.ts';
import { parseDocument } from '../../yaml/index.ts';
import { chanceOf, randomDocument } from '../../yaml/write/random-document.testkit.ts';
import { contextOf, unmarked } from '../workspace.testkit.ts';
import { formatLines } from './index.ts';

/** The file after formatting the lines of the first mark `«…»`; all of them without one. */
function formatted(marked: string): { text: string; refused: string | undefined } {
  const { files, marks } = unmarked(`¦${marked}`);
  const text = files['a.yaml'] ?? '';
  const { from, to } = marks[0] ?? { from: 0, to: text.length };
  const { edits, refused } = formatLines(contextOf(files), 'a.yaml', from, to);
  return { text: applyEdits(text, edits), refused };
}

describe('formatLines', () => {
  it.each([
    ['blanks behind colons and before them', 'a:   1\nb :  2\nc:\td\n', 'a: 1\nb: 2\nc: d\n'],
    ['blanks at line ends, and lines of blanks', 'a: 1  \n  \t\nb: 2\t\n', 'a: 1\n\nb: 2\n'],
    ['blanks in braces and brackets', 'a: {b:  1,c : 2}\nd: [1,2 ,3]\n', 'a: {b: 1, c: 2}\nd: [1, 2, 3]\n'],
    ['blanks behind a dash', 'a:\n-   1\n- 2\n- 3\n', 'a:\n- 1\n- 2\n- 3\n'],
    [
      'a map behind a dash',
      'a:\n-   b: 1\n    c: 2\n- d: 3\n- d: 4\n',
      'a:\n- b: 1\n  c: 2\n- d: 3\n- d: 4\n',
    ],
    ['a list in a list', 'a:\n-   - 1\n    -   2\n- - 3\n- - 4\n', 'a:\n- - 1\n  - 2\n- - 3\n- - 4\n'],
    [
      'a map indented otherwise than most',
      'a:\n  b: 1\nc:\n  d: 2\ne:\n     f: 3\n',
      'a:\n  b: 1\nc:\n  d: 2\ne:\n  f: 3\n',
    ],
    [
      'four columns, where most have four',
      'a:\n    b:\n        c: 1\nd:\n  e: 2\n',
      'a:\n    b:\n        c: 1\nd:\n    e: 2\n',
    ],
    [
      'lists as most lists stand',
      'a:\n- 1\nb:\n- 2\nc:\n  - d: 3\n    e: 4\n',
      'a:\n- 1\nb:\n- 2\nc:\n- d: 3\n  e: 4\n',
    ],
    [
      'comments with what they stand over',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n     # over f\n     f: 3 # beside\n# end\n',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n  # over f\n  f: 3 # beside\n# end\n',
    ],
    [
      'a text of several lines, moved as a whole',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n     f: |\n          x:   1  \n            y\n     g: >-\n         z\n',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n  f: |\n    x:   1  \n      y\n  g: >-\n    z\n',
    ],
    [
      'a text whose indentation is written',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n     f: |2\n         x\n',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n  f: |2\n      x\n',
    ],
    [
      'a quoted text of several lines',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n     f: "x\n         y"\n',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n  f: "x\n      y"\n',
    ],
    [
      'braces over several lines',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n     f: {x:  1,\n         y:2}\n',
      'a:\n  b: 1\nc:\n  d: 1\ne:\n  f: {x: 1,\n      y:2}\n',
    ],
    ['anchors and tags', 'a:  &x   1\nb: !!str   2\nc:   *x\n', 'a: &x   1\nb: !!str   2\nc: *x\n'],
    ['the line ends of Windows', 'a:   1\r\nb:\r\n    c: 2 \r\n', 'a: 1\r\nb:\r\n    c: 2\r\n'],
    ['a file without a last line end', 'a:   1', 'a: 1'],
    ['nothing of a document that is fine', '# c\na:\n  - b # d\n', '# c\na:\n  - b # d\n'],
    ['the second of two documents', 'a:   1\n---\n«b:   2»\n', 'a:   1\n---\nb: 2\n'],
  ])('mends %s', (_, before, after) => {
    expect(formatted(before)).toEqual({ text: after, refused: undefined });
  });

  it.each([
    ['only the lines that are selected', 'a:   1\n«b:   2»\nc:   3\n', 'a:   1\nb: 2\nc:   3\n'],
    ['the caret’s line where nothing is', 'a:   1\n«»b:   2\nc:   3\n', 'a:   1\nb: 2\nc:   3\n'],
    [
      'no line that the range only touches at its start',
      'a:   1\n«b:   2\n»c:   3\n',
      'a:   1\nb: 2\nc:   3\n',
    ],
    [
      'no column that keys elsewhere share',
      'a:\n  x: 1\nb:\n  y: 1\nc:\n     d: 1\n«     e:  2»\n',
      'a:\n  x: 1\nb:\n  y: 1\nc:\n     d: 1\n     e: 2\n',
    ],
    [
      'no dash whose item goes on elsewhere',
      'a:\n«-    b:  1»\n     c:  2\nd:\n- e: 1\n',
      'a:\n-    b: 1\n     c:  2\nd:\n- e: 1\n',
    ],
    [
      'a block that is wholly selected',
      'a:\n  x: 1\nb:\n  y: 1\nc:\n«     d: 1\n     e: 2»\n',
      'a:\n  x: 1\nb:\n  y: 1\nc:\n  d: 1\n  e: 2\n',
    ],
  ])('changes %s', (_, before, after) => {
    expect(formatted(before)).toEqual({ text: after, refused: undefined });
  });

  it('leaves a broken document as it is, and says why', () => {
    const { text, refused } = formatted('a: [1\nb:   2\n');
    expect(text).toBe('a: [1\nb:   2\n');
    expect(refused).toMatch(/cannot be read as it is/);
  });

  it('formats the whole ones beside a broken one', () => {
    const { text, refused } = formatted('a: [1\n---\nb:   2\n');
    expect(text).toBe('a: [1\n---\nb: 2\n');
    expect(refused).toBeDefined();
  });

  it('changes only blanks, on selected lines only, and no meaning, whatever the document', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(), fc.nat(), (seed, a, b) => {
        const text = randomDocument(chanceOf(seed));
        const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const { edits } = formatLines(contextOf({ 'a.yaml': text }), 'a.yaml', from, to);
        const after = applyEdits(text, edits);
        expect(after.replaceAll(/[ \t]/g, '')).toBe(text.replaceAll(/[ \t]/g, ''));
        expect(parseDocument(after).value).toEqual(parseDocument(text).value);
        const first = text.slice(0, from).split('\n').length - 1;
        const last = text.slice(0, to).split('\n').length - 1;
        const [was, is] = [text.split('\n'), after.split('\n')];
        was.forEach((line, index) => {
          if (index < first || index > last) expect(is[index]).toBe(line);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('leaves what it has formatted as it is', () => {
    const whole = (text: string) => formatLines(contextOf({ 'a.yaml': text }), 'a.yaml', 0, text.length);
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const text = randomDocument(chanceOf(seed));
        const { edits, refused } = whole(text);
        expect(refused).toBeUndefined();
        expect(whole(applyEdits(text, edits)).edits).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
