export { prepareRename, renameAt } from './rename.ts';
export type { RenamePlace, RenameRefused } from './rename.ts';
