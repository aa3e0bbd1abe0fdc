// A chunk of its own: the dialogs about what is kept, and how it is read.
export { KeepPointDialog } from './restore/KeepPointDialog.tsx';
export { RestorePointsDialog } from './restore/RestorePointsDialog.tsx';
export { SamplesDialog } from './samples/SamplesDialog.tsx';
export { SettingsDialog } from './settings/SettingsDialog.tsx';
export { WorkspacesDialog } from './workspaces/WorkspacesDialog.tsx';
