import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergedPart, mergedText, mergeParts, type MergeChoice } from './merge.ts';

const merge = (base: string, mine: string, theirs: string, choices: MergeChoice[] = []) =>
  mergedText(mergeParts(base, mine, theirs), choices);

/** Few different lines, so that changes meet; with and without a line end at the end. */
const text = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { maxLength: 12 }), fc.boolean())
  .map(([lines, end]) => lines.join('\n') + (end ? '\n' : ''));

describe('mergeParts', () => {
  it.each([
    ['different lines', 'a\nb\nc\nd\ne\n', 'A\nb\nc\nd\ne\n', 'a\nb\nc\nd\nE\n', 'A\nb\nc\nd\nE\n'],
    ['the same change', 'a\nb\n', 'a\nB\n', 'a\nB\n', 'a\nB\n'],
    ['one adds, one removes', 'a\nb\nc\nd\n', 'new\na\nb\nc\nd\n', 'a\nb\nd\n', 'new\na\nb\nd\n'],
    ['the same line', 'a\nb\nc\n', 'a\nB\nc\n', 'a\nß\nc\n', null],
    ['lines that touch', 'a\nb\nc\n', 'A\nb\nc\n', 'a\nB\nc\n', null],
    ['both add at one place', 'a\nb\n', 'a\n1\nb\n', 'a\n2\nb\n', null],
    ['other line ends', 'a\r\nb\r\nc\r\n', 'A\r\nb\r\nc\r\n', 'a\r\nb\r\nC\r\n', 'A\r\nb\r\nC\r\n'],
    ['no line end at the end', 'a\nb\nc', 'A\nb\nc', 'a\nb\nc\n', 'A\nb\nc\n'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(merge(base, mine, theirs)).toBe(merged);
  });

  it('shows of a disagreement only what is different', () => {
    const parts = mergeParts('a\nb\nc\n', 'a\nx\nmine\ny\nc\n', 'a\nx\ntheirs\ny\nc\n');
    expect(parts.filter((part) => mergedPart(part) === null)).toEqual([
      { base: 'b\n', mine: 'mine\n', theirs: 'theirs\n' },
    ]);
  });

  it('follows the choice for each disagreement', () => {
    const [base, mine, theirs] = ['a\n-\nb\n', 'A\n-\nB', 'α\n-\nβ\n'];
    expect(merge(base, mine, theirs, ['mine'])).toBeNull();
    expect(merge(base, mine, theirs, ['mine', 'theirs'])).toBe('A\n-\nβ\n');
    expect(merge(base, mine, theirs, ['both', 'both'])).toBe('A\nα\n-\nB\nβ\n');
  });

  it('loses nothing: its stretches are the three texts', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const parts = mergeParts(base, mine, theirs);
        const all = (side: 'base' | 'mine' | 'theirs') => parts.map((part) => part[side]).join('');
        expect([all('base'), all('mine'), all('theirs')]).toEqual([base, mine, theirs]);
      }),
    );
  });

  it('is the changed side where only one has changed, and the same from both sides', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        expect(merge(base, mine, base)).toBe(mine);
        expect(merge(base, base, theirs)).toBe(theirs);
        expect(merge(base, mine, mine)).toBe(mine);
        expect(merge(base, mine, theirs)).toBe(merge(base, theirs, mine));
      }),
    );
  });

  it('has the changes of both where they are apart', () => {
    const line = fc.constantFrom('x', 'y', 'z');
    const some = fc.array(line, { maxLength: 4 }).map((lines) => lines.map((one) => `${one}\n`).join(''));
    fc.assert(
      fc.property(some, some, some, some, (one, changed, other, changedToo) => {
        const between = 'first\nsecond\nthird\n';
        expect(merge(one + between + other, changed + between + other, one + between + changedToo)).toBe(
          changed + between + changedToo,
        );
      }),
    );
  });

  it('takes texts that have nothing in common for one disagreement', () => {
    const many = (word: string) => Array.from({ length: 1500 }, (_, n) => `${word} ${n}\n`).join('');
    expect(mergeParts(many('a'), many('b'), many('c'))).toHaveLength(1);
  });
});
