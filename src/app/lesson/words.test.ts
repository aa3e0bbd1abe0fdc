import { expect, it } from 'vitest';
import { loadLesson, startProgress, type LessonProgress } from '../../lessons/index.ts';
import { howItWent, share, standing } from './words.ts';

const lesson = await loadLesson('external-host');
const fresh = startProgress(lesson);

it('says where somebody stands', () => {
  expect(standing(null)).toBe('Not begun');
  expect(standing({ ...fresh, at: 2 })).toBe('Step 3 of 5');
  expect(standing({ ...fresh, at: 5 })).toBe('Finished');
});

it('counts what is behind', () => {
  expect(share(fresh)).toBe(0);
  expect(share({ ...fresh, steps: fresh.steps.map((step) => ({ ...step, state: 'done' })) })).toBe(100);
  expect(share({ ...fresh, steps: [] })).toBe(0);
});

it('tells at the end how it went, and nothing that did not happen', () => {
  const states = [
    { state: 'seen', hints: 0, shown: false },
    { state: 'done', hints: 2, shown: false },
    { state: 'done', hints: 0, shown: true },
    { state: 'skipped', hints: 0, shown: false },
    { state: 'seen', hints: 0, shown: false },
  ] as const;
  const progress: LessonProgress = { ...fresh, at: 5, steps: states };
  expect(howItWent(lesson, progress)).toEqual(['1 with 2 hints', '1 after “Show me”', '1 skipped']);
});
