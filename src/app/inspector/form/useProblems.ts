import type { Problem } from '../../../checks/index.ts';
import { formatPath, type Path } from '../../../yaml/index.ts';
import { pathKey } from '../model/path.ts';
import { problemsFor, type ProblemIndex, type Reach, type Tally } from '../model/problems.ts';
import { useCell } from './cell.ts';
import { useForm } from './context.ts';

/** What was found in an index, so that it is the same object each time. */
const found = new WeakMap<ProblemIndex, Map<string, readonly Problem[]>>();

/** The problems to show at a place. */
export function useProblemsAt(path: Path, reach: Reach = {}): readonly Problem[] {
  const key = `${pathKey(path)} ${reach.outer?.length ?? ''} ${reach.deep ?? ''}`;
  return useCell(useForm().problems, (index) => {
    const known = found.get(index) ?? new Map<string, readonly Problem[]>();
    found.set(index, known);
    const problems = known.get(key) ?? problemsFor(index, path, reach);
    known.set(key, problems);
    return problems;
  });
}

/** How many problems there are at a place and inside it; undefined without any. */
export function useTally(path: Path): Tally | undefined {
  const text = formatPath(path);
  const key = useCell(useForm().problems, (index) => {
    const tally = index.within.get(text);
    return tally ? `${tally.count} ${tally.worst}` : '';
  });
  if (key === '') return undefined;
  const [count = '0', worst] = key.split(' ');
  return { count: Number(count), worst: worst as Tally['worst'] };
}
