import type { Command } from '../commands/command.ts';
import { keepTyping } from '../commands/typedAhead.ts';
import { showPane } from '../shell/layout/showPane.ts';
import type { DrawerTab, Session } from '../../session/index.ts';

const problems = () => import('./problems/index.ts');
const sending = () => import('./send/index.ts');
const searching = () => import('./search/open.ts');
const lab = () => import('./load/index.ts');

/** Fetches what leads to a field. What is typed meanwhile is meant for that, and no shortcut of what stands here. */
function typing<T>(fetched: () => Promise<T>): Promise<T> {
  keepTyping();
  return fetched();
}

const open = (session: Session, drawerTab: DrawerTab) => {
  session.dispatch({ type: 'prefer', preferences: { drawerTab } });
  showPane(session, 'drawer');
};

const hasProblems: Command['enabled'] = (state) => state.analysis.problems.length > 0;

export const drawerCommands: Command[] = [
  {
    id: 'drawer.problems',
    title: 'Show problems',
    group: 'View',
    keys: ['Mod+Shift+M'],
    whileTyping: true,
    run: ({ session }) => open(session, 'problems'),
  },
  {
    id: 'drawer.problems-of-selected',
    title: 'Show the problems of what is selected',
    group: 'View',
    enabled: ({ selection }) => selection !== null,
    run: async ({ session }) => {
      const { selection, analysis } = session.getState();
      const resource = selection && analysis.mesh.byId.get(selection.resource);
      if (!resource) return;
      (await problems()).showProblemsOf(
        session,
        [resource.kind, resource.namespace, resource.name].join(' '),
      );
    },
  },
  {
    id: 'drawer.send',
    title: 'Send a request …',
    group: 'View',
    keys: ['Mod+Shift+X'],
    whileTyping: true,
    run: async ({ session }) => (await typing(sending)).openSend(session),
  },
  {
    id: 'send.send',
    title: 'Send the request',
    group: 'Edit',
    keys: ['Mod+Enter'],
    within: 'drawer',
    whileTyping: true,
    run: async ({ session }) => void (await (await sending()).send(session)),
  },
  {
    id: 'send.many',
    title: 'Send the request 1,000 times',
    group: 'Edit',
    keys: ['Mod+Shift+Enter'],
    within: 'drawer',
    whileTyping: true,
    run: async ({ session }) => (await sending()).sendThousand(session),
  },
  {
    id: 'send.here',
    title: 'Send a request to what is selected',
    group: 'Canvas',
    keys: ['S'],
    within: 'canvas',
    enabled: ({ selection }) => selection !== null,
    run: async ({ session }) => (await sending()).sendHere(session),
  },
  {
    id: 'send.why-not',
    title: 'Why does the selected rule not take the request?',
    group: 'Canvas',
    enabled: ({ selection }) => selection !== null,
    run: async ({ session }) => (await sending()).askWhyNot(session),
  },
  {
    id: 'send.copy-curl',
    title: 'Copy the request as curl',
    group: 'Edit',
    run: async ({ session }) => (await sending()).copyAsCurl(session),
  },
  {
    id: 'send.expectations',
    title: 'Show expectations',
    group: 'View',
    run: async ({ session }) => {
      const { openSend, showView } = await sending();
      showView('expectations');
      openSend(session);
    },
  },
  {
    id: 'send.dismiss',
    title: 'Take the way of the request off the canvas',
    group: 'Canvas',
    run: async () => (await sending()).dismissWay(),
  },
  {
    id: 'drawer.load',
    title: 'Load lab',
    group: 'View',
    run: async ({ session }) => (await lab()).openLab(session),
  },
  {
    id: 'load.run',
    title: 'Run the load',
    group: 'Edit',
    run: async ({ session }) => (await lab()).runLab(session),
  },
  {
    id: 'load.stop',
    title: 'Stop running the load',
    group: 'Edit',
    run: async ({ session }) => (await lab()).stopLab(session),
  },
  {
    id: 'load.replay',
    title: 'Replay the load on the canvas, or pause it',
    group: 'View',
    run: async ({ session }) => (await lab()).replayLab(session),
  },
  {
    id: 'load.compare',
    title: 'Compare two loads, or leave the comparison',
    group: 'View',
    run: async ({ session }) => (await lab()).compareInLab(session),
  },
  {
    id: 'load.full-screen',
    title: 'Load lab on the full screen',
    group: 'View',
    run: async ({ session }) => (await lab()).showFullScreen(session),
  },
  {
    id: 'drawer.changes',
    title: 'Show changes',
    group: 'View',
    run: ({ session }) => open(session, 'changes'),
  },
  {
    id: 'drawer.traffic-changes',
    title: 'Show what the changes do to traffic',
    group: 'View',
    run: async ({ session }) => {
      (await import('./changes/traffic/compareState.ts')).compareStore.set({ view: 'traffic' });
      open(session, 'changes');
    },
  },
  {
    id: 'drawer.search',
    title: 'Find in all files …',
    group: 'Go to',
    keys: ['Mod+Shift+F'],
    whileTyping: true,
    run: async ({ session }) => (await typing(searching)).openSearch(session),
  },
  {
    id: 'drawer.next-problem',
    title: 'Go to the next problem',
    group: 'Go to',
    keys: ['F8'],
    whileTyping: true,
    enabled: hasProblems,
    run: async ({ session }) => (await problems()).stepProblem(session, 1),
  },
  {
    id: 'drawer.previous-problem',
    title: 'Go to the previous problem',
    group: 'Go to',
    keys: ['Shift+F8'],
    whileTyping: true,
    enabled: hasProblems,
    run: async ({ session }) => (await problems()).stepProblem(session, -1),
  },
  {
    id: 'drawer.fix',
    title: 'Fix the current problem',
    group: 'Edit',
    // In the YAML, Monaco answers this key with the fixes for where the caret is.
    keys: ['Mod+.'],
    enabled: hasProblems,
    run: async ({ session }) => (await problems()).fixCurrent(session),
  },
  {
    id: 'drawer.fix-all',
    title: 'Fix all problems of the current one’s kind',
    group: 'Edit',
    keys: ['Mod+F8'],
    enabled: hasProblems,
    run: async ({ session }) => (await problems()).fixAllCurrent(session),
  },
  {
    id: 'drawer.hide-problem',
    title: 'Hide the current problem on its resource',
    group: 'Edit',
    keys: ['H'],
    within: 'drawer',
    enabled: hasProblems,
    run: async ({ session }) => (await problems()).hideCurrent(session),
  },
  {
    id: 'drawer.explain',
    title: 'Explain the current problem',
    group: 'Help',
    keys: ['E'],
    within: 'drawer',
    enabled: hasProblems,
    run: async ({ session }) => (await problems()).explainCurrent(session),
  },
];
