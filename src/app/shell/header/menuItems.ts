import { lazy } from 'react';

// What stands in the header's menus comes when one of them is opened for the first time.
const chunk = () => import('./items/chunk.ts');

export const ExportItems = lazy(async () => ({ default: (await chunk()).ExportItems }));
export const MoreItems = lazy(async () => ({ default: (await chunk()).MoreItems }));
export const VersionItems = lazy(async () => ({ default: (await chunk()).VersionItems }));
export const WorkspaceItems = lazy(async () => ({ default: (await chunk()).WorkspaceItems }));
