import type { Command } from '../../commands/command.ts';
import { openFolderCommand, saveFolderCommand } from '../../folder/commands.ts';
import { copyActiveFile, copyAllFiles, downloadActiveFile, downloadAllFiles } from '../export/export.ts';

const hasFile: Command['enabled'] = (state) => state.activeFile !== null;
const hasChanges: Command['enabled'] = ({ workspace }) => workspace.files !== workspace.opened;
const hasFiles: Command['enabled'] = (state) => state.workspace.files.length > 0;

export const fileCommands: Command[] = [
  {
    id: 'file.open',
    title: 'Open…',
    group: 'File',
    keys: ['Mod+O'],
    whileTyping: true,
    run: ({ panes }) => panes.shell?.openDialog('open-files'),
  },
  openFolderCommand,
  saveFolderCommand,
  {
    id: 'file.new',
    title: 'New file…',
    group: 'File',
    run: ({ panes }) => panes.shell?.openDialog('new-file'),
  },
  {
    id: 'file.rename',
    title: 'Rename this file…',
    group: 'File',
    enabled: hasFile,
    run: ({ panes }) => panes.shell?.openDialog('rename-file'),
  },
  {
    id: 'file.delete',
    title: 'Delete this file…',
    group: 'File',
    enabled: hasFile,
    run: ({ panes }) => panes.shell?.openDialog('delete-file'),
  },
  {
    id: 'export.copy',
    title: 'Copy this file',
    group: 'File',
    enabled: hasFile,
    run: ({ session }) => copyActiveFile(session),
  },
  {
    id: 'export.copy-all',
    title: 'Copy all files as one',
    group: 'File',
    enabled: hasFiles,
    run: ({ session }) => copyAllFiles(session),
  },
  {
    id: 'export.download',
    title: 'Download this file',
    group: 'File',
    keys: ['Mod+S'],
    whileTyping: true,
    enabled: hasFile,
    run: ({ session }) => downloadActiveFile(session),
  },
  {
    id: 'export.download-all',
    title: 'Download all files as zip',
    group: 'File',
    keys: ['Mod+Shift+S'],
    whileTyping: true,
    enabled: hasFiles,
    run: ({ session }) => downloadAllFiles(session),
  },
  {
    id: 'export.commit',
    title: 'Commit: message, patch, kubectl…',
    group: 'File',
    enabled: hasChanges,
    run: ({ panes }) => panes.shell?.openDialog('commit'),
  },
  {
    id: 'export.patch',
    title: 'Download the changes as a patch',
    group: 'File',
    enabled: hasChanges,
    run: async ({ session }) => (await import('../commit/patch.ts')).downloadPatch(session),
  },
  {
    id: 'export.copy-patch',
    title: 'Copy the changes as a patch',
    group: 'File',
    enabled: hasChanges,
    run: async ({ session }) => (await import('../commit/patch.ts')).copyPatch(session),
  },
  {
    id: 'export.picture',
    title: 'Export picture…',
    group: 'File',
    keys: ['I'],
    within: 'canvas',
    enabled: ({ analysis }) => analysis.placed.nodes.length > 0,
    run: ({ panes }) => panes.shell?.openDialog('picture'),
  },
  {
    id: 'export.embed',
    title: 'Embed in a page…',
    group: 'File',
    enabled: hasFiles,
    run: ({ panes }) => panes.shell?.openDialog('embed'),
  },
  {
    id: 'file.revert',
    title: 'Put all files back as opened…',
    group: 'File',
    enabled: hasChanges,
    run: ({ panes }) => panes.shell?.openDialog('revert'),
  },
];
