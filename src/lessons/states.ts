import type { TextFile } from '../text/index.ts';
import type { Lesson } from './lesson.ts';

/** The workspace as a step begins for who solved all steps before, and as its solution leaves it. */
export interface StepStates {
  readonly start: readonly TextFile[];
  readonly solved: readonly TextFile[];
}

/** The states of all steps, in order. */
export function statesOf({ steps }: Pick<Lesson, 'steps'>): readonly StepStates[] {
  let before: readonly TextFile[] = [];
  return steps.map(({ start: own, solution, deleted }) => {
    const start = own === 'continue' ? before : own;
    const solved = withFiles(start, solution).filter(({ path }) => !deleted.includes(path));
    before = solved;
    return { start, solved };
  });
}

/** The files with some written anew, each where it stood; new ones come last. */
export function withFiles(files: readonly TextFile[], written: readonly TextFile[]): readonly TextFile[] {
  const byPath = new Map(written.map((file) => [file.path, file]));
  const there = new Set(files.map(({ path }) => path));
  return [
    ...files.map((file) => byPath.get(file.path) ?? file),
    ...written.filter(({ path }) => !there.has(path)),
  ];
}
