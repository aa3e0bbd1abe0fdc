import type { TextFile } from '../../text/index.ts';
import { linesOf } from './whole-hunk.ts';

/** A file as it was and as it is; one side is missing where it is new or deleted, the paths differ where it is renamed. */
export interface FilePair {
  readonly before?: TextFile;
  readonly after?: TextFile;
}

/** As Git's own: half of the lines stay. */
const ALIKE = 0.5;
/** Beyond so many comparisons of new with deleted files, only equal ones are taken for renamed. */
const MOST_COMPARED = 2500;

/** The files that differ, in the order of their paths. A new one that is like a deleted one is that one, renamed. */
export function pairFiles(opened: readonly TextFile[], files: readonly TextFile[]): readonly FilePair[] {
  const before = new Map(opened.map((file) => [file.path, file]));
  const now = new Set(files.map(({ path }) => path));
  const gone = new Set(opened.filter(({ path }) => !now.has(path)));
  const come = files.filter(({ path }) => !before.has(path));
  const changed = files.flatMap((after): FilePair[] => {
    const old = before.get(after.path);
    return old && old.text !== after.text ? [{ before: old, after }] : [];
  });
  const origins = renames(gone, come);
  for (const file of origins.values()) gone.delete(file);
  const pairs: FilePair[] = [
    ...changed,
    ...come.map((after) => {
      const old = origins.get(after);
      return old ? { before: old, after } : { after };
    }),
    ...[...gone].map((file) => ({ before: file })),
  ];
  const pathOf = ({ before, after }: FilePair): string => (after ?? before)?.path ?? '';
  return pairs.toSorted((one, other) => (pathOf(one) < pathOf(other) ? -1 : 1));
}

/** Which deleted file each new one was, the likest first. */
function renames(gone: ReadonlySet<TextFile>, come: readonly TextFile[]): ReadonlyMap<TextFile, TextFile> {
  const compare = gone.size * come.length <= MOST_COMPARED;
  const likely = come
    .flatMap((after) => [...gone].map((before) => ({ before, after })))
    .map((pair) => ({ ...pair, likeness: likeness(pair.before.text, pair.after.text, compare) }))
    .filter(({ likeness }) => likeness >= ALIKE)
    .toSorted((one, other) => other.likeness - one.likeness);
  const found = new Map<TextFile, TextFile>();
  const taken = new Set<TextFile>();
  for (const { before, after } of likely) {
    if (found.has(after) || taken.has(before)) continue;
    found.set(after, before);
    taken.add(before);
  }
  return found;
}

/** The share of the longer text that stands, line by line, in the other one too. Empty files are like nothing. */
function likeness(before: string, after: string, compare: boolean): number {
  const longer = Math.max(before.length, after.length);
  if (before === after) return longer ? 1 : 0;
  if (!compare || Math.min(before.length, after.length) < ALIKE * longer) return 0;
  const spare = new Map<string, number>();
  for (const line of linesOf(before)) spare.set(line, (spare.get(line) ?? 0) + 1);
  let shared = 0;
  for (const line of linesOf(after)) {
    const left = spare.get(line) ?? 0;
    if (!left) continue;
    spare.set(line, left - 1);
    shared += line.length;
  }
  return shared / longer;
}
