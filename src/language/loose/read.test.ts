import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import {
  pathOf,
  readLoosely,
  type CaretPlace,
  type Holder,
  type LooseList,
  type LooseNode,
} from './index.ts';

/** The tree as plain data; every scalar as text. */
function plain(node: LooseNode | null): unknown {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.text;
  if (node.kind === 'list') return node.items.map((item) => plain(item.value));
  return Object.fromEntries(
    node.entries.filter(({ colon }) => colon >= 0).map((entry) => [entry.key, plain(entry.value)]),
  );
}

/** `|` marks the caret. */
function caretIn(marked: string): CaretPlace {
  const at = marked.indexOf('|');
  return readLoosely(marked.slice(0, at) + marked.slice(at + 1), at).caret;
}

function told(place: CaretPlace): string {
  if (place.kind === 'nothing') return 'nothing';
  if (place.kind === 'item') return `item of ${pathText(place.list)} ${place.from}-${place.to}`;
  const path = pathText(place.holder);
  if (place.kind === 'value') return `value at ${path} ${place.from}-${place.to}${place.quote}`;
  const list = place.list ? ` or item of ${pathText(place.list)}` : '';
  return `key in ${path} ${place.from}-${place.to}${place.colon ? ' with colon' : ''}${list}`;
}

function pathText(at: Holder | LooseList): string {
  return pathOf(at?.kind === 'list' ? at.holder : at)?.join('.') ?? '?';
}

describe('readLoosely', () => {
  it.each([
    ['a: 1\nb:\n  c: x # no\n  "d e": y\n'],
    ['a:\n- b\n- c: 1\n  d: 2\n-   e: 3\n    f: 4\ng: 5\n'],
    ['a:\n  - - x\n    - y\n  - z\n'],
    ['a: {b: c, d: [e, {f: g}], h: }\ni: [1,\n  2, # two\n  3]\nj: k\n'],
    ["a: \"x: y\"\nb: 'it''s'\nd: e\n"],
    ['a: &x\n  b: 1\nc: &y d\n'],
    ['--- # start\na: b\n'],
    ['a: http://x.example:80/p\nb: x#y\n'],
    ['  a:\n    b: 1\n  c: 2\n'],
  ])('reads a whole document as the parser does: %j', (text) => {
    const asText = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(asText);
      if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, asText(each)]));
      return value === null ? null : JSON.stringify(value).replaceAll('"', '');
    };
    expect(plain(readLoosely(text).root)).toEqual(asText(parse(text)));
  });

  it('keeps texts of several lines, and aliases, as they are written', () => {
    const text = 'a: |\n  text: not a key\n\n  more\nb: >-\n  folded\nc: "two\n  lines"\nd: *x\ne: f\n';
    expect(plain(readLoosely(text).root)).toEqual({
      a: '|\n  text: not a key\n\n  more',
      b: '>-\n  folded',
      c: 'two\n  lines',
      d: '*x',
      e: 'f',
    });
  });

  it.each([
    ['spec:\n  ho|', 'key in spec 8-10'],
    ['spec:\n  |', 'key in spec 8-8'],
    ['spec:\n  a: 1\n  |', 'key in spec 15-15'],
    ['spec:\n  a: 1\n|', 'key in  13-13'],
    ['spec:\n  a: 1\n      |', 'key in spec 19-19'],
    ['spec:\n  ho|sts: []', 'key in spec 8-13 with colon'],
    ['spec:\n  hosts: |', 'value at spec.hosts 15-15'],
    ['spec:\n  mode: SI|MPLE  # why', 'value at spec.mode 14-20'],
    ['spec:\n  mode: "SI|MPLE"', 'value at spec.mode 14-22"'],
    ['spec:\n  mode: SIMPLE  # w|hy', 'nothing'],
    ['# a |', 'nothing'],
    ['a: >-\n  te|xt', 'nothing'],
    ['http:\n- |', 'key in http.0 8-8'],
    ['http:\n-|', 'key in http.0 7-7'],
    ['http:\n- ma|', 'key in http.0 8-10'],
    ['http:\n- match:\n  |', 'key in http.0 17-17 or item of http.0.match'],
    ['http:\n- match: x\n|', 'key in  17-17 or item of http'],
    ['http:\n  - match: x\n  |', 'item of http 21-21'],
    ['http:\n  - match: x\n    ro|\n    retries: {}', 'key in http.0 23-25'],
    ['a: {|}', 'key in a 4-4'],
    ['a: {b|}', 'key in a 4-5'],
    ['a: {b: |}', 'value at a.b 7-7'],
    ['a: {b: c|, d: e}', 'value at a.b 7-8'],
    ['a: {b: c, |}', 'key in a 10-10'],
    ['a: {b: c, |', 'key in a 10-10'],
    ['a: {b: c |}', 'nothing'],
    ['a: [|]', 'value at a.0 4-4'],
    ['a: [b, |]', 'value at a.1 7-7'],
    ['a: [b, c|]', 'value at a.1 7-8'],
    ['a: [{b: |}]', 'value at a.0.b 8-8'],
    ['a: {b: c,\n  |}', 'key in a 12-12'],
    ['a: "open\nb: |', 'value at b 12-12'],
    ['a: {open\nb: |', 'value at b 12-12'],
    ['a:\r\n  b: 1\r\n  |\r\nc: 2\r\n', 'key in a 14-14'],
    ['|', 'key in  0-0'],
    ['--- |', 'nothing'],
    ['- a\n- |', 'key in 1 6-6'],
    ['hosts:\n- a.ex|', 'key in hosts.0 9-13'],
    ['a: b\n  c|', 'key in  7-8'],
  ])('tells what stands at the caret: %j', (marked, expected) => {
    expect(told(caretIn(marked))).toBe(expected);
  });

  it('answers for any text, with every range inside it', () => {
    const pieces = fc.constantFrom(
      'a',
      'kind:',
      ': ',
      ' ',
      '  ',
      '\n',
      '\r\n',
      '- ',
      '-',
      '{',
      '}',
      '[',
      ']',
      ',',
      '"',
      "'",
      '#',
      ' #',
      '|',
      '&x ',
      '*x',
      '---\n',
      '\t',
      '\uFEFF',
    );
    const texts = fc.array(pieces, { maxLength: 40 }).map((all) => all.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const caret = at % (text.length + 1);
        const { caret: place, root } = readLoosely(text, caret);
        if (place.kind !== 'nothing') {
          expect(place.from).toBeGreaterThanOrEqual(0);
          expect(place.from).toBeLessThanOrEqual(caret);
          expect(place.to).toBeGreaterThanOrEqual(caret);
          expect(place.to).toBeLessThanOrEqual(text.length);
        }
        expect(JSON.stringify(plain(root))).toBeDefined();
      }),
      { numRuns: 5000 },
    );
  });
});
