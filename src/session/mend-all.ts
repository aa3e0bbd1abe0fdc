import { subjectOf, type Problem } from '../checks/index.ts';
import { planOperation, type Operation } from '../operations/index.ts';
import { applyChanges, type FileChange, type TextFile } from '../text/index.ts';
import { RefusedError } from '../yaml/index.ts';
import type { Meaning } from './pipeline.ts';

/** Files, and what was read from them. */
interface Reading {
  readonly files: readonly TextFile[];
  readonly meaning: Pick<Meaning, 'mesh' | 'problems'>;
}

type Read = (files: readonly TextFile[], changes: readonly FileChange[]) => Reading['meaning'];

/** Many problems mended, as one change. */
export interface Mended {
  readonly files: readonly TextFile[];
  /** From the files as they were to these. */
  readonly changes: readonly FileChange[];
  /** Problems that are there no more, as they were told before they went. */
  readonly mended: readonly Problem[];
}

/**
 * Mends problem after problem until none is left whose fix was chosen and works. A fix counts only if its problem is gone
 * afterwards and the files have no more errors than before; what does not is taken back. `read` is asked for the meaning of
 * files with the changes that led there; `choose` gives the fix of a problem, or nothing for one that shall stay.
 */
export function mendAll(
  start: Reading,
  read: Read,
  choose: (problem: Problem) => Operation | undefined,
): Mended {
  let now = start;
  const changes: FileChange[] = [];
  const mended: Problem[] = [];
  const tried = new Set<string>();

  /** All of them at once, or else by halves, so that one fix that does not work costs few that do. */
  const attempt = (batch: readonly Choice[]): void => {
    const after = tryOn(now, batch, read);
    if (after) {
      now = after.reading;
      changes.push(...after.changes);
      mended.push(...batch.map(({ problem }) => problem));
      return;
    }
    // The reader keeps what it read last: the next try starts from where this one did.
    read(now.files, []);
    if (batch.length > 1) {
      const half = Math.ceil(batch.length / 2);
      attempt(batch.slice(0, half));
      attempt(batch.slice(half));
    }
  };

  for (;;) {
    const batch = oneForEach(now.meaning.problems, choose, tried);
    if (batch.length === 0) return { files: now.files, changes, mended };
    for (const { identity } of batch) tried.add(identity);
    attempt(batch);
  }
}

interface Choice {
  readonly problem: Problem;
  readonly identity: string;
  readonly operation: Operation;
}

const identityOf = (problem: Problem): string =>
  [problem.code, subjectOf(problem) ?? problem.file, problem.path, problem.message].join('\n');

/** At most one problem of each resource: after a fix, the paths of its other problems may name something else. */
function oneForEach(
  problems: readonly Problem[],
  choose: (problem: Problem) => Operation | undefined,
  tried: ReadonlySet<string>,
): readonly Choice[] {
  const chosen = new Map<string, Choice>();
  for (const problem of problems) {
    const subject = subjectOf(problem) ?? problem.file;
    if (chosen.has(subject)) continue;
    const operation = choose(problem);
    const identity = identityOf(problem);
    if (operation && !tried.has(identity)) chosen.set(subject, { problem, identity, operation });
  }
  return [...chosen.values()];
}

const errorsIn = (problems: readonly Problem[]): number =>
  problems.filter(({ severity }) => severity === 'error').length;

function tryOn(
  before: Reading,
  batch: readonly Choice[],
  read: Read,
): { readonly reading: Reading; readonly changes: readonly FileChange[] } | undefined {
  const changes = planned(before, batch);
  if (!changes?.length) return undefined;
  const { files } = applyChanges(before.files, changes);
  const meaning = read(files, changes);
  const left = new Set(meaning.problems.map(identityOf));
  const gone = batch.every(({ identity }) => !left.has(identity));
  if (gone && errorsIn(meaning.problems) <= errorsIn(before.meaning.problems)) {
    return { reading: { files, meaning }, changes };
  }
  return undefined;
}

function planned(before: Reading, batch: readonly Choice[]): readonly FileChange[] | undefined {
  const operations = batch.map(({ operation }) => operation);
  try {
    const context = { files: before.files, mesh: before.meaning.mesh };
    return planOperation(context, { kind: 'all', operations, label: '' }).changes;
  } catch (error) {
    if (error instanceof RefusedError) return undefined;
    throw error;
  }
}

/** The words of the undo menu for problems that were mended together. */
export function labelOf(mended: readonly Problem[]): string {
  return mended.length === 1 ? `Fix ${mended[0]?.code}` : `Fix ${mended.length} problems`;
}
