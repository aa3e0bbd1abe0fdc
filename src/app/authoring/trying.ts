import { startProgress, statesOf, writeState, type Lesson } from '../../lessons/index.ts';
import type { KeptLesson, Session } from '../../session/index.ts';
import { fileText, type TextFile } from '../../text/index.ts';
import { lessonStore } from '../lesson/lessonStore.ts';
import { follow } from '../lesson/follow.ts';
import { lessonHere } from '../lesson/here.ts';
import { showPane } from '../shell/layout/showPane.ts';
import { author, change, settleAuthor } from './author.ts';
import { draftLessonId } from './draftLesson.ts';
import { goWriting } from './where.ts';

/** The lesson and the step that the author is at; null where there is none to be tried. */
export function stepHere(): { readonly path: string; readonly lesson: Lesson; readonly step: number } | null {
  const { pack, path, step } = author.get();
  const lesson = pack.lessons.find(({ file }) => file.path === path)?.lesson;
  return path !== null && lesson
    ? { path, lesson, step: Math.max(0, Math.min(step, lesson.steps.length - 1)) }
    : null;
}

/**
 * Opens the step that the author is at in a workspace for trying, with the learner's panel beside it: as it begins, or as its
 * solution leaves it. What was open stays among the workspaces. Rejects, in words.
 */
export async function tryStep(session: Session, state: 'start' | 'solved'): Promise<void> {
  const here = stepHere();
  if (!here) throw new Error('There is no lesson to try yet: it needs a title and a step.');
  const { lesson, step, path } = here;
  const { id } = author.get();
  const key = draftLessonId(id, path);
  const files = statesOf(lesson)[step]?.[state] ?? [];
  await settleAuthor();
  follow(session);
  const before = session.getState();
  const kept = before.lessons.find((one) => one.lesson === key);
  await openFor(session, kept, files, lesson.title);
  // Who tries again from the workspace for trying goes back to where they came from at first.
  const from = lessonHere(before)?.from ?? before.workspace.id;
  lessonStore.set({ lesson: null });
  session.dispatch({
    type: 'keep-lesson',
    lesson: {
      lesson: key,
      title: lesson.title,
      workspace: session.getState().workspace.id,
      from,
      begun: step,
      progress: { ...startProgress({ ...lesson, id: key }), at: step },
    },
  });
  lessonStore.set({ lesson: { ...lesson, id: key }, trouble: null, goals: null });
  goWriting('away');
  showPane(session, 'lesson');
}

/** The workspace in which this lesson is tried, with these files; another is made where there is none. */
async function openFor(
  session: Session,
  kept: KeptLesson | undefined,
  files: readonly TextFile[],
  title: string,
): Promise<void> {
  const isOpen = (id: string | undefined) => session.getState().workspace.id === id;
  const known = kept && session.getState().workspaces.some(({ id }) => id === kept.workspace);
  if (kept && known && !isOpen(kept.workspace)) {
    session.dispatch({ type: 'switch-workspace', id: kept.workspace });
    await session.settled();
  }
  if (kept && isOpen(kept.workspace)) {
    session.dispatch({ type: 'put-files', files, label: 'Try the step anew' });
    return;
  }
  const before = session.getState().workspace.id;
  const name = `Trying “${title}”`;
  session.dispatch(
    files.length
      ? {
          type: 'open-files',
          files: files.map(({ path, text }) => ({ path, content: text })),
          mode: 'replace',
          name,
        }
      : { type: 'new-workspace', name },
  );
  await session.settled();
  if (isOpen(before)) throw new Error('The files of the step could not be opened.');
}

/**
 * Writes the open workspace into the lesson, as the start or as the solution of the step that the author is at. Throws, in
 * words, where it cannot be written so.
 */
export function takeWorkspace(session: Session, word: 'start' | 'solution'): string {
  const { draft, path, step } = author.get();
  const { files } = draft.getState();
  const text = path === null ? undefined : fileText(files, path);
  const here = stepHere();
  if (path === null || text === undefined || !here)
    throw new Error('There is no step to write it to yet: the lesson needs a title and a step.');
  const at = Math.max(step, 0);
  const beside = files.filter((file) => !/\.(md|markdown)$/i.test(file.path));
  const { workspace } = session.getState();
  const written = writeState({ path, text }, workspace.files, at, word, beside);
  if ('refused' in written) throw new Error(written.refused);
  const title = here.lesson.steps[at]?.title ?? '';
  change(`Take the workspace as ${word}`, [{ kind: 'edit', path, edits: written.edits }]);
  // Where the lesson is being tried, it is the one that was just written.
  const now = stepHere();
  const kept = lessonHere(session.getState());
  const key = draftLessonId(author.get().id, path);
  if (now && kept?.lesson === key) lessonStore.set({ lesson: { ...now.lesson, id: key } });
  return title;
}
