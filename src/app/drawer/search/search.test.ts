import { describe, expect, it } from 'vitest';
import { searchEntries, type SearchEntry } from './entries.ts';
import { partsOf } from './parts.ts';
import type { Found, SearchState } from './searchState.ts';

const line = (at: number, text = 'host: till') => ({
  line: at,
  start: 0,
  text,
  spans: [{ from: 6, to: 10 }],
});
const found = (hosts: number, files: Record<string, number[]>, cut = false): Found => ({
  words: 'till',
  names: {
    hosts: Array.from({ length: hosts }, (_, n) => ({
      kind: 'host' as const,
      name: `till-${n}`,
      host: `till-${n}`,
      places: [],
    })),
    subsets: [],
    resources: [],
  },
  text: {
    files: Object.entries(files).map(([path, lines]) => ({ path, lines: lines.map((at) => line(at)) })),
    lines: Object.values(files).flat().length,
    cut,
  },
});
const told = (entry: SearchEntry) => ('more' in entry ? entry.more : entry.key);
const list = (what: Found, state: Partial<SearchState> = {}) =>
  searchEntries(what, { wanted: 'all', turned: new Map(), ...state }).map(told);

describe('searchEntries', () => {
  it('lists hosts folded, then the lines of each file', () => {
    expect(list(found(1, { 'a.yaml': [3, 9], 'b.yaml': [1] }))).toEqual([
      'host till-0 till-0',
      'file a.yaml',
      'file a.yaml 3',
      'file a.yaml 9',
      'file b.yaml',
      'file b.yaml 1',
    ]);
  });

  it('folds what a person folded, and lists only what is wanted', () => {
    const what = found(1, { 'a.yaml': [3] });
    expect(list(what, { turned: new Map([['file a.yaml', 'folded']]) })).toEqual([
      'host till-0 till-0',
      'file a.yaml',
    ]);
    expect(list(what, { wanted: 'text' })).toEqual(['file a.yaml', 'file a.yaml 3']);
    expect(list(what, { wanted: 'hosts' })).toEqual(['host till-0 till-0']);
  });

  it('says what is not listed', () => {
    expect(list(found(102, {})).at(-1)).toBe('2 more hosts: type more letters to find them');
    expect(list(found(0, { 'a.yaml': [1] }, true)).at(-1)).toMatch(/^Only the first 1 lines are listed/);
  });
});

describe('partsOf', () => {
  const parts = (text: string, ...spans: [number, number][]) =>
    partsOf({ text, spans: spans.map(([from, to]) => ({ from, to })) })
      .map((part) => (part.found ? `[${part.text}]` : part.text))
      .join('');

  it.each<[string, string, [number, number][], string]>([
    ['leaves indentation out', '    host: till', [[10, 14]], 'host: [till]'],
    ['but not where it was looked for', '  a', [[0, 2]], '[  ]a'],
    [
      'marks every place',
      'till till',
      [
        [0, 4],
        [5, 9],
      ],
      '[till] [till]',
    ],
    [
      'begins a long line shortly before the place',
      `${'x'.repeat(60)}till`,
      [[60, 64]],
      `…${'x'.repeat(48)}[till]`,
    ],
    ['ends a long line', `till${'x'.repeat(400)}`, [[0, 4]], `[till]${'x'.repeat(296)}…`],
  ])('%s', (_, text, spans, shown) => {
    expect(parts(text, ...spans)).toBe(shown);
  });
});
