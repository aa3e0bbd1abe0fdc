import { drawnAs, isPartial, namespacesIn, WHOLE_VIEW } from '../../../topology/index.ts';
import type { Command, CommandContext } from '../../commands/command.ts';
import { ask } from '../state/ask.ts';
import { announce, canvasStore } from '../state/canvasState.ts';
import { meantNode, nodeAbout } from './meant.ts';
import { openNamespace } from './openNamespace.ts';
import { showView } from './showView.ts';
import { focusWords, kindWords } from './words.ts';

/** `list` with `item`, or without it if it is there. */
export const toggled = (list: readonly string[], item: string): readonly string[] =>
  list.includes(item) ? list.filter((each) => each !== item) : [...list, item];

const NOTHING_MEANT = 'Select something on the canvas first.';

/** Only what is near what is selected; of a focus that is there, only how far it reaches. */
function focusOn(depth: 1 | 2 | 3 | undefined) {
  return ({ session }: CommandContext) => {
    const state = session.getState();
    const { topology } = state.analysis;
    const meant = meantNode(state);
    // What is selected may stand in a collapsed namespace: its ways are drawn by themselves.
    const about = state.selection && nodeAbout(topology, state.selection.resource);
    const inside = meant?.contents && about && drawnAs(state.analysis.drawn, about.id) === meant.id;
    const id = (inside ? about : meant)?.id ?? state.view.focus?.node;
    if (id === undefined) return announce(NOTHING_MEANT);
    const label = topology.nodes.find((one) => one.id === id)?.label;
    if (label === undefined) return announce('Open the namespace first, then focus on what is inside.');
    showView(session, { focus: { node: id, ...(depth !== undefined && { depth }) } }, { fit: true });
    announce(focusWords(label, depth));
  };
}

const focusDepth = (depth: 1 | 2 | 3): Command => ({
  id: `canvas.focus-${depth}`,
  title: `Show only what is within ${depth} ${depth === 1 ? 'step' : 'steps'} of what is selected`,
  group: 'Canvas',
  keys: [String(depth)],
  within: 'canvas',
  enabled: (state) => state.view.focus !== undefined || meantNode(state) !== null,
  run: focusOn(depth),
});

/** What of the mesh is drawn. */
export const viewCommands: Command[] = [
  {
    id: 'canvas.focus',
    title: 'Show only the ways of what is selected, or all again',
    group: 'Canvas',
    keys: ['Shift+F'],
    within: 'canvas',
    enabled: (state) => state.view.focus !== undefined || meantNode(state) !== null,
    run: (context) => {
      const { session } = context;
      if (session.getState().view.focus === undefined) return focusOn(undefined)(context);
      showView(session, { focus: undefined }, { fit: true });
      announce('All ways are shown');
    },
  },
  {
    id: 'canvas.host',
    title: 'Show only the ways of a host …',
    group: 'Canvas',
    keys: ['Shift+H'],
    within: 'canvas',
    run: () => ask({ choosingHost: true }),
  },
  focusDepth(1),
  focusDepth(2),
  focusDepth(3),
  {
    id: 'canvas.problems',
    title: 'Show only what has problems, or all again',
    group: 'Canvas',
    keys: ['P'],
    within: 'canvas',
    run: ({ session }) => {
      const onlyProblems = session.getState().view.onlyProblems ? undefined : true;
      showView(session, { onlyProblems }, { fit: true });
      const { length } = session.getState().analysis.drawn.nodes;
      announce(onlyProblems ? `Only what has problems is shown: ${length}` : 'Not only problems are shown');
    },
  },
  {
    id: 'canvas.collapse',
    title: 'Collapse the namespace of what is selected, or open it',
    group: 'Canvas',
    keys: ['N'],
    within: 'canvas',
    enabled: (state) => Boolean(meantNode(state)?.namespace),
    run: ({ session }) => {
      const state = session.getState();
      const node = meantNode(state);
      if (!node?.namespace) return announce('This stands in no namespace.');
      const { namespace } = node;
      if (node.contents) return announce(openNamespace(session, namespace));
      const collapsedNamespaces = [...state.view.collapsedNamespaces, namespace];
      canvasStore.set({ cursor: { node: node.id, row: null } });
      showView(session, { collapsedNamespaces });
      announce(`Namespace ${namespace} is collapsed`);
    },
  },
  {
    id: 'canvas.collapse-all',
    title: 'Collapse all namespaces',
    group: 'Canvas',
    run: ({ session }) => {
      const collapsedNamespaces = [...namespacesIn(session.getState().analysis.topology).keys()];
      showView(session, { collapsedNamespaces }, { fit: true });
      announce('All namespaces are collapsed');
    },
  },
  {
    id: 'canvas.open-all',
    title: 'Open all namespaces',
    group: 'Canvas',
    enabled: (state) => state.view.collapsedNamespaces.length > 0,
    run: ({ session }) => {
      showView(session, { collapsedNamespaces: [] }, { fit: true });
      announce('All namespaces are open');
    },
  },
  {
    id: 'canvas.namespaces',
    title: 'Choose which namespaces are drawn, and how …',
    group: 'Canvas',
    run: () => ask({ choosingNamespaces: true }),
  },
  {
    id: 'canvas.hide-kind',
    title: 'Hide the kind of what is selected',
    group: 'Canvas',
    enabled: (state) => meantNode(state)?.contents === undefined && meantNode(state) !== null,
    run: ({ session }) => {
      const state = session.getState();
      const kind = meantNode(state)?.kind;
      if (kind === undefined) return announce(NOTHING_MEANT);
      showView(session, { hiddenKinds: [...state.view.hiddenKinds, kind] });
      announce(`Hidden: ${kindWords(kind)}`);
    },
  },
  {
    id: 'canvas.hide-namespace',
    title: 'Hide the namespace of what is selected',
    group: 'Canvas',
    enabled: (state) => Boolean(meantNode(state)?.namespace),
    run: ({ session }) => {
      const state = session.getState();
      const namespace = meantNode(state)?.namespace;
      if (!namespace) return announce('This stands in no namespace.');
      showView(session, { hiddenNamespaces: [...state.view.hiddenNamespaces, namespace] });
      announce(`Namespace ${namespace} is hidden`);
    },
  },
  {
    id: 'canvas.show-all',
    title: 'Show all of the mesh',
    group: 'Canvas',
    keys: ['Shift+A'],
    within: 'canvas',
    enabled: (state) => isPartial(state.view),
    run: ({ session }) => {
      showView(
        session,
        { ...WHOLE_VIEW, focus: undefined, query: undefined, onlyProblems: undefined },
        { fit: true },
      );
      announce('All of the mesh is shown');
    },
  },
];
