import type { Command } from '../../commands/command.ts';

export const workspaceCommands: Command[] = [
  {
    id: 'workspace.list',
    title: 'Workspaces…',
    group: 'Workspace',
    run: ({ panes }) => panes.shell?.openDialog('workspaces'),
  },
  {
    id: 'workspace.new',
    title: 'New workspace',
    group: 'Workspace',
    run: ({ session }) => void session.dispatch({ type: 'new-workspace' }),
  },
  {
    id: 'workspace.duplicate',
    title: 'Duplicate this workspace',
    group: 'Workspace',
    enabled: ({ workspace }) => workspace.files.length > 0,
    run: ({ session }) =>
      void session.dispatch({ type: 'duplicate-workspace', id: session.getState().workspace.id }),
  },
  {
    id: 'workspace.share',
    title: 'Share…',
    group: 'Workspace',
    enabled: ({ workspace }) => workspace.files.length > 0,
    run: ({ panes }) => panes.shell?.openDialog('share'),
  },
  {
    id: 'workspace.target-version',
    title: 'Target Istio version…',
    group: 'Workspace',
    run: ({ panes }) => panes.shell?.openDialog('settings', 'targetVersion'),
  },
  {
    id: 'workspace.settings',
    title: 'Settings of this workspace…',
    group: 'Workspace',
    keys: ['Mod+,'],
    whileTyping: true,
    run: ({ panes }) => panes.shell?.openDialog('settings'),
  },
  {
    id: 'workspace.restore-points',
    title: 'Restore points…',
    group: 'Workspace',
    run: ({ panes }) => panes.shell?.openDialog('restore-points'),
  },
  {
    id: 'workspace.keep-point',
    title: 'Keep a restore point…',
    group: 'Workspace',
    enabled: ({ workspace }) => workspace.files.length > 0,
    run: ({ panes }) => panes.shell?.openDialog('keep-restore-point'),
  },
];
