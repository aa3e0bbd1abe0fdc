import type { Command } from '../commands/command.ts';
import { ADDABLE, addCommandId, addResource, OTHER_KINDS } from '../commands/add.ts';

/** One command a kind, and one that asks for the kind, its name and its file. */
export const railCommands: Command[] = [
  ...[...ADDABLE, ...OTHER_KINDS].map((kind): Command => ({
    id: addCommandId(kind),
    title: `Add ${kind}`,
    group: 'Add',
    run: ({ session }) => void addResource(session, kind),
  })),
  {
    id: 'add.other',
    title: 'Add a resource…',
    group: 'Add',
    keys: ['Mod+Shift+A'],
    whileTyping: true,
    run: ({ panes }) => panes.shell?.openDialog('add-resource'),
  },
];
