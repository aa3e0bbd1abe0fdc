import { partsOfDraftLesson } from '../authoring/draftLesson.ts';
import { COURSE, loadLesson, type Lesson } from '../../lessons/index.ts';
import { lessonOfPack, partsOfKey } from './packs/packs.ts';

/** A lesson by its id, or by its key in a pack. Rejects, in words. */
export async function fetchLesson(id: string): Promise<Lesson> {
  const written = partsOfDraftLesson(id);
  if (written) {
    const { lessonOfDraft } = await import('../authoring/lessonOfDraft.ts');
    return lessonOfDraft(id, written.draft, written.path);
  }
  if (partsOfKey(id)) return lessonOfPack(id);
  if (!COURSE.some((one) => one.id === id))
    throw new Error(
      `There is no lesson “${id}” in the course. It may have another name now: choose it from the list of lessons.`,
    );
  try {
    return await loadLesson(id);
  } catch (error) {
    throw new Error('The lesson could not be loaded. Check the connection and try again.', { cause: error });
  }
}
