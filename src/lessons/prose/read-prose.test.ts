import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lessonFiles } from '../course/index.ts';
import { readLesson } from '../read/read-lesson.ts';
import type { Block, Inline } from './prose.ts';
import { readProse } from './read-prose.ts';

/** A short way to write a tree: `p(a *b* [c](href))`. */
const words = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => {
      switch (one.kind) {
        case 'text':
          return one.text;
        case 'code':
          return `‹${one.text}›`;
        case 'break':
          return '⏎';
        case 'link':
          return `[${words(one.inlines)}](${one.href})`;
        default:
          return `${one.kind}(${words(one.inlines)})`;
      }
    })
    .join('');
const tree = (blocks: readonly Block[]): string =>
  blocks
    .map((one) => {
      switch (one.kind) {
        case 'paragraph':
          return `p(${words(one.inlines)})`;
        case 'heading':
          return `h${one.level}(${words(one.inlines)})`;
        case 'list':
          return `${one.start === undefined ? 'ul' : `ol${one.start}`}(${one.items.map(tree).join(' | ')})`;
        case 'quote':
          return `quote(${tree(one.blocks)})`;
        case 'code':
          return `code:${one.language}(${one.text})`;
        case 'table':
          return `table(${[one.head, ...one.rows].map((row) => row.map(words).join(' | ')).join(' / ')})`;
        case 'rule':
          return 'rule';
      }
    })
    .join(' ');
const read = (markdown: string): string => tree(readProse(markdown));

describe('prose', () => {
  it.each([
    ['one\ntwo\n\nthree', 'p(one two) p(three)'],
    ['### A *b*\ntext', 'h3(A emphasis(b)) p(text)'],
    [
      '**Look** at _this_, `a * b` and ~~not~~ that',
      'p(strong(Look) at emphasis(this), ‹a * b› and struck(not) that)',
    ],
    ['***both***', 'p(strong(emphasis(both)))'],
    ['snake_case_name and 2 * 3 * 4 and **open', 'p(snake_case_name and 2 * 3 * 4 and **open)'],
    ['`` a ` b `` and `open', 'p(‹a ` b› and `open)'],
    ['\\*not\\* \\`this\\`', 'p(*not* `this`)'],
    ['a  \nb\\\nc', 'p(a⏎b⏎c)'],
    ['- a\n- b\n  more\n\n  again\n- c', 'ul(p(a) | p(b more) p(again) | p(c))'],
    ['3. a\n4. b\n   - c\n   - d\n\nend', 'ol3(p(a) | p(b) ul(p(c) | p(d))) p(end)'],
    ['- a\n* b', 'ul(p(a)) ul(p(b))'],
    ['text\n- a\nlazy', 'p(text) ul(p(a lazy))'],
    ['> a\n> - b\n\nc', 'quote(p(a) ul(p(b))) p(c)'],
    ['```yaml\na: 1\n```\nb', 'code:yaml(a: 1) p(b)'],
    ['~~~~\n```\n~~~~', 'code:(```)'],
    ['- a\n  ```js\n  x\n  ```', 'ul(p(a) code:js(x))'],
    ['| a | b |\n|---|:-:|\n| 1 | `x|y` |\n| 2 |', 'table(a | b / 1 | ‹x|y› / 2 | )'],
    ['a | b\nc', 'p(a | b c)'],
    ['a\n\n---\n\n* * *', 'p(a) rule rule'],
    ['[the **docs**](https://istio.io/latest "Istio")', 'p([the strong(docs)](https://istio.io/latest))'],
    [
      '[step](#lesson=a/2) <https://a.example/x>',
      'p([step](#lesson=a/2) [https://a.example/x](https://a.example/x))',
    ],
    ['[[a]](http://b.example) [c] (d)', 'p([[a]](http://b.example) [c] (d))'],
    ['a\r\nb\r\n\r\n- c\r\n', 'p(a b) ul(p(c))'],
  ])('%j', (markdown, wanted) => {
    expect(read(markdown)).toBe(wanted);
  });
});

describe('what a stranger writes', () => {
  it.each([
    ['<script>alert(1)</script>', 'p(<script>alert(1)</script>)'],
    ['<img src=x onerror=alert(1)>', 'p(<img src=x onerror=alert(1)>)'],
    ['[a](javascript:alert(1))', 'p(\\[a\\](javascript:alert(1)))'.replaceAll('\\', '')],
    ['[a](javascript:alert)', 'p(a)'],
    ['[a](JaVaScRiPt:x) [b](data:text/html,x) [c](//evil.example) [d](file:///etc)', 'p(a b c d)'],
    ['![a picture](https://evil.example/p.png)', 'p([a picture](https://evil.example/p.png))'],
    ['[![a](https://evil.example/p.png)](https://b.example)', 'p([a](https://b.example))'],
    ['<javascript:alert(1)>', 'p(<javascript:alert(1)>)'],
    ['&lt;b&gt;', 'p(&lt;b&gt;)'],
  ])('%s', (markdown, wanted) => {
    expect(read(markdown)).toBe(wanted);
  });

  // Each made readers of Markdown look at the same characters over and over, or nest until the stack ended.
  it.each([
    '[',
    '![',
    '*a ',
    '**',
    '_a',
    '`',
    '> ',
    '- ',
    '  - a\n',
    '1. ',
    '|',
    '<',
    '[a](',
    '\\',
    '# ',
    '``` ',
    ' ',
  ])('thirty thousand times %j', (piece) => {
    expect(readProse(piece.repeat(30_000)).length).toBeGreaterThanOrEqual(0);
    expect(readProse(`a${piece.repeat(30_000)}b`).length).toBeGreaterThan(0);
  });

  it('never throws, loses no letter of plain text, and gives only addresses that may be followed', () => {
    const piece = fc.constantFrom(
      'a',
      'b c',
      '*',
      '**',
      '_',
      '`',
      '```',
      '\n',
      '\n\n',
      '    ',
      '> ',
      '- ',
      '1. ',
      '[',
      ']',
      '(',
      ')',
      'http://x',
      'javascript:x',
      '|',
      '---',
      '#',
      '\\',
      '<',
      '>',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (markdown) => {
          const text = JSON.stringify(readProse(markdown));
          expect(text.match(/"href":"(?!https?:|#)/)).toBeNull();
        },
      ),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-z ,.]{1,60}$/).filter((plain) => plain.trim() !== ''),
        (plain) => {
          expect(read(plain)).toBe(`p(${plain.trim()})`);
        },
      ),
    );
  });
});

describe('the course', async () => {
  const lessons = (await lessonFiles()).flatMap((file) => readLesson(file).lesson ?? []);
  it.each(lessons)('is written in what can be read: $id', ({ introduction, notes, steps }) => {
    const prose = [introduction, notes, ...steps.flatMap((step) => [step.text, step.notes, ...step.hints])];
    // What was not read as a mark stays in the words.
    for (const markdown of prose)
      expect(markdown.replaceAll(/`[^`]*`/g, '') && read(markdown)).not.toMatch(/\*\*|(^|\s)[_*]\S|\]\(#?$/);
  });
});
