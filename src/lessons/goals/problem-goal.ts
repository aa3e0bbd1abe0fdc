import { subjectOf, type Problem } from '../../checks/index.ts';
import type { Mesh } from '../../istio/index.ts';
import type { Goal, ProblemPattern } from './goal.ts';
import { unmet, type GoalFinding } from './goal-state.ts';
import { resourcesMeant, sayPattern } from './pattern.ts';
import { sayProblem } from './say-goal.ts';

/** The problems of the files; those that somebody asked not to be told of as well: hiding one does not mend it. */
export interface AllProblems {
  readonly told: readonly Problem[];
  readonly hidden: readonly Problem[];
}

export function problemFinding(
  mesh: Mesh,
  problems: AllProblems,
  { problem, present, at }: Extract<Goal, { kind: 'problem' }>,
): GoalFinding {
  const ids = at && new Set(resourcesMeant(mesh, at).map(({ id }) => id));
  const isMeant = (one: Problem): boolean => {
    const subject = subjectOf(one);
    return isLike(one, problem) && (!ids || (subject !== null && ids.has(subject)));
  };
  const told = problems.told.find(isMeant);
  const hidden = problems.hidden.find(isMeant);
  const found = told ?? hidden;
  const subject = found && subjectOf(found);
  const place = subject ? { at: { resource: subject, path: [] } } : {};
  const where = at ? ` at ${sayPattern(at)}` : '';
  if (present)
    return found
      ? { met: true, missing: '', ...place }
      : unmet(`Nothing reports ${sayProblem(problem)}${where} yet.`);
  if (!found) return { met: true, missing: '' };
  const still = `${found.file}, line ${found.line}: ${found.message}`;
  return unmet(told ? still : `It is hidden, not mended: ${still}`, place);
}

const isLike = ({ code, aliases, severity }: Problem, pattern: ProblemPattern): boolean =>
  'code' in pattern
    ? code === pattern.code || aliases.includes(pattern.code)
    : severity === 'error' || (pattern.severity === 'warning' && severity === 'warning');
