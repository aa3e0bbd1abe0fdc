import { suppressionsFor, type Problem } from '../../../checks/index.ts';
import type { Session } from '../../../session/index.ts';
import { howMany } from '../../drawer/problems/howMany.ts';

/** Something to do about problems at a place, besides mending one of them. */
export interface ProblemAction {
  readonly title: string;
  readonly problem: Problem;
  readonly run: () => unknown;
}

/** For problems at one place: mend all of their kind, do not tell of them, read what they mean. Of two of a kind, once. */
export function problemActions(session: Session, problems: readonly Problem[]): readonly ProblemAction[] {
  const { analysis } = session.getState();
  const kinds = [...new Map(problems.map((problem) => [problem.code, problem])).values()];
  const alike = kinds.flatMap((problem): ProblemAction[] => {
    const count = problem.fixes.length > 0 ? howMany(analysis.problems, problem.code) : 0;
    const title = `Fix all ${count} of this kind (${problem.code})`;
    return count > 1
      ? [{ title, problem, run: async () => (await list()).fixAll(session, problem.code, 0, 'text') }]
      : [];
  });
  const ways = kinds.flatMap((problem) =>
    suppressionsFor(problem, analysis.mesh.settings).map(({ title, operation }) => ({
      title,
      problem,
      run: () => session.dispatch({ type: 'operate', operation, origin: 'text' }),
    })),
  );
  const words = kinds.map((problem) => ({
    title: `What ${problem.code} means`,
    problem,
    run: async () => (await list()).explain(session, problem.code),
  }));
  return [...alike, ...ways, ...words];
}

const list = () => import('../../drawer/problems/index.ts');
