import { expect, it } from 'vitest';
import type { KeptLesson, KeptPack } from '../../../session/index.ts';
import { lessonAfter } from './lessonAfter.ts';
import { placeOf } from './linkTo.ts';

const kept = (lesson: string, at: number): KeptLesson => ({
  lesson,
  title: 'A',
  workspace: 'w',
  from: null,
  begun: 0,
  progress: { lesson, at, steps: [{ state: 'open', hints: 0, shown: false }] },
});
const title = (id: string) => ({ id, title: id, minutes: 5, summary: '' });
const pack = (address: string | null): KeptPack => ({
  id: 'class',
  title: 'Class',
  name: 'class.zip',
  address,
  lessons: [title('a'), title('b')],
});

it('a link names the lesson, and the pack where that lies beside the page', () => {
  expect(placeOf(kept('external-host', 0), [])).toEqual({ lesson: 'external-host', step: 0 });
  expect(placeOf(kept('external-host', 1), [])).toEqual({ lesson: 'external-host' });
  expect(placeOf(kept('class/a', 0), [pack('packs/class.zip')])).toEqual({
    pack: 'packs/class.zip',
    lesson: 'a',
    step: 0,
  });
  expect(placeOf(kept('class/a', 0), [pack(null)])).toBeNull();
  expect(placeOf(kept('class/a', 0), [])).toBeNull();
  expect(placeOf(kept('draft:1:a.md', 0), [])).toBeNull();
});

it('the next lesson is that of the course, or of the pack', () => {
  expect(lessonAfter('external-host', [])?.id).toBe('policy-for-the-way');
  expect(lessonAfter('class/a', [pack(null)])?.id).toBe('class/b');
  expect(lessonAfter('class/b', [pack(null)])).toBeUndefined();
  expect(lessonAfter('gone/a', [pack(null)])).toBeUndefined();
});
