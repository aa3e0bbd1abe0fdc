import type { Command } from '../../commands/command.ts';

export const helpCommands: Command[] = [
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    run: ({ panes }) => panes.shell?.openDialog('shortcuts'),
  },
  {
    id: 'help.problem-codes',
    title: 'Problem codes…',
    group: 'Help',
    run: ({ panes }) => panes.shell?.openDialog('problem-codes'),
  },
  {
    id: 'help.about',
    title: 'About Meshwright',
    group: 'Help',
    keys: ['F1'],
    whileTyping: true,
    run: ({ panes }) => panes.shell?.openDialog('about'),
  },
];
