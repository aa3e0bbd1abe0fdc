import { readProgress, startProgress, type Lesson, type LessonProgress } from '../../lessons/index.ts';
import type { KeptLesson, Session } from '../../session/index.ts';
import { showPane } from '../shell/layout/showPane.ts';
import { startOf } from './arrival.ts';
import { fetchLesson } from './fetch.ts';
import { follow } from './follow.ts';
import { lessonHere } from './here.ts';
import { lessonStore } from './lessonStore.ts';
import { goTo } from './moves.ts';

/**
 * Opens a lesson, at a step where one is said (from 0): where it was left, or in a workspace of its own. What was open stays
 * among the learner's workspaces. Rejects, in words, where there is no such lesson or step.
 */
export async function beginLesson(session: Session, id: string, step?: number): Promise<void> {
  const lesson = await fetchLesson(id);
  if (step !== undefined && step >= lesson.steps.length)
    throw new Error(
      `“${lesson.title}” has ${lesson.steps.length} steps, and this asks for step ${step + 1}. Begin it from the list of lessons.`,
    );
  follow(session);
  const kept = session.getState().lessons.find((one) => one.lesson === id);
  if (!kept || !(await reopened(session, kept))) await openFresh(session, lesson, kept, step);
  // The lesson is the one just fetched: whoever goes to a step need not wait for it once more.
  lessonStore.set({ lesson });
  if (step !== undefined) goTo(session, step);
  showPane(session, 'lesson');
}

/** Opens the workspace in which a lesson was begun. False where it is gone. */
async function reopened(session: Session, { workspace }: KeptLesson): Promise<boolean> {
  const isOpen = () => session.getState().workspace.id === workspace;
  if (isOpen()) return true;
  if (!session.getState().workspaces.some(({ id }) => id === workspace)) return false;
  session.dispatch({ type: 'switch-workspace', id: workspace });
  await session.settled();
  return isOpen();
}

/** A workspace of its own, with the files of the step that one is at. */
async function openFresh(
  session: Session,
  lesson: Lesson,
  kept: KeptLesson | undefined,
  step: number | undefined,
): Promise<void> {
  const before = session.getState();
  const from = lessonHere(before)?.from ?? (lessonHere(before) ? null : before.workspace.id);
  const known = kept ? readProgress(lesson, kept.progress) : startProgress(lesson);
  const progress: LessonProgress = step === undefined ? known : { ...known, at: step };
  const files = startOf(lesson, progress.at);
  session.dispatch(
    files.length
      ? {
          type: 'open-files',
          files: files.map(({ path, text }) => ({ path, content: text })),
          mode: 'replace',
          name: lesson.title,
        }
      : { type: 'new-workspace', name: lesson.title },
  );
  const isOpen = () => session.getState().workspace.id !== before.workspace.id;
  if (!isOpen()) await session.settled();
  if (!isOpen()) throw new Error('The files of the lesson could not be opened.');
  session.dispatch({
    type: 'keep-lesson',
    lesson: {
      lesson: lesson.id,
      title: lesson.title,
      workspace: session.getState().workspace.id,
      from,
      begun: progress.at,
      progress,
    },
  });
}
