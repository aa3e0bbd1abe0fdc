import { describe, expect, it } from 'vitest';
import { nameItems, NO_KEYS } from './keys.ts';

const [a, b, c, d] = [{ n: 'a' }, { n: 'b' }, { n: 'c' }, { n: 'd' }];
const start = nameItems(NO_KEYS, [a, b, c]);
const nameOf = (list: ReturnType<typeof nameItems>, item: unknown) => list.keys[list.items.indexOf(item)];

describe('names of items', () => {
  it('are all different, with one to spare', () => {
    expect(start.keys).toHaveLength(4);
    expect(new Set(start.keys).size).toBe(4);
  });

  it.each([
    ['moved up', [b, a, c]],
    ['moved to the end', [b, c, a]],
    ['removed before', [b, c]],
    ['inserted before', [d, a, b, c]],
  ])('stay with an item when %s', (_, items) => {
    const after = nameItems(start, items);
    for (const item of [a, b, c]) {
      if (items.includes(item)) expect(nameOf(after, item)).toBe(nameOf(start, item));
    }
    expect(new Set(after.keys).size).toBe(items.length + 1);
  });

  it('stay with an item that is edited in place', () => {
    const edited = { n: 'b2' };
    expect(nameOf(nameItems(start, [a, edited, c]), edited)).toBe(nameOf(start, b));
  });

  it('give an appended item the name that was held ready', () => {
    expect(nameOf(nameItems(start, [a, b, c, d]), d)).toBe(start.keys[3]);
  });

  it('keep the ready name while others are edited', () => {
    expect(nameItems(start, [a, { n: 'b2' }, c]).keys[3]).toBe(start.keys[3]);
  });

  it('do not swap two equal items', () => {
    const twins = nameItems(NO_KEYS, [a, a]);
    expect(nameItems(twins, [a, a, b]).keys.slice(0, 2)).toEqual(twins.keys.slice(0, 2));
  });
});
