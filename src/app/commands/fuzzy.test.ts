import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyMatch } from './fuzzy.ts';

const best = (query: string, texts: string[]) =>
  texts
    .map((text) => ({ text, match: fuzzyMatch(query, text) }))
    .filter(({ match }) => match !== null)
    .sort((a, b) => b.match!.score - a.match!.score)[0]?.text;

describe('fuzzyMatch', () => {
  it.each([
    ['vs', ['Reverse', 'Add VirtualService', 'Visit'], 'Add VirtualService'],
    ['undo', ['Unload old', 'Undo'], 'Undo'],
    ['orders', ['reorders', 'orders-route'], 'orders-route'],
    ['df', ['Deleted stuff', 'Download file'], 'Download file'],
    ['add virt', ['Add VirtualService', 'Advanced virtual'], 'Add VirtualService'],
  ])('%s finds among %j: %s', (query, texts, expected) => {
    expect(best(query, texts)).toBe(expected);
  });

  it('matches nothing where a letter is missing or out of order', () => {
    expect(fuzzyMatch('xyz', 'Export YAML')).toBeNull();
    expect(fuzzyMatch('ba', 'ab')).toBeNull();
  });

  it('takes an empty query for everything', () => {
    expect(fuzzyMatch('  ', 'Undo')).toEqual({ score: 0, at: [] });
  });

  it('points at the letters of the query, in order', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 40 }), (query, text) => {
        const match = fuzzyMatch(query, text);
        if (!match) return;
        const letters = match.at.map((index) => text[index]!.toLowerCase()).join('');
        expect(letters).toBe(query.toLowerCase().replaceAll(/\s+/g, ''));
        expect([...match.at].sort((a, b) => a - b)).toEqual(match.at);
      }),
    );
  });

  it('finds every subsequence', () => {
    const subsequence = fc
      .array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'D', 'E', '-', '.', ' '), fc.boolean()), {
        minLength: 1,
        maxLength: 20,
      })
      .map((letters) => ({
        text: letters.map(([letter]) => letter).join(''),
        query: letters.map(([letter, taken]) => (taken ? letter : '')).join(''),
      }));
    fc.assert(
      fc.property(subsequence, ({ text, query }) => {
        expect(fuzzyMatch(query, text)).not.toBeNull();
      }),
    );
  });
});
