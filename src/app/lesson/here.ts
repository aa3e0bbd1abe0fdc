import type { KeptLesson, SessionState } from '../../session/index.ts';

/** The lesson that the open workspace belongs to; null where it is nobody's but the learner's. */
export const lessonHere = ({
  lessons,
  workspace,
}: Pick<SessionState, 'lessons' | 'workspace'>): KeptLesson | null =>
  lessons.find((lesson) => lesson.workspace === workspace.id) ?? null;

/** Whether its panel stands open, where there is room for more than one. */
export const isLessonShown = (state: SessionState): boolean =>
  state.preferences.lessonOpen && lessonHere(state) !== null;
