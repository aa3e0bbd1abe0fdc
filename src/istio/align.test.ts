import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignDocuments } from './align.ts';
import { documentOf } from './mesh.testkit.ts';

const [a, b, c, d, x, y] = ['a', 'b', 'c', 'd', 'x', 'y'].map((name) => documentOf({ name }));
type Documents = Parameters<typeof alignDocuments>[0];
const documents = (...list: (typeof a)[]): Documents => list.filter((one) => one !== undefined);
const origins = (before: Documents, after: Documents) =>
  after.map((_, n) => alignDocuments(before, after).origin(n));

test.each([
  [
    'nothing changed',
    documents(a, b),
    documents(a, b),
    [
      [0, 1],
      [1, 2],
    ],
  ],
  [
    'one edited',
    documents(a, b, c),
    documents(a, x, c),
    [
      [0, 1],
      [1, 2],
      [2, 3],
    ],
  ],
  [
    'one inserted',
    documents(a, c),
    documents(a, x, c),
    [
      [0, 1],
      [0, 0],
      [1, 2],
    ],
  ],
  [
    'one removed',
    documents(a, b, c),
    documents(a, c),
    [
      [0, 1],
      [2, 3],
    ],
  ],
  [
    'two run together',
    documents(a, b, c, d),
    documents(a, x, d),
    [
      [0, 1],
      [1, 3],
      [3, 4],
    ],
  ],
  [
    'one split in two',
    documents(a, b, d),
    documents(a, x, y, d),
    [
      [0, 1],
      [1, 2],
      [0, 0],
      [2, 3],
    ],
  ],
])('%s', (_, before, after, expected) => {
  expect(origins(before, after)).toEqual(expected);
});

test('every document before is the origin of at most one after, in order', () => {
  const list = fc.array(fc.constantFrom(...documents(a, b, c, d)), { maxLength: 6 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const used = origins(before, after).flatMap(([from, to]) =>
        Array.from({ length: to - from }, (_, n) => from + n),
      );
      expect(used).toEqual([...new Set(used)].sort((one, other) => one - other));
      expect(used.every((index) => index < before.length)).toBe(true);
    }),
  );
});
