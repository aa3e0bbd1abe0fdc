import { canOpenFolders, pickFolder } from '../../browser/index.ts';
import type { Command } from '../commands/command.ts';

export const openFolderCommand: Command = {
  id: 'folder.open',
  title: 'Open a folder…',
  group: 'File',
  async run({ session, panes }) {
    // Where no page may save into a folder, that dialog says so, and reads one.
    if (!canOpenFolders()) return panes.shell?.openDialog('open-files');
    // The browser lets only a click open its picker: nothing may be fetched before.
    const handle = await pickFolder();
    if (handle) await (await import('./chunk.ts')).openFolder(session, handle);
  },
};

export const saveFolderCommand: Command = {
  id: 'folder.save',
  title: 'Save to the folder',
  group: 'File',
  keys: ['Mod+S'],
  before: 'export.download',
  whileTyping: true,
  enabled: ({ folder }) => folder !== null,
  run: async ({ session }) => (await import('./chunk.ts')).saveToFolder(session),
};
