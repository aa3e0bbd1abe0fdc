import fc from 'fast-check';
import { beforeAll, expect, it, test } from 'vitest';
import { loadRegexes, type Regexes } from '../../istio/index.ts';
import { regexPieces } from './regex-pieces.ts';

let regexes: Regexes;
beforeAll(async () => void (regexes = await loadRegexes()));

const brief = (pattern: string): string =>
  regexPieces(pattern)
    .map(({ text, tail }) => text + { none: '', any: '*', some: '?' }[tail])
    .join(' ');

test.each([
  ['/a', '/a'],
  ['/a\\.b', '/a.b'],
  ['/a.b', '/a?'],
  ['.*', '*'],
  ['/a.*', '/a*'],
  ['/a(.*)', '/a*'],
  ['/a.+', '/a?'],
  ['/a(/.*)?', '/a /a/*'],
  ['/a/?', '/a /a/'],
  ['^/a$', '/a'],
  ['/a(/|$).*', '/a/* /a'],
  ['GET|PUT', 'GET PUT'],
  ['(?:a|b)(c|d)', 'ac ad bc bd'],
  ['v[12]', 'v1 v2'],
  ['v[1-9]x', 'v?'],
  ['v\\d+/x', 'v?'],
  ['(a\\d|b)c', 'a? bc'],
  ['a.*b', 'a?'],
  ['(?i)a', '?'],
  ['(?P<id>a)', 'a'],
  ['a{2}', '?'],
  ['((((', '?'],
  ['[]a]', '] a'],
  ['[^]a]b', '?'],
  ['x[[:alpha:]]y', 'x?'],
  ['', ''],
])('%s is %s', (pattern, expected) => {
  expect(brief(pattern)).toBe(expected);
});

const regex = fc.letrec<{ regex: string }>((tie) => ({
  regex: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.constantFrom(
      'a',
      'b',
      '/',
      '.',
      '.*',
      'a?',
      '[ab]',
      '[^a]',
      '\\d',
      '\\.',
      'a+',
      '^',
      '$',
      '.*?',
      'b{1,2}',
      '(?i)',
      '[/-b]',
    ),
    fc.tuple(tie('regex'), tie('regex')).map(([one, other]) => one + other),
    fc.tuple(tie('regex'), tie('regex')).map(([one, other]) => `(${one}|${other})`),
    fc.tuple(tie('regex'), tie('regex')).map(([one, other]) => `${one}|${other}`),
    fc.tuple(tie('regex'), fc.constantFrom('?', '*', '+')).map(([one, sign]) => `(?:${one})${sign}`),
  ),
})).regex;

it('bounds what RE2 takes, from both sides', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '1', 'A'), maxLength: 5 });
  fc.assert(
    fc.property(regex, fc.array(text, { minLength: 30, maxLength: 30 }), (pattern, texts) => {
      const reading = regexes(pattern);
      if (reading.fault !== null) return;
      const pieces = regexPieces(pattern);
      for (const one of texts) {
        const around = pieces.filter(({ text: start, tail }) =>
          tail === 'none' ? one === start : one.startsWith(start),
        );
        if (reading.matches(one)) expect(around).not.toEqual([]);
        else expect(around.filter(({ tail }) => tail !== 'some')).toEqual([]);
      }
    }),
    { numRuns: 1500 },
  );
});
