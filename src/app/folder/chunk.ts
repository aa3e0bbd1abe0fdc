// A chunk of its own: folders of the disk, for those who open one.
export { FolderDialog } from './FolderDialog.tsx';
export { FolderMark } from './FolderMark.tsx';
export { keeperOf, openFolder, saveToFolder } from './keepers.ts';
export { QuestionsDialog } from './QuestionsDialog.tsx';
export { readFolder, readPickedFolder } from './readFolder.ts';
export { SaveDialog } from './SaveDialog.tsx';
