import type { Command } from '../commands/command.ts';
import { ADDABLE, addCommandId, OTHER_KINDS } from '../commands/addable.ts';

// What a new resource looks like comes with the first that is added.
const adding = () => import('../commands/add.ts');

/** One command a kind, and one that asks for the kind, its name and its file. */
export const railCommands: Command[] = [
  ...[...ADDABLE, ...OTHER_KINDS].map((kind): Command => ({
    id: addCommandId(kind),
    title: `Add ${kind}`,
    group: 'Add',
    run: ({ session }) => void adding().then(({ addResource }) => addResource(session, kind)),
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
