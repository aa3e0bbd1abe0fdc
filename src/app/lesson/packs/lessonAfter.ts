import { COURSE, type LessonTitle } from '../../../lessons/index.ts';
import type { KeptPack } from '../../../session/index.ts';
import { lessonKey, partsOfKey } from './packs.ts';

/** The lesson that is taught after this one, in the course or in its pack, by its key; undefined after the last. */
export function lessonAfter(key: string, packs: readonly KeptPack[]): LessonTitle | undefined {
  const parts = partsOfKey(key);
  if (!parts) return after(COURSE, key);
  const pack = packs.find(({ id }) => id === parts.pack);
  const next = pack && after(pack.lessons, parts.lesson);
  return next && { ...next, id: lessonKey(parts.pack, next.id) };
}

function after(lessons: readonly LessonTitle[], id: string): LessonTitle | undefined {
  const at = lessons.findIndex((one) => one.id === id);
  return at < 0 ? undefined : lessons[at + 1];
}
