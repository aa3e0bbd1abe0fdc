import type { Theme } from '../../../session/index.ts';
import type { Command } from '../../commands/command.ts';
import { presentStore } from '../../present/presentStore.ts';
import { nextPane } from '../layout/nextPane.ts';
import { showPane, togglePane, type PaneName } from '../layout/showPane.ts';

const toggles: readonly [pane: PaneName, title: string, keys: string | null][] = [
  ['rail', 'Show or hide files and resources', 'Mod+B'],
  ['form', 'Show or hide the form', null],
  ['yaml', 'Show or hide the YAML', null],
  ['drawer', 'Show or hide the drawer', 'Mod+J'],
];

const places: readonly [pane: PaneName, title: string][] = [
  ['rail', 'Go to files and resources'],
  ['canvas', 'Go to the canvas'],
  ['form', 'Go to the form'],
  ['yaml', 'Go to the YAML'],
  ['drawer', 'Go to the drawer'],
];

const themes: readonly [theme: Theme, title: string][] = [
  ['system', 'Theme: as the system'],
  ['light', 'Theme: light'],
  ['dark', 'Theme: dark'],
];

export const viewCommands: Command[] = [
  {
    id: 'view.palette',
    title: 'Search or run…',
    group: 'View',
    keys: ['Mod+K'],
    whileTyping: true,
    everywhere: true,
    run: ({ panes }) => panes.shell?.openPalette(),
  },
  ...toggles.map(([pane, title, keys]): Command => ({
    id: `view.toggle-${pane}`,
    title,
    group: 'View',
    ...(keys === null ? {} : { keys: [keys] }),
    whileTyping: true,
    run: ({ session }) => togglePane(session, pane),
  })),
  ...places.map(([pane, title]): Command => ({
    id: `view.go-${pane}`,
    title,
    group: 'Go to',
    run: ({ session }) => showPane(session, pane),
  })),
  {
    id: 'view.next-pane',
    title: 'Go to the next pane',
    group: 'Go to',
    keys: ['F6'],
    whileTyping: true,
    run: ({ session }) => nextPane(session, 1),
  },
  {
    id: 'view.previous-pane',
    title: 'Go to the previous pane',
    group: 'Go to',
    keys: ['Shift+F6'],
    whileTyping: true,
    run: ({ session }) => nextPane(session, -1),
  },
  {
    id: 'present.start',
    title: 'Present…',
    group: 'View',
    keys: ['Alt+P'],
    enabled: () => presentStore.get().now === null,
    run: async ({ session }) => (await import('../../present/chunk.ts')).startPresenting(session),
  },
  ...themes.map(([theme, title]): Command => ({
    id: `view.theme-${theme}`,
    title,
    group: 'View',
    everywhere: true,
    run: ({ session }) => void session.dispatch({ type: 'prefer', preferences: { theme } }),
  })),
];
