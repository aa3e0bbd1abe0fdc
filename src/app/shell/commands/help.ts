import { canInstall, install } from '../../../browser/index.ts';
import type { Command } from '../../commands/command.ts';

export const helpCommands: Command[] = [
  {
    id: 'help.shortcuts',
    title: 'Keyboard shortcuts',
    group: 'Help',
    keys: ['?'],
    run: ({ panes }) => panes.shell?.openDialog('help', 'keys'),
  },
  {
    id: 'help.words',
    title: 'Istio’s words explained',
    group: 'Help',
    run: ({ panes }) => panes.shell?.openDialog('help', 'words'),
  },
  {
    id: 'help.tasks',
    title: 'How do I …',
    group: 'Help',
    run: ({ panes }) => panes.shell?.openDialog('help', 'tasks'),
  },
  {
    id: 'help.problem-codes',
    title: 'Problem codes…',
    group: 'Help',
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
    keys: ['F1'],
    whileTyping: true,
    run: ({ panes }) => panes.shell?.openDialog('about'),
  },
];
