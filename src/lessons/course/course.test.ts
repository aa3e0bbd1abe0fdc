import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes } from '../../istio/index.ts';
import { checkLesson } from '../check-lesson.ts';
import { readLesson } from '../read/read-lesson.ts';
import { COURSE, lessonFiles, loadCourse, loadLesson } from './index.ts';
import { TEXTS } from './texts.ts';

const files = await lessonFiles();
const lessons = files.map((file) => ({ id: file.path, ...readLesson(file) }));

beforeAll(() => loadRegexes());

describe('the course', () => {
  it('lists its lessons as their heads have them, and every text', async () => {
    const heads = lessons.map(({ lesson }) => lesson);
    expect(
      heads.map(
        (lesson) =>
          lesson && { id: lesson.id, title: lesson.title, minutes: lesson.minutes, summary: lesson.summary },
      ),
    ).toEqual(COURSE);
    expect(Object.keys(TEXTS)).toEqual(COURSE.map(({ id }) => id));
    expect((await loadCourse()).lessons).toHaveLength(COURSE.length);
    await expect(loadLesson('nothing')).rejects.toThrow('no lesson nothing');
  });

  it.each(lessons)('can be read: $id', ({ objections }) => expect(objections).toEqual([]));

  // Each start fails its goals, each solution meets them and has no errors.
  it.each(lessons)('can be taught: $id', ({ lesson }) => {
    expect(lesson && checkLesson(lesson)).toEqual([]);
  });

  it.each(lessons)('says what was learned, and has a trap, hints and notes: $id', ({ lesson }) => {
    if (!lesson) throw new Error('not read');
    expect(lesson.learned.length).toBeGreaterThan(1);
    expect(lesson.trap).not.toBe('');
    expect(lesson.minutes).toBeGreaterThanOrEqual(5);
    expect(lesson.minutes).toBeLessThanOrEqual(10);
    const tasks = lesson.steps.filter(({ goals }) => goals.length > 0);
    expect(tasks.length).toBeGreaterThan(1);
    for (const { title, hints, notes } of tasks)
      expect([title, hints.length > 0, notes !== '']).toEqual([title, true, true]);
    for (const { title, look } of lesson.steps)
      expect([title, look.resources.length > 0]).toEqual([title, true]);
  });
});
