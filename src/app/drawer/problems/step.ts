import type { Problem } from '../../../checks/index.ts';
import type { Session } from '../../../session/index.ts';
import { problemEntries } from './entries.ts';
import { selectProblem } from './select.ts';

let last: Problem | undefined;

const same = (a: Problem, b: Problem) =>
  a.code === b.code && a.file === b.file && a.path === b.path && a.message === b.message;

/** Goes to the next (`1`) or previous (`-1`) problem, in the order of the list, round and round. */
export function stepProblem(session: Session, step: 1 | -1): void {
  const problems = problemEntries(session.getState().analysis.problems, 'all', '').flatMap((entry) =>
    'problem' in entry ? [entry.problem] : [],
  );
  const at = last ? problems.findIndex((problem) => problem === last || same(problem, last!)) : -1;
  const from = at < 0 && step < 0 ? 0 : at;
  const next = problems[(from + step + problems.length) % problems.length];
  if (!next) return;
  last = next;
  selectProblem(session, next);
}
