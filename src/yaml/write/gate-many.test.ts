import { assert as check, integer, property } from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { applyEdits } from '../../text/index.ts';
import { locate } from '../locate.ts';
import { parseDocument } from '../parse.ts';
import * as reading from '../read.ts';
import { RefusedError } from '../refused.ts';
import type { Path, YamlNode, YamlValue } from '../types.ts';
import type { DocumentEdit } from './edits.ts';
import { editDocumentMany } from './gate-many.ts';
import { editDocument } from './gate.ts';
import { chanceOf, randomDocument, randomScalar, type Chance } from './random-document.testkit.ts';

const set = (path: Path, value: YamlValue): DocumentEdit => ({ kind: 'set', path, value });

const oneByOne = (text: string, edits: readonly DocumentEdit[]): string =>
  edits.reduce((now, edit) => editDocument(now, edit).text, text);

/** The text, or the sentence why there is none. */
function done(make: () => string): string {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RefusedError)) throw error;
    return `refused: ${error.message}`;
  }
}

function scalars(node: YamlNode, here: Path = []): Path[] {
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => scalars(value, [...here, key]));
  if (node.kind === 'list') return node.items.flatMap((item, index) => scalars(item, [...here, index]));
  return node.kind === 'scalar' ? [here] : [];
}

function randomEdit(chance: Chance, root: YamlNode): DocumentEdit {
  const path = chance.pick(scalars(root));
  if (chance.once(12)) return { kind: 'remove', path };
  return set(path, chance.once(4) ? randomScalar(chance) : `new-${chance.below(3)}`);
}

describe('editDocumentMany', () => {
  it('makes of a document what its edits make one by one, and refuses what they refuse', () => {
    let made = 0;
    check(
      property(integer(), (seed) => {
        const chance = chanceOf(seed);
        const text = randomDocument(chance);
        const root = locate(text);
        if (!root || scalars(root).length === 0) return;
        const edits = Array.from({ length: 1 + chance.below(8) }, () => randomEdit(chance, root));
        const whole = done(() => {
          const { edits: own, text: after } = editDocumentMany(text, edits);
          expect(applyEdits(text, own)).toBe(after);
          return after;
        });
        const apart = done(() => oneByOne(text, edits));
        expect(whole).toBe(apart);
        expect(done(() => editDocumentMany(text, edits, parseDocument(text)).text)).toBe(apart);
        if (!whole.startsWith('refused')) made++;
      }),
      { numRuns: 600 },
    );
    expect(made).toBeGreaterThan(400);
  }, 120_000);

  describe('reads', () => {
    const texts = Array.from({ length: 40 }, (_, index) => `- 'old' # ${index}\n- {host: old-${index}}\n`);
    const edits = texts.flatMap((_, index) => [
      set([index * 2], 'new'),
      set([index * 2 + 1, 'host'], `new-${index}`),
    ]);
    const read = vi.spyOn(reading, 'readDocument');
    beforeEach(() => void read.mockClear());

    it('the document once before and once after, however many there are', () => {
      const { text } = editDocumentMany(texts.join(''), edits);
      expect(text).toBe(texts.join('').replaceAll('old', 'new'));
      expect(read.mock.calls.map(([each]) => each)).toEqual([texts.join(''), text]);
    });

    it('it only after where it was read already, and nothing else has the words', () => {
      const text = '# rules of the shop\nhost: cart.shop   # ours\nto: [shop, "shop", cart.shop]\nshop: 1\n';
      const renames = [set(['host'], 'cart.store'), set(['to', 2], 'cart.store')];
      const known = parseDocument(text);
      const after = text.replaceAll('cart.shop', 'cart.store');
      read.mockClear();
      expect(editDocumentMany(text, renames, known).text).toBe(after);
      expect(read.mock.calls.map(([each]) => each)).toEqual([after]);
    });

    it.each([
      ['a comment has the word', '# of shop\nto: shop\n', '# of shop\nto: store\n'],
      ['a key is the word', '{shop, to: shop}\n', '{shop, to: store}\n'],
      ['another value is the word', 'to: shop\nat: shop\n', 'to: store\nat: shop\n'],
      ['it is written otherwise', '# shop\nto: "sh\\u006fp"\n', '# shop\nto: "store"\n'],
    ])('the tree too where %s', (_, text, after) => {
      expect(editDocumentMany(text, [set(['to'], 'store')], parseDocument(text)).text).toBe(after);
    });

    it('no more than it takes to find the one place that is otherwise', () => {
      const text = texts.join('').replace("- 'old' # 7\n", '- 7\n');
      expect(editDocumentMany(text, edits).text).toBe(
        text.replaceAll('old', 'new').replace('- 7\n', '- new\n'),
      );
      expect(read.mock.calls.length).toBeLessThan(20);
    });
  });
});
