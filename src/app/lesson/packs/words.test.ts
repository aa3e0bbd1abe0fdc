import { expect, it } from 'vitest';
import { toldOfPack } from './words.ts';

const none = { added: [], removed: [], changed: [] };

it('tells of a pack what is new in it', () => {
  expect(toldOfPack({ id: 'a', changes: null, unkept: null })).toEqual(['Opened just now.']);
  expect(toldOfPack({ id: 'a', changes: none, unkept: null })).toEqual([
    'Opened again: nothing in it has changed.',
  ]);
  const changes = { added: ['A', 'B', 'C', 'D', 'E', 'F'], removed: ['X'], changed: [] };
  expect(toldOfPack({ id: 'a', changes, unkept: 'Storage is full.' })).toEqual([
    'Opened again. New: “A”, “B”, “C”, “D”, 2 more. Gone: “X”. Your progress in the lessons that are still there is kept.',
    'It is here until you close the page, and is not kept: Storage is full.',
  ]);
});
