import type { SessionState } from '../../session/index.ts';
import { namespacesIn, WHOLE_VIEW, type TopologyNode } from '../../topology/index.ts';
import type { Command } from '../commands/command.ts';
import { announce, canvasStore } from './state/canvasState.ts';
import { selectedPart } from './state/selected.ts';

type Seen = Pick<SessionState, 'analysis' | 'selection'>;

/** The drawn node that a person means: where the keyboard stands, else what is selected. */
function meant({ analysis: { drawn }, selection }: Seen): TopologyNode | null {
  const { cursor } = canvasStore.get();
  return (
    drawn.nodes.find((node) => node.id === cursor?.node) ??
    drawn.nodes.find((node) => selectedPart(selection, node) !== null) ??
    null
  );
}

/** Whether something of the mesh is not drawn by itself now. */
export const isPartial = ({ view }: Pick<SessionState, 'view'>): boolean =>
  view.hiddenKinds.length > 0 || view.collapsedNamespaces.length > 0 || view.focus !== undefined;

/** `list` with `item`, or without it if it is there. */
export const toggled = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];

/** What of the mesh is drawn. */
export const viewCommands: Command[] = [
  {
    id: 'canvas.focus',
    title: 'Show only the ways of what is selected, or all again',
    group: 'Canvas',
    keys: ['Shift+F'],
    within: 'canvas',
    enabled: (state) => state.view.focus !== undefined || meant(state) !== null,
    run: ({ session, panes }) => {
      const state = session.getState();
      const node = state.view.focus ? null : meant(state);
      if (!node && !state.view.focus) return announce('Select something on the canvas first.');
      session.dispatch({ type: 'view', view: { focus: node ? { node: node.id } : undefined } });
      panes.canvas?.fit();
      announce(node ? `Only the ways of ${node.label} are shown` : 'All ways are shown');
    },
  },
  {
    id: 'canvas.collapse',
    title: 'Collapse the namespace of what is selected, or open it',
    group: 'Canvas',
    keys: ['N'],
    within: 'canvas',
    enabled: (state) => Boolean(meant(state)?.namespace),
    run: ({ session, panes }) => {
      const state = session.getState();
      const namespace = meant(state)?.namespace;
      if (!namespace) return announce('This stands in no namespace.');
      const collapsedNamespaces = toggled(state.view.collapsedNamespaces, namespace);
      session.dispatch({ type: 'view', view: { collapsedNamespaces } });
      const closed = collapsedNamespaces.includes(namespace);
      const { nodes } = session.getState().analysis.drawn;
      const next = nodes.find((node) => node.namespace === namespace);
      if (next) {
        canvasStore.set({ cursor: { node: next.id, row: null } });
        panes.canvas?.reveal(next.id);
      }
      announce(`Namespace ${namespace} is ${closed ? 'collapsed' : 'open'}`);
    },
  },
  {
    id: 'canvas.collapse-all',
    title: 'Collapse all namespaces',
    group: 'Canvas',
    run: ({ session, panes }) => {
      const collapsedNamespaces = [...namespacesIn(session.getState().analysis.topology).keys()];
      session.dispatch({ type: 'view', view: { collapsedNamespaces } });
      panes.canvas?.fit();
      announce('All namespaces are collapsed');
    },
  },
  {
    id: 'canvas.show-all',
    title: 'Show all of the mesh',
    group: 'Canvas',
    keys: ['Shift+A'],
    within: 'canvas',
    enabled: isPartial,
    run: ({ session, panes }) => {
      session.dispatch({ type: 'view', view: { ...WHOLE_VIEW, focus: undefined } });
      panes.canvas?.fit();
      announce('All of the mesh is shown');
    },
  },
];
