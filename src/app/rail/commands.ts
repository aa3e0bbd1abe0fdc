import type { Command } from '../commands/command.ts';
import { ADDABLE, addCommandId, addResource } from '../commands/add.ts';

/** One command a kind that is added often, and one that asks for the kind. */
export const railCommands: Command[] = [
  ...ADDABLE.map((kind): Command => ({
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
