import { expect, it } from 'vitest';
import { loadLesson, statesOf } from '../lessons/index.ts';
import { createGoalDesk } from './goal-desk.ts';

it('tells of each goal of a step whether it is met, while its files change', async () => {
  const lesson = await loadLesson('external-host');
  const desk = createGoalDesk();
  const states = statesOf(lesson);
  const at = lesson.steps.findIndex(({ goals }) => goals.length > 0);
  const goals = lesson.steps[at]?.goals ?? [];
  const start = states[at]?.start ?? [];
  const solved = states[at]?.solved ?? [];
  const before = desk.check(start, goals);
  expect(before).toHaveLength(goals.length);
  expect(before.some(({ met, missing }) => !met && missing !== '')).toBe(true);
  expect(desk.check(solved, goals).every(({ met, missing }) => met && missing === '')).toBe(true);
  expect(desk.check(start, goals)).toEqual(before);
});

it('tells plain data, that a worker can send', async () => {
  const lesson = await loadLesson('external-host');
  const desk = createGoalDesk();
  for (const [index, { goals }] of lesson.steps.entries()) {
    const told = desk.check(statesOf(lesson)[index]?.start ?? [], goals);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    expect(JSON.parse(JSON.stringify(goals))).toEqual(goals);
  }
});
