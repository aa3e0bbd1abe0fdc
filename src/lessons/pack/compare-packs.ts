import type { Lesson } from '../lesson.ts';
import type { Pack } from './read-pack.ts';

/** What a pack that is opened again has otherwise, by the titles of its lessons. */
export interface PackChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What changed from one state of a pack to the next. Lessons are the same by their ids, wherever they stand in their files. */
export function comparePacks(before: Pack, after: Pack): PackChanges {
  const was = new Map(before.lessons.map((lesson) => [lesson.id, lesson]));
  const is = new Set(after.lessons.map(({ id }) => id));
  const title = (lesson: Lesson): string => lesson.title;
  return {
    added: after.lessons.filter(({ id }) => !was.has(id)).map(title),
    removed: before.lessons.filter(({ id }) => !is.has(id)).map(title),
    changed: after.lessons
      .filter((lesson) => {
        const old = was.get(lesson.id);
        return old && taught(old) !== taught(lesson);
      })
      .map(title),
  };
}

/** All of a lesson that its learners or their goals can tell, without the lines where it is written. */
const taught = (lesson: Lesson): string =>
  JSON.stringify(lesson, (key, value: unknown) => (key === 'place' ? undefined : value));
