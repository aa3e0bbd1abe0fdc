import type { Problem } from '../../../checks/index.ts';
import { formatPath, type Path } from '../../../yaml/index.ts';
import type { Tally } from '../model/problems.ts';
import { useCell } from './cell.ts';
import { useForm } from './context.ts';

const NONE: readonly Problem[] = [];

/** The problems that stand exactly at a place. */
export function useProblemsAt(path: Path): readonly Problem[] {
  const text = formatPath(path);
  return useCell(useForm().problems, (index) => index.at.get(text) ?? NONE);
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
