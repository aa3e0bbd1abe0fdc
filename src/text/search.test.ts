import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTextSearch, searchFile, type TextQuery } from './search.ts';

const query = (words: string, more: Partial<TextQuery> = {}): TextQuery => ({
  words,
  matchCase: false,
  wholeName: false,
  ...more,
});
const file = (text: string, path = 'a.yaml') => ({ path, text });
/** `line:from-to`, each hit. */
const places = (text: string, asked: TextQuery) =>
  searchFile(file(text), asked).map(
    ({ line, spans }) => `${line}:${spans.map(({ from, to }) => `${from}-${to}`).join(' ')}`,
  );

describe('searchFile', () => {
  it.each<[string, string, TextQuery, string[]]>([
    ['nothing for no words', 'a', query(''), []],
    ['capital and small letters alike', 'host: Cart\nsubset: cart\n', query('CART'), ['1:6-10', '2:8-12']],
    ['only the same letters where case counts', 'Cart\ncart', query('cart', { matchCase: true }), ['2:0-4']],
    ['each place of a line, without overlaps', 'aaaa b a', query('aa'), ['1:0-2 2-4']],
    ['blanks as they stand', 'a  b\na b', query('a b'), ['2:0-3']],
    ['lines that end by CR LF or CR', 'x\r\ncart\rcart\r\n', query('cart'), ['2:0-4', '3:0-4']],
    ['offsets behind a letter whose small form is longer', 'İ cart', query('CART'), ['1:2-6']],
    [
      'whole names: a hyphen goes on with one, a dot and a slash do not',
      'cart-v2\ncart.shop\nshop/cart\nmy_cart',
      query('cart', { wholeName: true }),
      ['2:0-4', '3:5-9'],
    ],
    ['whole names that begin with a sign', 'a: /v2\nb: /v22', query('/v2', { wholeName: true }), ['1:3-6']],
  ])('finds %s', (_, text, asked, found) => {
    expect(places(text, asked)).toEqual(found);
  });

  it('finds each line with the letters, and marks just these, whatever the text', () => {
    const texts = fc
      .array(fc.constantFrom('ab', 'A', 'b', '\n', '\r\n', '\r', ' ', 'é', '😀', '-'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(
        texts,
        fc.constantFrom('a', 'ab', 'B', '😀', 'b a'),
        fc.boolean(),
        (text, words, matchCase) => {
          const same = (one: string) => (matchCase ? one : one.toLowerCase());
          const hits = searchFile(file(text), query(words, { matchCase }));
          const lines = text.split(/\r\n|\r|\n/);
          expect(hits.map(({ line }) => line)).toEqual(
            lines.flatMap((line, index) => (same(line).includes(same(words)) ? [index + 1] : [])),
          );
          for (const hit of hits) {
            expect(hit.text).toBe(lines[hit.line - 1]);
            expect(text.slice(hit.start, hit.start + hit.text.length)).toBe(hit.text);
            for (const { from, to } of hit.spans) expect(same(hit.text.slice(from, to))).toBe(same(words));
          }
        },
      ),
    );
  });
});

describe('createTextSearch', () => {
  const done = <T>(steps: Generator<void, T>): T => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
    }
  };

  it('finds in all files what each has, and stops where it was told, saying so', () => {
    const files = [file('x\nx', 'a'), file('y', 'b'), file('x', 'c')];
    const find = (most?: number) => done(createTextSearch(most).inSteps(files, query('x')));
    expect(find(3)).toMatchObject({ lines: 3, cut: false });
    expect(find().files.map(({ path, lines }) => `${path} ${lines.length}`)).toEqual(['a 2', 'c 1']);
    expect(find(2)).toMatchObject({ lines: 2, cut: true });
    expect(find(1).files[0]?.lines).toHaveLength(1);
  });

  it('looks again only into what changed', () => {
    const search = createTextSearch();
    const files = [file('x', 'a'), file('y', 'b'), file('x', 'c')];
    const steps = (some: typeof files, words: string) => [...search.inSteps(some, query(words))].length;
    expect(steps(files, 'x')).toBe(3);
    expect(steps(files, 'x')).toBe(0);
    expect(steps(files.with(1, file('yx', 'b')), 'x')).toBe(1);
    expect(steps(files, 'y')).toBe(3);
  });

  it('finds letter by letter what it finds at once, whatever was asked before', () => {
    const texts = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '\n'), maxLength: 8 }), {
      maxLength: 5,
    });
    const asked = fc.record({
      words: fc.string({ unit: fc.constantFrom('a', 'b', 'A'), minLength: 1, maxLength: 3 }),
      matchCase: fc.boolean(),
      wholeName: fc.boolean(),
    });
    fc.assert(
      fc.property(texts, fc.array(asked, { maxLength: 12 }), fc.boolean(), (contents, queries, ready) => {
        const files = contents.map((text, index) => file(text, String(index)));
        const search = createTextSearch();
        if (ready) done(search.ready(files));
        for (const one of queries)
          expect(done(search.inSteps(files, one))).toEqual(done(createTextSearch().inSteps(files, one)));
      }),
    );
  });

  it('looks for more letters only where the first ones stand', () => {
    const search = createTextSearch();
    const files = [file('xy', 'a'), file('y', 'b'), file('x', 'c')];
    const steps = (words: string) => [...search.inSteps(files, query(words))].length;
    expect([steps('x'), steps('xy'), steps('xyz'), steps('y')]).toEqual([3, 2, 1, 3]);
  });

  it('is not led astray by a search that was broken off', () => {
    const search = createTextSearch();
    const files = [file('x', 'a'), file('y', 'b')];
    const broken = search.inSteps(files, query('x'));
    broken.next();
    expect(done(search.inSteps(files, query('y'))).files.map(({ path }) => path)).toEqual(['b']);
    done(broken);
    expect(done(search.inSteps(files, query('y'))).files.map(({ path }) => path)).toEqual(['b']);
  });
});
