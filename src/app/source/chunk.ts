// What the Monaco chunk gives to the page.
export { createSourceEditor } from './editor.ts';
export type { SourceEditor } from './editor.ts';
export { createFileDiff } from './diff.ts';
export type { FileDiff } from './diff.ts';
export { DiffView } from './DiffView.tsx';
