import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffOf } from './hunks.ts';

const lines = (...text: string[]) => `${text.join('\n')}\n`;

it('shows what differs, with two lines around, and says what it leaves out', () => {
  const before = lines('a', 'b', 'c', 'd', 'e', 'f', 'g');
  const after = lines('a', 'b', 'c', 'd', 'E', 'f', 'g');
  expect(diffOf(before, after)).toEqual([
    { kind: 'skipped', text: 'line 3' },
    { kind: 'same', text: 'c' },
    { kind: 'same', text: 'd' },
    { kind: 'removed', text: 'e' },
    { kind: 'added', text: 'E' },
    { kind: 'same', text: 'f' },
    { kind: 'same', text: 'g' },
  ]);
});

it('says nothing of texts that are the same, and does not speak of the missing line end', () => {
  expect(diffOf('a\n', 'a\n')).toEqual([]);
  expect(diffOf('a', 'b')).toEqual([
    { kind: 'removed', text: 'a' },
    { kind: 'added', text: 'b' },
  ]);
});

it('gives up on what nobody would read', () => {
  const many = (word: string) => Array.from({ length: 2000 }, (_, i) => `${word} ${i}`).join('\n');
  expect(diffOf(many('old'), many('new'))).toBe(null);
});

it('adds and removes what the texts have more and less of', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 }).map((all) => lines(...all));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const found = diffOf(before, after) ?? [];
      const count = (kind: string) => found.filter((line) => line.kind === kind).length;
      const length = (all: string) => all.split('\n').length;
      expect(count('added') - count('removed')).toBe(length(after) - length(before));
    }),
  );
});
