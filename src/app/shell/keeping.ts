// A chunk of its own: the dialogs about what is kept.
export { KeepPointDialog } from './restore/KeepPointDialog.tsx';
export { RestorePointsDialog } from './restore/RestorePointsDialog.tsx';
export { SamplesDialog } from './samples/SamplesDialog.tsx';
export { WorkspacesDialog } from './workspaces/WorkspacesDialog.tsx';
