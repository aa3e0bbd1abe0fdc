// All of lessons in one chunk, fetched when one is first asked for.
export { LessonPanel } from './panel/LessonPanel.tsx';
export { LessonsDialog } from './LessonsDialog.tsx';
export { LessonSteps } from './LessonSteps.tsx';
export { PackTroubleDialog } from './packs/PackTroubleDialog.tsx';
export { takeIn } from './packs/takeIn.ts';
export { beginLesson } from './begin.ts';
export { back, copyStepLink, leave, next, restartLesson, restartStep, revealHint } from './moves.ts';
export { startShow } from './show/show.ts';
