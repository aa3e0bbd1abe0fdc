import { expect, it } from 'vitest';
import { EMPTY_SHELF, readShelf, shelve, unshelve } from './shelf.ts';

const entry = (id: string, usedAt: number) => ({ id, name: id.toUpperCase(), files: 1, size: 10, usedAt });

it('puts the last used first, and what was saved on leaving where it belongs', () => {
  const shelf = shelve(shelve(EMPTY_SHELF, entry('a', 1)), entry('b', 2));
  expect(shelf.kept.map(({ id }) => id)).toEqual(['b', 'a']);
  const left = shelve(shelf, entry('c', 1.5), false);
  expect([left.current, left.kept.map(({ id }) => id)]).toEqual(['b', ['b', 'c', 'a']]);
  expect(unshelve(left, 'b')).toEqual({ current: null, kept: [entry('c', 1.5), entry('a', 1)] });
});

it.each([
  [undefined, EMPTY_SHELF],
  ['rubbish', null],
  [{ kept: 3 }, null],
  [
    { current: 'gone', kept: [entry('a', 1), { id: 'b' }, null] },
    { current: null, kept: [entry('a', 1)] },
  ],
])('reads %j', (raw, expected) => {
  expect(readShelf(raw)).toEqual(expected);
});
