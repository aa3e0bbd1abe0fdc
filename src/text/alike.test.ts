import fc from 'fast-check';
import { expect, it } from 'vitest';
import { alikeAtEnd, alikeAtStart, sameItems } from './alike.ts';

const items = Array.from({ length: 4 }, (_, n) => ({ n }));
const list = fc.array(fc.constantFrom(...items), { maxLength: 6 });

it('finds where two lists begin and end to be different', () => {
  fc.assert(
    fc.property(list, list, list, list, (head, a, b, tail) => {
      const [one, other] = [
        [...head, ...a, ...tail],
        [...head, ...b, ...tail],
      ];
      const start = alikeAtStart(one, other);
      const end = alikeAtEnd(one, other, start);
      expect(start).toBeGreaterThanOrEqual(head.length);
      expect(one.slice(0, start)).toEqual(other.slice(0, start));
      expect(one.slice(one.length - end)).toEqual(other.slice(other.length - end));
      const [was, is] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
      if (was.length > 0 && is.length > 0) {
        expect(was[0]).not.toBe(is[0]);
        expect(was.at(-1)).not.toBe(is.at(-1));
      }
      expect(sameItems(one, other)).toBe(was.length + is.length === 0);
    }),
  );
});

it('goes by which items there are, and not by what they say', () => {
  expect(sameItems([{ n: 1 }], [{ n: 1 }])).toBe(false);
});
