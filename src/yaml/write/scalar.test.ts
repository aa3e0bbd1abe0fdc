import { assert as check, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { folded, literal } from './emit.ts';
import { readsDifferently } from './readings.ts';
import { scalarText, type Quote } from './scalar.ts';

const block = { flow: false };
const flow = { flow: true };

describe('scalarText', () => {
  it.each([
    'lamp',
    'lamp.harbour.svc.cluster.local',
    '/api/v1',
    '10.77.0.0/16',
    '5s',
    '1.2.3',
    'http://lamp:8080/x#y',
    'a b',
    'naïve — ok',
  ])('leaves %j plain', (text) => {
    expect(scalarText(text, 'plain', block)).toBe(text);
  });

  const quoted = [
    ['', ' a', 'a ', 'a: b', 'a:', 'a #b', '---', '... a'],
    ['# a', '- a', '*', '&a', '!a', '@a', '%a', '`a', '|', '>', '{a', '[a', '"a', "'a"],
    ['~', 'null', 'True', '80', '1.0', '1e3', '0x1F', '.inf', '<<', '='],
    ['yes', 'No', 'on', 'OFF', 'y', '0755', '012', '0o17', '0b11', '1_000', '12:30', '2001-01-01'],
    ['a\nb', 'a\tb', '\u0085', '\u2028', '\ufeff', '\ud800'],
  ];
  it.each(quoted.flat())('puts %j in quotes', (text) => {
    const written = scalarText(text, 'plain', block);
    expect(written).toMatch(/^"/);
    expect(parse(written)).toBe(text);
  });

  it.each(['a,b', 'https?', 'a]', 'a}b', '[x]'])('puts %j in quotes between brackets', (text) => {
    expect(scalarText(text, 'plain', flow)).toBe(JSON.stringify(text));
  });

  it('writes numbers so that they are read as the same numbers', () => {
    for (const number of [0, -0, 1.5, 1e21, 1e-7, -3, Number.MAX_SAFE_INTEGER, Infinity, -Infinity, NaN]) {
      expect(parse(scalarText(number, 'plain', block))).toBe(number);
    }
  });

  it('writes any text so that it is read as the same text, in every quote and place', () => {
    const text = oneof(
      string(),
      string({ unit: 'binary' }),
      string({ unit: constantFrom(...'ab:#-?,[]{}!&*|>\'"%@` \n\t\\'.split('')) }),
    );
    check(
      property(text, constantFrom<Quote>('plain', 'single', 'double'), (value, quote) => {
        expect(parse(`a: ${scalarText(value, quote, block)}\nb: 1\n`)).toEqual({ a: value, b: 1 });
        expect(parse(`[${scalarText(value, quote, flow)}, 1]\n`)).toEqual([value, 1]);
        const key = scalarText(value, quote, { flow: false, key: true });
        if (value.length < 200) expect(Object.keys(parse(`${key}: 1\n`) as object)).toEqual([value]);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('block scalars', () => {
  it.each([
    ['a\nb\n', '|', ['  a', '  b'], '>', ['  a', '', '  b']],
    ['a\n\nb', '|-', ['  a', '', '  b'], null, null],
    ['a', '|-', ['  a'], '>-', ['  a']],
    ['a\n  b\n', '|', ['  a', '    b'], null, null],
  ])('%j', (text, header, lines, foldedHeader, foldedLines) => {
    expect(literal(text, 2)).toEqual({ header, lines });
    expect(folded(text, 2)).toEqual(foldedHeader && { header: foldedHeader, lines: foldedLines });
  });

  it.each(['', ' a', '\na', 'a \nb', 'a\n\n', 'a\rb', 'a\u0007'])('cannot hold %j', (text) => {
    expect(literal(text, 2)).toBeNull();
  });

  it('hold what they hold exactly', () => {
    const text = string({ unit: constantFrom('a', 'b', ' ', '\n', '#', ':', '-'), maxLength: 12 });
    check(
      property(text, (value) => {
        for (const scalar of [literal(value, 2), folded(value, 2)]) {
          if (!scalar) continue;
          const written = ['a: ' + scalar.header, ...scalar.lines, 'b: 1', ''].join('\n');
          expect(parse(written)).toEqual({ a: value, b: 1 });
        }
      }),
      { numRuns: 1000 },
    );
  });
});

it.each([
  ['yes', 'boolean'],
  ['Off', 'boolean'],
  ['0755', 'number'],
  ['1_000', 'number'],
  ['0b11', 'number'],
  ['12:30:45', 'number'],
  ['2001-01-01', 'timestamp'],
  ['true', null],
  ['80', null],
  ['1.5', null],
  ['yesterday', null],
  ['a:b', null],
])('%s reads as %s to YAML 1.1 only', (source, reading) => {
  expect(readsDifferently(source)).toBe(reading);
});
