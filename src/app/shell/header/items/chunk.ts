export { ExportItems } from './ExportItems.tsx';
export { MoreItems } from './MoreItems.tsx';
export { VersionItems } from './VersionItems.tsx';
export { WorkspaceItems } from './WorkspaceItems.tsx';
