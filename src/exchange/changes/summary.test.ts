import fc from 'fast-check';
import { diffLines } from 'diff';
import { describe, expect, it } from 'vitest';
import { summaryOfChanges } from './summary.ts';

const file = (path: string, text: string) => ({ path, text });
const summary = (before: string, after: string) =>
  summaryOfChanges([file('a.yaml', before)], [file('a.yaml', after)]).files[0];

describe('summaryOfChanges', () => {
  it('is empty when nothing changed', () => {
    expect(summaryOfChanges([file('a', 'x\n')], [file('a', 'x\n')])).toEqual({
      files: [],
      added: 0,
      removed: 0,
    });
  });

  it.each([
    ['one line replaced', 'a\nb\nc\n', 'a\nB\nc\n', 1, 1],
    ['a line added at the end', 'a\n', 'a\nb\n', 1, 0],
    ['a line added in front', 'b\n', 'a\nb\n', 1, 0],
    ['a line doubled', 'a\nb\n', 'a\na\nb\n', 1, 0],
    ['a line removed', 'a\nb\nc\n', 'a\nc\n', 0, 1],
    ['the final line end removed', 'a\nb\n', 'a\nb', 1, 1],
    ['everything removed', 'a\nb\n', '', 0, 2],
    ['line ends changed', 'a\r\nb\r\n', 'a\nb\n', 2, 2],
  ])('%s', (_, before, after, added, removed) => {
    expect(summary(before, after)).toEqual({ path: 'a.yaml', kind: 'changed', added, removed, exact: true });
  });

  it('names added and removed files', () => {
    const result = summaryOfChanges([file('old', 'a\nb\n')], [file('new', 'c\n')]);
    expect(result.files.map(({ path, kind, added, removed }) => [path, kind, added, removed])).toEqual([
      ['new', 'added', 1, 0],
      ['old', 'removed', 0, 2],
    ]);
    expect([result.added, result.removed]).toEqual([1, 2]);
  });

  it('says so when it only gives a bound', () => {
    const numbers = (from: number) => Array.from({ length: 9000 }, (_, i) => `k${from + i}: 1\n`).join('');
    expect(summary(numbers(0), numbers(100_000))).toMatchObject({ added: 9000, removed: 9000, exact: false });
  });

  it('counts as a plain diff of the whole texts does', () => {
    const text = fc.array(fc.constantFrom('a\n', 'b\n', 'c\n', '\n', 'a')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const parts = diffLines(before, after);
        const balance = parts.reduce(
          (n, part) => n + (part.added ? part.count : part.removed ? -part.count : 0),
          0,
        );
        const ours = summary(before, after) ?? { added: NaN, removed: NaN };
        expect(ours.added - ours.removed).toBe(balance);
        const whole = parts.reduce((n, part) => n + (part.added || part.removed ? part.count : 0), 0);
        expect(ours.added + ours.removed).toBe(whole);
      }),
    );
  });
});
