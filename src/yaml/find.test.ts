import { describe, expect, it } from 'vitest';
import { entryAt, keyRangeAt, nodeAt, pathAt, valueRangeAt } from './find.ts';
import { locate } from './locate.ts';
import type { Path, YamlNode } from './types.ts';

const text = `metadata: {name: lamp, labels: {"a.b/c": x}}
spec:
  hosts:
  - lamp # first
  -   wick
  empty:
  anchored: &one
    deep: 1
  alias: *one
  text: |
    lines
  last: 2
`;
const root = locate(text) as YamlNode;
const cut = ({ from, to }: { from: number; to: number }) => text.slice(from, to);

describe('places', () => {
  it.each<[Path, string, string, string]>([
    [['metadata', 'name'], 'name', 'lamp', 'name: lamp'],
    [['metadata', 'labels', 'a.b/c'], '"a.b/c"', 'x', '"a.b/c": x'],
    [['spec', 'hosts'], 'hosts', '- lamp # first\n  -   wick', 'hosts:\n  - lamp # first\n  -   wick'],
    [['spec', 'hosts', 1], 'wick', 'wick', 'wick'],
    [['spec', 'anchored'], 'anchored', 'deep: 1', 'anchored: &one\n    deep: 1'],
    [['spec', 'alias'], 'alias', '*one', 'alias: *one'],
    // An empty value has nothing to underline but its key.
    [['spec', 'empty'], 'empty', 'empty', 'empty:'],
    // What is not written is told at the nearest parent.
    [['spec', 'missing', 'deeper'], 'spec', 'spec', 'spec'],
    [['spec', 'alias', 'deep'], 'alias', 'alias', 'alias'],
  ])('%j', (path, key, value, whole) => {
    expect([
      cut(keyRangeAt(root, path)),
      cut(valueRangeAt(root, path)),
      cut(entryAt(root, path)?.range ?? valueRangeAt(root, path)),
    ]).toEqual([key, value, whole]);
  });

  it('finds entries and values', () => {
    expect(entryAt(root, ['spec', 'hosts'])?.key).toBe('hosts');
    expect(entryAt(root, ['spec', 'hosts', 0])).toBeUndefined();
    expect(nodeAt(root, ['spec', 'hosts', 0])).toMatchObject({ kind: 'scalar', value: 'lamp' });
    expect(nodeAt(root, ['spec', 'anchored'])).toMatchObject({ kind: 'map', anchor: 'one' });
    expect(nodeAt(root, ['spec', 'hosts', 'x'])).toBeUndefined();
  });

  it('never reaches beyond the last character of a value', () => {
    expect(cut(root)).toMatch(/last: 2$/);
  });
});

describe('pathAt', () => {
  it.each<[string, Path]>([
    ['me|tadata', ['metadata']],
    ['na|me: lamp', ['metadata', 'name']],
    ['la|mp,', ['metadata', 'name']],
    ['wi|ck', ['spec', 'hosts', 1]],
    ['deep: |1', ['spec', 'anchored', 'deep']],
    ['li|nes', ['spec', 'text']],
  ])('%s', (place, path) => {
    expect(pathAt(root, text.indexOf(place.replace('|', '')) + place.indexOf('|'))).toEqual(path);
  });
});
