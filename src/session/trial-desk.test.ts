import { expect, it } from 'vitest';
import { checkLesson, exampleLesson, readLesson, statesOf } from '../lessons/index.ts';
import { createTrialDesk } from './trial-desk.ts';

function trialsOf(text: string) {
  const { lesson } = readLesson({ path: 'a.md', text });
  if (!lesson) throw new Error('no lesson');
  const desk = createTrialDesk();
  const states = statesOf(lesson);
  const told = lesson.steps.map(({ goals }, index) => {
    const { start, solved } = states[index] ?? { start: [], solved: [] };
    return desk.try(start, { goals, solved });
  });
  return { lesson, told };
}

it('finds a step that can be taught good, and says of each goal how it stands', () => {
  const { told } = trialsOf(exampleLesson('A'));
  expect(told[1]).toMatchObject({
    atStart: [{ met: false }, { met: true }],
    atEnd: [{ met: true }, { met: true }],
    errors: [],
    objections: [],
  });
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
});

it('objects as `lesson check` does', () => {
  const text = exampleLesson('A').replace('timeout: 3s\n      route', 'timeot: 4s\n      route');
  const { lesson, told } = trialsOf(text);
  const objections = told[1]?.objections ?? [];
  expect(objections.map(({ of }) => of)).toEqual(['solution', 'solution', 'error']);
  expect(checkLesson(lesson).map(({ message }) => message)).toEqual(
    objections.map(({ message }) => `Step 2, “Wait three seconds”: ${message}`),
  );
  expect(told[1]?.errors[0]).toMatchObject({ file: 'routes.yaml', line: 9 });
});
