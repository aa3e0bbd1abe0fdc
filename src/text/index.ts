export type { TextFile } from './file.ts';
export type { TextEdit, TextRange } from './edit.ts';
export type { FileChange } from './change.ts';
