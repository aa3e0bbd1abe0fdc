import { expect, it } from 'vitest';
import { folding } from './index.ts';
import { contextOf } from './workspace.testkit.ts';

/** First and last line of each fold, 1-based. */
function folds(text: string): string[] {
  const line = (offset: number) => text.slice(0, offset).split('\n').length;
  return folding(contextOf({ 'a.yaml': text }), 'a.yaml')
    .map(({ from, to, kind }) => ({ from: line(from), to: line(to), kind }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .map(({ from, to, kind }) => `${from}-${to} ${kind}`);
}

it('folds documents, blocks, items, texts and comments of several lines', () => {
  const text = [
    '# one',
    '# two',
    'kind: A',
    'spec:',
    '  list:',
    '  - a: 1',
    '    b: 2',
    '  - c',
    '  text: |',
    '    more',
    '    lines',
    '  flow: {a: 1,',
    '    b: 2}',
    '---',
    'kind: B',
    '',
  ].join('\n');
  expect(folds(text)).toEqual([
    '1-13 document',
    '1-2 comment',
    '4-13 block',
    '5-8 block',
    '6-7 block',
    '9-11 block',
    '12-13 block',
    '14-15 document',
  ]);
});

it('folds what can be read of a broken document, and no document that is alone', () => {
  expect(folds('spec:\n  a: "open\n  b:\n    c: 1\n')).toEqual(['1-4 block', '3-4 block']);
});
