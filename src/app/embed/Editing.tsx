import { useShortcuts } from '../commands/useShortcuts.ts';
import type { Command } from '../commands/command.ts';
import { DialogHost } from '../shell/dialogs/DialogHost.tsx';

/** What has to do with the files here. Workspaces, lessons and the rest of the page are the whole page's. */
const HERE: ReadonlySet<Command['group']> = new Set<Command['group']>(['Edit', 'Canvas', 'Add']);
const isHere = ({ group }: Command): boolean => HERE.has(group);

/** What it takes to change things: the keys, and the dialogs that ask back. */
export function Editing() {
  useShortcuts(isHere);
  return <DialogHost />;
}
