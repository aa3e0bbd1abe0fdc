// A chunk of its own: the dialogs about what is kept, and how it is read.
export { KeepPointDialog } from './restore/KeepPointDialog.tsx';
export { RestorePointsDialog } from './restore/RestorePointsDialog.tsx';
export { SamplesDialog } from './samples/SamplesDialog.tsx';
export { TargetVersionDialog } from './settings/TargetVersionDialog.tsx';
export { WorkspacesDialog } from './workspaces/WorkspacesDialog.tsx';
