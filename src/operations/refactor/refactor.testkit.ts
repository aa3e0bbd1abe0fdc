import { applyChanges, type TextFile } from '../../text/index.ts';
import { contextOf } from '../operations.testkit.ts';
import type { OperationContext } from '../types.ts';
import { planRefactoring } from './plan-refactoring.ts';
import type { Answers, RefactorAt, Refactoring } from './types.ts';

export interface RefactoredFiles {
  /** The files afterwards, by path. */
  readonly texts: Readonly<Record<string, string>>;
  /** Only those that were changed or are new; of those that went, ''. */
  readonly changed: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  readonly context: OperationContext;
}

/** The files after a refactoring. */
export function refactored(
  files: string | Readonly<Record<string, string>>,
  refactoring: Refactoring,
  at: RefactorAt,
  given: Answers = {},
): RefactoredFiles {
  const before = contextOf(files);
  const { changes, warnings } = planRefactoring(before, refactoring, at, given);
  const after = applyChanges(before.files, changes).files;
  const texts = textsOf(after);
  const old = textsOf(before.files);
  const gone = Object.keys(old).filter((path) => texts[path] === undefined);
  return {
    texts,
    changed: {
      ...Object.fromEntries(Object.entries(texts).filter(([path, text]) => old[path] !== text)),
      ...Object.fromEntries(gone.map((path) => [path, ''])),
    },
    warnings,
    context: contextOf(texts),
  };
}

const textsOf = (files: readonly TextFile[]) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));
