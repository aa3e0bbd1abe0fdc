import { readLesson, type Lesson } from '../../lessons/index.ts';
import { filesOfDraft } from './author.ts';

/** A lesson of a draft as it is written now, for who tries it. Rejects, in words. */
export async function lessonOfDraft(key: string, draft: string, path: string): Promise<Lesson> {
  const files = await filesOfDraft(draft);
  const file = files?.find((one) => one.path === path);
  if (!files || !file) throw new Error('This lesson is not written in this browser any more.');
  const beside = files.filter((one) => !/\.(md|markdown)$/i.test(one.path));
  const { lesson } = readLesson(file, beside);
  if (!lesson) throw new Error('The lesson cannot be read as it is written now. Go back to it, and mend it.');
  return { ...lesson, id: key };
}
