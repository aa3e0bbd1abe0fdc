import type { Command } from '../commands/command.ts';
import { showPane } from '../shell/layout/showPane.ts';
import type { DrawerTab, Session } from '../../session/index.ts';
import { stepProblem } from './problems/step.ts';

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
    id: 'drawer.changes',
    title: 'Show changes',
    group: 'View',
    run: ({ session }) => open(session, 'changes'),
  },
  {
    id: 'drawer.next-problem',
    title: 'Go to the next problem',
    group: 'Go to',
    keys: ['F8'],
    whileTyping: true,
    enabled: hasProblems,
    run: ({ session }) => stepProblem(session, 1),
  },
  {
    id: 'drawer.previous-problem',
    title: 'Go to the previous problem',
    group: 'Go to',
    keys: ['Shift+F8'],
    whileTyping: true,
    enabled: hasProblems,
    run: ({ session }) => stepProblem(session, -1),
  },
];
