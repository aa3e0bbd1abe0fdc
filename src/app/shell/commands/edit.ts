import { announce } from '../../canvas/state/canvasState.ts';
import { refactorHere } from '../../refactor/here.ts';
import { deleteNamed } from '../../commands/removing.ts';
import type { Command } from '../../commands/command.ts';

export const editCommands: Command[] = [
  {
    id: 'edit.undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    whileTyping: true,
    enabled: (state) => state.undo !== null,
    run: ({ session }) => {
      const label = session.getState().undo;
      if (session.dispatch({ type: 'undo' })) announce(`Undone: ${label}`);
    },
  },
  {
    id: 'edit.redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    whileTyping: true,
    enabled: (state) => state.redo !== null,
    run: ({ session }) => {
      const label = session.getState().redo;
      if (session.dispatch({ type: 'redo' })) announce(`Done again: ${label}`);
    },
  },
  {
    id: 'edit.rename',
    title: 'Rename the selected resource…',
    group: 'Edit',
    keys: ['F2'],
    enabled: (state) => state.selection !== null,
    run: ({ panes }) => panes.shell?.openDialog('rename'),
  },
  {
    id: 'edit.refactor',
    title: 'Refactor…',
    group: 'Edit',
    enabled: (state) => state.workspace.files.length > 0,
    run: ({ session, panes }) => {
      const { namespace } = refactorHere(session.getState());
      panes.shell?.openDialog('refactor', undefined, namespace === undefined ? {} : { namespace });
    },
  },
  {
    id: 'edit.delete',
    title: 'Delete the selected resource',
    group: 'Edit',
    keys: ['Delete'],
    enabled: (state) => state.selection !== null,
    run: ({ session, panes }) => {
      const resource = session.getState().selection?.resource;
      if (resource !== undefined) deleteNamed(session, panes, { resource }, 'palette');
    },
  },
];
