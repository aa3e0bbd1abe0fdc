import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hunksOf } from './hunks.ts';

const items = Array.from({ length: 900 }, (_, n) => ({ n }));
const from = (a: number, b: number) => items.slice(a, b);

it('names what came and went, wherever that is', () => {
  const before = from(0, 600);
  const after = [...from(700, 702), ...from(0, 300), ...from(302, 500), ...from(710, 750), ...from(500, 600)];
  expect(hunksOf(before, after)).toEqual([
    { was: [], is: from(700, 702) },
    { was: from(300, 302), is: [] },
    { was: [], is: from(710, 750) },
  ]);
});

it('says nothing of lists that have too little in common', () => {
  expect(hunksOf(from(0, 300), from(300, 600))).toBeNull();
  expect(hunksOf(from(0, 300), from(250, 600))).toBeNull();
});

it('leaves what both lists have in one order', () => {
  const part = fc.subarray(items.slice(0, 12));
  fc.assert(
    fc.property(part, fc.shuffledSubarray(items.slice(0, 14)), part, (before, shuffled, inOrder) => {
      for (const after of [shuffled, inOrder]) {
        const hunks = hunksOf(before, after) ?? [];
        const [gone, come] = [hunks.flatMap(({ was }) => was), hunks.flatMap(({ is }) => is)];
        expect(before.filter((item) => gone.includes(item))).toEqual(gone);
        expect(after.filter((item) => come.includes(item))).toEqual(come);
        expect(before.filter((item) => !gone.includes(item))).toEqual(
          after.filter((item) => !come.includes(item)),
        );
      }
    }),
    { numRuns: 1000 },
  );
});
