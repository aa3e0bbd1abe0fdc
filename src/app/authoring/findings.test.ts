import { describe, expect, it } from 'vitest';
import { exampleLesson, outlineOf, readLesson, statesOf } from '../../lessons/index.ts';
import { createTrialDesk } from '../../session/index.ts';
import { placeOf, standingsOf, triedFindings, writtenFindings } from './findings.ts';
import { trialKeys, type Trial } from './trials.ts';

function look(text: string) {
  const { lesson, objections } = readLesson({ path: 'a.md', text });
  if (!lesson) throw new Error('no lesson');
  const desk = createTrialDesk();
  const done = new Map<string, Trial>();
  for (const [index, key] of trialKeys(lesson).entries()) {
    const state = statesOf(lesson)[index];
    const goals = lesson.steps[index]?.goals ?? [];
    if (key !== null && state) done.set(key, desk.try(state.start, { goals, solved: state.solved }));
  }
  const outline = outlineOf(text);
  const found = [
    ...writtenFindings(text, outline, objections),
    ...triedFindings(text, outline, lesson, done),
  ];
  const lines = text.split('\n');
  return {
    lesson,
    done,
    found: found.map(({ step, offset, message }) => ({
      step,
      message,
      on: lines[placeOf(text, offset).line - 1]?.trim(),
    })),
  };
}

describe('what is to mend in a lesson', () => {
  it('is nothing in one that can be taught', () => {
    const { lesson, done, found } = look(exampleLesson('A'));
    expect(found).toEqual([]);
    expect(standingsOf(lesson, done)).toEqual(['read', 'good']);
    expect(standingsOf(lesson, new Map())).toEqual(['read', 'open']);
  });

  it('stands at its line: a slip at its key, an error in the block that writes the file', () => {
    const slip = look(exampleLesson('A').replace('outcome: forward', 'outcom: forward'));
    expect(slip.found[0]).toMatchObject({ step: 1, on: 'expect: { outcom: forward, timeout: 3s }' });
    const error = look(exampleLesson('A').replace('- timeout: 3s', '- timeout: soon'));
    expect(error.found.at(-1)).toMatchObject({ step: 1, on: '- timeout: soon' });
    expect(standingsOf(error.lesson, error.done)[1]).toBe('bad');
  });

  it('stands at the goals, where they are met too early or not at all', () => {
    const early = look(exampleLesson('A').replace('outcome: forward, timeout: 3s', 'outcome: forward'));
    expect(early.found).toEqual([
      { step: 1, on: '```yaml goals', message: expect.stringContaining('Its goals are met before') },
    ]);
  });
});
