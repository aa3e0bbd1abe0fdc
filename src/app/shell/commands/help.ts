import { canInstall, install } from '../../../browser/index.ts';
import type { Command } from '../../commands/command.ts';

export const helpCommands: Command[] = [
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    group: 'Help',
    everywhere: true,
    keys: ['?'],
    run: ({ panes }) => panes.shell?.openDialog('help', 'keys'),
  },
  {
    id: 'help.words',
    title: 'Istio’s words explained',
    group: 'Help',
    everywhere: true,
    run: ({ panes }) => panes.shell?.openDialog('help', 'words'),
  },
  {
    id: 'help.tasks',
    title: 'How do I …',
    group: 'Help',
    everywhere: true,
    run: ({ panes }) => panes.shell?.openDialog('help', 'tasks'),
  },
  {
    id: 'help.problem-codes',
    title: 'Problem codes…',
    group: 'Help',
    everywhere: true,
    run: ({ panes }) => panes.shell?.openDialog('problem-codes'),
  },
  {
    id: 'help.install',
    title: 'Install as an app…',
    group: 'Help',
    enabled: canInstall,
    run: install,
  },
  {
    id: 'help.about',
    title: 'About Meshwright',
    group: 'Help',
    everywhere: true,
    keys: ['F1'],
    whileTyping: true,
    run: ({ panes }) => panes.shell?.openDialog('about'),
  },
];
