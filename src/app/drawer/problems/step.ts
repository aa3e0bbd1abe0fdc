import { problemsAbout, type Problem } from '../../../checks/index.ts';
import type { Session } from '../../../session/index.ts';
import { showPane } from '../../shell/layout/showPane.ts';
import { currentWidth } from '../../shell/layout/width.ts';
import { problemEntries, shownProblems } from './entries.ts';
import { fold, listStore, stand } from './listState.ts';
import { selectProblem } from './select.ts';

export interface Standing {
  readonly key: string;
  readonly problem: Problem;
  readonly within: string;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The problems of the list, in its order, those of folded groups too. */
export function standing(session: Session): readonly Standing[] {
  const { analysis, preferences } = session.getState();
  const shown = shownProblems(analysis.problems, listStore.get());
  return problemEntries(shown, preferences.problemsBy, NOTHING).filter((entry) => 'problem' in entry);
}

/**
 * The problem that commands are about: the one gone to last, unless something else that has problems was selected since;
 * then the first of these; else the first of all.
 */
export function currentProblem(session: Session): Standing | undefined {
  const all = standing(session);
  const { analysis, selection } = session.getState();
  const mine = new Set(selection ? problemsAbout(analysis.problems, selection.resource) : []);
  const { current, since } = listStore.get();
  const known = all.find(({ key }) => key === current);
  if (known && (selection === since || mine.size === 0 || mine.has(known.problem))) return known;
  return all.find(({ problem }) => mine.has(problem)) ?? known ?? all[0];
}

/** Goes to a problem, everywhere, and shows it in the list. */
export function goTo(session: Session, { key, problem, within }: Standing): void {
  fold(within, false);
  selectProblem(session, problem);
  stand(session, key);
}

/** Goes to the next (`1`) or previous (`-1`) problem, in the order of the list, round and round. */
export function stepProblem(session: Session, step: 1 | -1): void {
  const all = standing(session);
  const at = all.findIndex(({ key }) => key === listStore.get().current);
  const from = at < 0 && step < 0 ? 0 : at;
  const next = all[(from + step + all.length) % all.length];
  if (!next) return;
  if (currentWidth() !== 'narrow') {
    session.dispatch({ type: 'prefer', preferences: { drawerTab: 'problems' } });
    showPane(session, 'drawer', false);
  }
  goTo(session, next);
}
