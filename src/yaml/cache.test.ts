import { expect, it } from 'vitest';
import { createParseCache } from './cache.ts';
import { parseDocument } from './parse.ts';

it('reads a text once', () => {
  const cache = createParseCache();
  const first = cache.read('a: 1\n');
  expect(first.value).toEqual({ a: 1 });
  expect(cache.read(['a: ', '1\n'].join(''))).toBe(first);
});

it('takes in what was read elsewhere', () => {
  const cache = createParseCache();
  expect(cache.peek('a: 1\n')).toBeUndefined();
  const read = parseDocument('a: 1\n');
  cache.keep(read);
  expect(cache.read('a: 1\n')).toBe(read);
});

it('forgets the oldest when it holds too much', () => {
  const cache = createParseCache();
  const texts = Array.from({ length: 20 }, (_, index) => `# ${index} ${'x'.repeat(1_000_000)}\n`);
  for (const text of texts) cache.read(text);
  expect(cache.peek(texts[0] ?? '')).toBeUndefined();
  expect(cache.peek(texts[19] ?? '')).toBeDefined();
});
