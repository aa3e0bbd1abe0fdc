// What the editor of lessons gives to the page; it comes with Monaco.
export { createLessonEditor } from './editor.ts';
export type { LessonEditor } from './editor.ts';
