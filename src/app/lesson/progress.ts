import {
  progressAfter,
  readProgress,
  type Lesson,
  type LessonProgress,
  type ProgressAction,
} from '../../lessons/index.ts';
import type { KeptLesson, Session } from '../../session/index.ts';
import { lessonHere } from './here.ts';
import { lessonStore } from './lessonStore.ts';

/** The lesson that runs in the open workspace, and how far it has come; null where none does, or it is still fetched. */
export interface Running {
  readonly lesson: Lesson;
  readonly kept: KeptLesson;
  readonly progress: LessonProgress;
}

export function running(session: Session): Running | null {
  const kept = lessonHere(session.getState());
  const { lesson } = lessonStore.get();
  if (!kept || lesson?.id !== kept.lesson) return null;
  return { lesson, kept, progress: readProgress(lesson, kept.progress) };
}

/** Something happened in the running lesson that changes no file. */
export function keepAction(session: Session, action: ProgressAction): void {
  const now = running(session);
  if (!now) return;
  const progress = progressAfter(now.lesson, now.progress, action);
  if (progress !== now.progress) session.dispatch({ type: 'keep-lesson', lesson: { ...now.kept, progress } });
}
