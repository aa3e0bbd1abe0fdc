import { lazy, type ComponentType } from 'react';
import { Palette } from '../../commands/Palette.tsx';
import { OpenFilesDialog } from '../opening/OpenFilesDialog.tsx';
import { AboutDialog } from './AboutDialog.tsx';
import { AddResourceDialog } from './AddResourceDialog.tsx';
import { DeleteFileDialog } from './DeleteFileDialog.tsx';
import { DeleteResourceDialog } from './DeleteResourceDialog.tsx';
import { NewFileDialog } from './NewFileDialog.tsx';
import { RenameFileDialog } from './RenameFileDialog.tsx';
import { RenameResourceDialog } from './RenameResourceDialog.tsx';
import { RevertDialog } from './RevertDialog.tsx';
import type { DialogProps, OpenDialog } from './types.ts';

// Opened too seldom to be fetched ahead with the others.
const keeping = () => import('../keeping.ts');
const folder = () => import('../../folder/chunk.ts');
const seldom = (load: () => Promise<ComponentType<DialogProps>>) =>
  lazy(async () => ({ default: await load() }));

const dialogs: Record<OpenDialog['dialog'], ComponentType<DialogProps>> = {
  palette: Palette,
  'add-resource': AddResourceDialog,
  rename: RenameResourceDialog,
  delete: DeleteResourceDialog,
  'new-file': NewFileDialog,
  'rename-file': RenameFileDialog,
  'delete-file': DeleteFileDialog,
  revert: RevertDialog,
  'open-files': OpenFilesDialog,
  folder: seldom(async () => (await folder()).FolderDialog),
  'folder-save': seldom(async () => (await folder()).SaveDialog),
  'folder-questions': seldom(async () => (await folder()).QuestionsDialog),
  samples: seldom(async () => (await keeping()).SamplesDialog),
  lessons: seldom(async () => (await import('../../lesson/chunk.ts')).LessonsDialog),
  'pack-trouble': seldom(async () => (await import('../../lesson/chunk.ts')).PackTroubleDialog),
  share: seldom(async () => (await import('../share/ShareDialog.tsx')).ShareDialog),
  workspaces: seldom(async () => (await keeping()).WorkspacesDialog),
  'restore-points': seldom(async () => (await keeping()).RestorePointsDialog),
  'keep-restore-point': seldom(async () => (await keeping()).KeepPointDialog),
  embed: seldom(async () => (await import('../embed/EmbedDialog.tsx')).EmbedDialog),
  commit: seldom(async () => (await import('../commit/CommitDialog.tsx')).CommitDialog),
  picture: seldom(async () => (await import('../picture/PictureDialog.tsx')).PictureDialog),
  refactor: seldom(async () => (await import('../../refactor/RefactorDialog.tsx')).RefactorDialog),
  'problem-codes': seldom(async () => (await import('../codes/CodesDialog.tsx')).CodesDialog),
  settings: seldom(async () => (await keeping()).SettingsDialog),
  help: seldom(async () => {
    // The keys of presenting are known once its code is there.
    (await import('../../present/chunk.ts')).listCommands();
    return (await import('../help/HelpDialog.tsx')).HelpDialog;
  }),
  about: AboutDialog,
};

export default function Dialogs({ open, onClose }: { open: OpenDialog; onClose: () => void }) {
  const Dialog = dialogs[open.dialog];
  return <Dialog target={open.target} more={open.more} onClose={onClose} />;
}
