import fc from 'fast-check';
import { expect, it } from 'vitest';
import { closest, editDistance, listOf, quote, someOf } from './words.ts';

it.each([
  ['timout', 'timeout'],
  ['TIMEOUT', 'timeout'],
  ['time_out', 'timeout'],
  ['tiemout', 'timeout'],
  ['retires', 'retries'],
  ['nae', 'name'],
  ['gateways', 'gateways'],
  ['xyz', undefined],
  ['a', undefined],
  ['description', undefined],
])('%s is closest to %s', (word, meant) => {
  expect(closest(word, ['timeout', 'retries', 'name', 'gateways', 'uri'])).toBe(meant);
});

it('prefers the nearest', () => {
  expect(closest('hosts', ['host', 'hosts', 'ports'])).toBe('hosts');
  expect(closest('prot', ['pool', 'port', 'host'])).toBe('port');
});

it('measures slips of the finger', () => {
  expect(editDistance('abc', 'abc')).toBe(0);
  expect(editDistance('abc', 'acb')).toBe(1);
  expect(editDistance('abc', 'abxc')).toBe(1);
  expect(editDistance('abc', 'xyz')).toBe(3);
  expect(editDistance('abc', 'abcdefgh')).toBe(Infinity);
});

it('measures the same there and back', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
    }),
  );
});

it.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a or b'],
  [['a', 'b', 'c'], 'a, b or c'],
])('lists %j', (words, text) => {
  expect(listOf(words)).toBe(text);
});

it.each([
  ['web', '"web"'],
  [5, '5'],
  [true, 'true'],
  [null, 'nothing'],
  [[1], 'a list'],
  [{ a: 1 }, 'a group of fields'],
])('quotes %j', (value, text) => {
  expect(quote(value)).toBe(text);
});

it('shortens what is long', () => {
  expect(quote('x'.repeat(500)).length).toBeLessThan(62);
});

it('names all of some, and the first of many', () => {
  const some = (count: number): string =>
    someOf(
      Array.from({ length: count }, (_, n) => n),
      String,
    );
  expect(some(1)).toBe('0');
  expect(some(6)).toBe('0, 1, 2, 3, 4 and 5');
  expect(some(7)).toBe('0, 1, 2, 3, 4 and 2 others');
});
