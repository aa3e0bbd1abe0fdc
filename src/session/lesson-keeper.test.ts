import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLessons, withLesson } from './lesson-keeper.ts';
import type { KeptLesson } from './types.ts';

const kept = (lesson: string, at = 0): KeptLesson => ({
  lesson,
  title: `About ${lesson}`,
  workspace: `w-${lesson}`,
  from: null,
  begun: at,
  progress: { lesson, at, steps: [{ state: 'open', hints: 0, shown: false }] },
});

it('keeps each lesson once, the last touched first', () => {
  const list = withLesson(withLesson(withLesson([], kept('a')), kept('b')), kept('a', 1));
  expect(list).toEqual([kept('a', 1), kept('b')]);
});

it('reads back what it wrote, and nothing out of what is no list of lessons', () => {
  const list = [kept('a', 1), kept('b')];
  expect(readLessons(JSON.parse(JSON.stringify(list)))).toEqual(list);
  expect(
    readLessons([{ ...kept('a'), workspace: 7 }, null, { ...kept('b'), progress: 'far' }, kept('c')]),
  ).toEqual([kept('c')]);
  fc.assert(fc.property(fc.jsonValue(), (raw) => Array.isArray(readLessons(raw))));
});
