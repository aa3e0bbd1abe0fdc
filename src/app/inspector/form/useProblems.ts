import { useRef } from 'react';
import type { Problem } from '../../../checks/index.ts';
import { formatPath, type Path } from '../../../yaml/index.ts';
import { pathKey } from '../model/path.ts';
import { problemsFor, sameList, type ProblemIndex, type Reach, type Tally } from '../model/problems.ts';
import { useCell } from './cell.ts';
import { useForm } from './context.ts';

/** The problems to show at a place; the same list as long as they stay the same. */
export function useProblemsAt(path: Path, { outer, deep }: Reach = {}): readonly Problem[] {
  const last = useRef<{ index: ProblemIndex; key: string; problems: readonly Problem[] } | null>(null);
  const key = `${pathKey(path)} ${outer?.length ?? ''} ${deep ?? ''}`;
  return useCell(useForm().problems, (index) => {
    const known = last.current;
    if (known?.index === index && known.key === key) return known.problems;
    const found = problemsFor(index, path, { outer, deep });
    const problems = known && sameList(known.problems, found) ? known.problems : found;
    last.current = { index, key, problems };
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
