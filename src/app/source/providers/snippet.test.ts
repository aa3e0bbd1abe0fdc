import { expect, it } from 'vitest';
import { snippet } from './snippet.ts';

it.each([
  ['host: ', [6], 'host: $0'],
  ['a: \n  b: ', [3, 9], 'a: $1\n  b: $0'],
  ['plain', [], 'plain'],
  ['regex: ${x}\\d', [7], 'regex: $0\\${x\\}\\\\d'],
])('turns %j with stops %j into a snippet', (insert, stops, expected) => {
  expect(snippet({ insert, stops })).toBe(expected);
});
