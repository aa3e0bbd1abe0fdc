import { codeInfo, isCode, suppressionsFor, type Fix, type Problem } from '../../../checks/index.ts';
import type { Origin, Session } from '../../../session/index.ts';
import { panes } from '../../commands/panes.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { listStore, stand } from './listState.ts';
import { currentProblem, standing, type Standing } from './step.ts';

/** Applies one fix. The keyboard stays in the list, at the problem that comes next. */
export function applyFix(session: Session, problem: Problem, fix: Fix, origin: Origin = 'drawer'): void {
  const all = standing(session);
  const at = all.findIndex((other) => other.problem === problem);
  const next = (all[at + 1] ?? all[at - 1])?.key ?? null;
  keepKeyboard(session, next, () => session.dispatch({ type: 'operate', operation: fix.operation, origin }));
}

/** Applies one fix to all problems of its kind, as one step, and offers to take it back. */
export function fixAll(session: Session, code: string, fix = 0, origin: Origin = 'drawer'): void {
  const count = () => session.getState().analysis.problems.filter((problem) => problem.code === code).length;
  const before = count();
  const done = keepKeyboard(session, null, () => session.dispatch({ type: 'mend-all', code, fix, origin }));
  // What is left, the session has told.
  if (!done || count() > 0) return;
  session.dispatch({
    type: 'notify',
    notice: {
      tone: 'info',
      title: `${before} fixed`,
      action: { title: 'Undo', action: { type: 'undo' } },
    },
  });
}

/** What has the focus may go with its problem: without this the keyboard would fall out of the list. */
function keepKeyboard(session: Session, next: string | null, mend: () => boolean): boolean {
  const from = document.activeElement?.closest('[data-pane="drawer"]');
  if (!mend()) return false;
  stand(session, next);
  if (!from) return true;
  // Once the list is drawn anew, and before the next key.
  queueMicrotask(() => panes.drawer?.focus());
  return true;
}

/** Fixes the current problem where there is just one way to; else shows it with its ways. */
export function fixCurrent(session: Session): void {
  const current = currentProblem(session);
  if (!current) return;
  const [only, ...others] = current.problem.fixes;
  if (only && others.length === 0) return applyFix(session, current.problem, only);
  show(session, current);
  if (only) listStore.set({ menu: current.key });
  else tellNoFix(session, current.problem);
}

export function fixAllCurrent(session: Session): void {
  const current = currentProblem(session);
  if (!current) return;
  if (current.problem.fixes.length > 0) return fixAll(session, current.problem.code);
  show(session, current);
  tellNoFix(session, current.problem);
}

function tellNoFix(session: Session, { code }: Problem): void {
  session.dispatch({
    type: 'notify',
    notice: {
      tone: 'info',
      title: 'There is no fix to apply',
      detail: `${isCode(code) ? codeInfo(code).title : code}: what is meant only you can say. The problem tells what to do.`,
    },
  });
}

/** Hides the current problem on its resource, by an annotation. */
export function hideCurrent(session: Session): void {
  const current = currentProblem(session);
  const [here] = current ? suppressionsFor(current.problem, session.getState().analysis.mesh.settings) : [];
  if (current && here) applyFix(session, current.problem, here);
}

/** Explains a code beside the list. */
export function explain(session: Session, code: string): void {
  listStore.set({ explained: code });
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'problems' } });
  showPane(session, 'drawer', false);
}

export function explainCurrent(session: Session): void {
  const current = currentProblem(session);
  if (!current) return;
  stand(session, current.key);
  explain(session, current.problem.code);
}

function show(session: Session, { key }: Standing): void {
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'problems' } });
  showPane(session, 'drawer', false);
  stand(session, key);
}

/** Shows the problems of a resource, and no others. */
export function showProblemsOf(session: Session, words: string): void {
  listStore.set({ filter: 'all', words, current: null });
  session.dispatch({ type: 'prefer', preferences: { drawerTab: 'problems' } });
  showPane(session, 'drawer');
}
