import { drawnAs } from '../../topology/index.ts';
import type { Command, CommandContext } from '../commands/command.ts';
import { showPane } from '../shell/layout/showPane.ts';
import { announce, canvasStore } from './state/canvasState.ts';
import { ask } from './state/ask.ts';
import { assumeCommands } from './assume.ts';
import { startConnecting } from './connect/startConnecting.ts';
import { freeName } from '../commands/freeName.ts';
import { move } from './reorder/startReorder.ts';
import { moveOf } from './moveOf.ts';
import { focusPicture, workIn } from './state/focus.ts';
import { selectedPart } from './state/selected.ts';
import { deleteNamed } from '../commands/removing.ts';
import { offerUndo } from '../commands/offerUndo.ts';
import { closeFind, openFind } from './find/open.ts';
import { moveCommands } from './move/commands.ts';
import { travelCommands } from './keyboard/commands.ts';
import { wayCommands } from './ways.ts';
import { viewCommands } from './view/commands.ts';
import { meantNamespace } from './view/meant.ts';
import { openNamespace } from './view/openNamespace.ts';
import { removalOf } from './remove.ts';
import { paneSoon } from '../commands/panes.ts';

const ZOOM_STEP = 1.25;

function setFlow(flow: 'auto' | 'down' | 'right') {
  return ({ session }: CommandContext) => void session.dispatch({ type: 'look', look: { flow } });
}

/** Rules count in their order: the first that matches a request decides. */
function moveRule(where: 'earlier' | 'later', step: 1 | -1, keys: readonly string[]): Command {
  return {
    id: `canvas.move-${where}`,
    title: `Move the selected rule ${where}`,
    group: 'Canvas',
    keys,
    within: 'canvas',
    enabled: (state) => moveOf(state, step) !== null,
    run: ({ session }) => {
      const operation = moveOf(session.getState(), step);
      if (operation) move(session, operation);
    },
  };
}

/** Everything that can be done to the picture; the toolbar, the context menu and the keys all run these. */
export const canvasCommands: Command[] = [
  {
    id: 'canvas.select-mode',
    title: 'Select on the canvas',
    group: 'Canvas',
    keys: ['V'],
    within: 'canvas',
    run: () => canvasStore.set({ mode: 'select', connecting: null }),
  },
  {
    id: 'canvas.connect-mode',
    title: 'Connect on the canvas by clicking',
    group: 'Canvas',
    keys: ['Shift+C'],
    within: 'canvas',
    run: () =>
      canvasStore.set(({ mode }) => ({ mode: mode === 'connect' ? 'select' : 'connect', connecting: null })),
  },
  {
    id: 'canvas.connect',
    title: 'Connect what is selected to …',
    group: 'Canvas',
    keys: ['C'],
    within: 'canvas',
    enabled: (state) => state.selection !== null,
    run: ({ panes }) => panes.canvas?.connect(),
  },
  {
    id: 'canvas.mirror',
    title: 'Mirror the selected rule to …',
    group: 'Canvas',
    keys: ['M'],
    within: 'canvas',
    enabled: (state) => state.selection !== null,
    run: ({ session }) => startConnecting(session, 'mirror'),
  },
  {
    id: 'canvas.tidy',
    title: 'Tidy the canvas',
    group: 'Canvas',
    keys: ['T'],
    within: 'canvas',
    run: ({ session, panes }) => {
      const moved = session.dispatch({ type: 'tidy' });
      panes.canvas?.fit();
      announce('Laid out anew');
      if (moved) offerUndo(session, 'Laid out anew');
    },
  },
  {
    id: 'canvas.fit',
    title: 'Fit the canvas to the window',
    group: 'Canvas',
    keys: ['F'],
    within: 'canvas',
    run: ({ panes }) => panes.canvas?.fit(),
  },
  {
    id: 'canvas.zoom-in',
    title: 'Zoom in',
    group: 'Canvas',
    keys: ['Plus', '='],
    within: 'canvas',
    run: ({ panes }) => panes.canvas?.zoomBy(ZOOM_STEP),
  },
  {
    id: 'canvas.zoom-out',
    title: 'Zoom out',
    group: 'Canvas',
    keys: ['-'],
    within: 'canvas',
    run: ({ panes }) => panes.canvas?.zoomBy(1 / ZOOM_STEP),
  },
  {
    id: 'canvas.zoom-100',
    title: 'Zoom to 100 %',
    group: 'Canvas',
    keys: ['0'],
    within: 'canvas',
    run: ({ panes }) => panes.canvas?.zoomTo(1),
  },
  {
    id: 'canvas.find',
    title: 'Find on the canvas …',
    group: 'Canvas',
    keys: ['/', 'Mod+F'],
    within: 'canvas',
    run: openFind,
  },
  {
    id: 'canvas.outline',
    title: 'Show or hide the outline of the canvas',
    group: 'View',
    keys: ['O'],
    within: 'canvas',
    run: ({ session }) => {
      const outlineOpen = !session.getState().look.outlineOpen;
      workIn(outlineOpen ? 'outline' : 'picture');
      if (!outlineOpen) focusPicture();
      session.dispatch({ type: 'look', look: { outlineOpen } });
    },
  },
  { id: 'canvas.flow-auto', title: 'Flow as the canvas is shaped', group: 'Canvas', run: setFlow('auto') },
  { id: 'canvas.flow-down', title: 'Flow from top to bottom', group: 'Canvas', run: setFlow('down') },
  { id: 'canvas.flow-right', title: 'Flow from left to right', group: 'Canvas', run: setFlow('right') },
  {
    id: 'canvas.open-form',
    title: 'Open what is selected: its form, or its namespace',
    group: 'Canvas',
    keys: ['Enter'],
    within: 'canvas',
    enabled: (state) => state.selection !== null || meantNamespace(state) !== null,
    run: async ({ session }) => {
      const namespace = meantNamespace(session.getState());
      if (namespace !== null) return announce(openNamespace(session, namespace));
      showPane(session, 'form');
      const { selection } = session.getState();
      if (!selection?.path.length) return;
      // Behind the pane, which takes the keyboard; the form may only now be mounting.
      const form = await paneSoon('inspector');
      if (session.getState().selection?.resource === selection.resource) form?.revealField(selection.path);
    },
  },
  {
    id: 'canvas.rename',
    title: 'Rename on the canvas',
    group: 'Canvas',
    keys: ['F2'],
    within: 'canvas',
    enabled: (state) => state.selection !== null,
    run: async ({ session, panes }) => {
      const { selection, analysis } = session.getState();
      const node = analysis.topology.nodes.find(({ resource }) => resource === selection?.resource);
      if (!node) return announce('That is not drawn on the canvas.');
      const isDrawn = drawnAs(analysis.drawn, node.id) === node.id;
      if (!isDrawn) (await import('./view/showNode.ts')).showNode(session, node.id);
      panes.canvas?.reveal(node.id);
      const row = node.kind === 'DestinationRule' ? selectedPart(selection, node) : null;
      canvasStore.set({ renaming: { node: node.id, row: row === '' ? null : row } });
    },
  },
  {
    id: 'canvas.duplicate',
    title: 'Duplicate the selected resource',
    group: 'Canvas',
    keys: ['Mod+D'],
    within: 'canvas',
    enabled: (state) => state.selection !== null,
    run: ({ session }) => {
      const { selection, analysis } = session.getState();
      const original = selection && analysis.mesh.byId.get(selection.resource);
      if (!original) return;
      const taken = new Set(analysis.mesh.resources.map(({ name }) => name));
      const name = freeName(original.name, taken);
      const operation = { kind: 'duplicate-resource', resource: original.id, name } as const;
      if (session.dispatch({ type: 'operate', operation, origin: 'canvas' }))
        announce(`Duplicated as ${name}`);
    },
  },
  ...travelCommands,
  ...moveCommands,
  {
    id: 'canvas.add',
    title: 'Add beside what is selected, or on its line …',
    group: 'Add',
    keys: ['A'],
    within: 'canvas',
    run: () => ask({ adding: { edge: canvasStore.get().way?.edge ?? null } }),
  },
  ...wayCommands,
  ...assumeCommands,
  ...viewCommands,
  moveRule('earlier', -1, ['Alt+ArrowUp', 'Alt+ArrowLeft']),
  moveRule('later', 1, ['Alt+ArrowDown', 'Alt+ArrowRight']),
  {
    id: 'canvas.delete',
    title: 'Delete what is selected on the canvas',
    group: 'Canvas',
    keys: ['Delete', 'Backspace'],
    within: 'canvas',
    enabled: (state) => state.selection !== null,
    run: ({ session, panes }) => {
      const removal = removalOf(session.getState());
      if ('refusal' in removal) {
        const notice = { tone: 'info', title: 'Not deleted', detail: removal.refusal } as const;
        session.dispatch({ type: 'notify', notice });
        return announce(removal.refusal);
      }
      if ('named' in removal) {
        if (deleteNamed(session, panes, removal.named, 'canvas')) announce(`Deleted ${removal.words}`);
        return;
      }
      const { operation, words } = removal;
      if (!session.dispatch({ type: 'operate', operation, origin: 'canvas' })) return;
      offerUndo(session, `Deleted ${words}`);
      announce(`Deleted ${words}`);
    },
  },
  {
    id: 'canvas.clear',
    title: 'Select nothing',
    group: 'Canvas',
    keys: ['Escape'],
    within: 'canvas',
    run: ({ session }) => {
      const { connecting, mode, find } = canvasStore.get();
      if (connecting) return canvasStore.set({ connecting: null });
      if (mode === 'connect') return canvasStore.set({ mode: 'select' });
      if (find) return closeFind();
      canvasStore.set({ hover: null });
      const { selection } = session.getState();
      // First from the row to its resource, then to nothing.
      const inside = selection !== null && selection.path.length > 0;
      session.dispatch({ type: 'select', resource: inside ? selection.resource : null, origin: 'canvas' });
      canvasStore.set(({ cursor }) => ({ cursor: cursor && inside ? { ...cursor, row: null } : cursor }));
    },
  },
];
