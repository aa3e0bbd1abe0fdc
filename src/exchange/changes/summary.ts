import { diffLines } from 'diff';
import type { TextFile } from '../../text/index.ts';

/** What happened to one file since it was opened. Line counts are those of a diff. */
export interface FileSummary {
  readonly path: string;
  readonly kind: 'changed' | 'added' | 'removed';
  readonly added: number;
  readonly removed: number;
  /** False where the texts differ too much to be compared line by line in a moment: then the counts are an upper bound. */
  readonly exact: boolean;
}

export interface ChangeSummary {
  /** Only the files that differ; in the order of the files as they are now, removed ones last. */
  readonly files: readonly FileSummary[];
  readonly added: number;
  readonly removed: number;
}

/** How many line edits a diff may search through before it gives up: keeps the answer within a few milliseconds. */
const MAX_EDITS = 2000;

/** What a person has changed: the files now against the files as opened. */
export function summaryOfChanges(opened: readonly TextFile[], files: readonly TextFile[]): ChangeSummary {
  const work = summingUp(opened, files);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same, a file a step, so that something else can be done in between. */
export function* summingUp(
  opened: readonly TextFile[],
  files: readonly TextFile[],
): Generator<void, ChangeSummary> {
  const before = new Map(opened.map((file) => [file.path, file.text]));
  const now = new Set(files.map((file) => file.path));
  const summaries: FileSummary[] = [];
  for (const { path, text } of files) {
    const old = before.get(path);
    if (old === text) continue;
    summaries.push({ path, kind: old === undefined ? 'added' : 'changed', ...countLines(old ?? '', text) });
    yield;
  }
  for (const { path, text } of opened) {
    if (!now.has(path)) summaries.push({ path, kind: 'removed', ...countLines(text, '') });
  }
  const sum = (count: (file: FileSummary) => number) => summaries.reduce((all, file) => all + count(file), 0);
  return { files: summaries, added: sum((file) => file.added), removed: sum((file) => file.removed) };
}

function countLines(before: string, after: string): Pick<FileSummary, 'added' | 'removed' | 'exact'> {
  const [from, toBefore, toAfter] = differingLines(before, after);
  const old = before.slice(from, toBefore);
  const fresh = after.slice(from, toAfter);
  const parts = diffLines(old, fresh, { maxEditLength: MAX_EDITS });
  if (!parts) return { added: lines(fresh), removed: lines(old), exact: false };
  let added = 0;
  let removed = 0;
  for (const part of parts) {
    if (part.added) added += part.count;
    if (part.removed) removed += part.count;
  }
  return { added, removed, exact: true };
}

/** The stretch of whole lines outside which both texts are equal: most edits touch a few lines of a long file. */
function differingLines(before: string, after: string): [from: number, toBefore: number, toAfter: number] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head++;
  const from = before.lastIndexOf('\n', head - 1) + 1;
  let tail = 0;
  while (
    tail < shorter - from &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail++;
  }
  const firstEqual = before.indexOf('\n', before.length - tail);
  const equal = firstEqual < 0 ? 0 : before.length - firstEqual - 1;
  return [head === 0 ? 0 : from, before.length - equal, after.length - equal];
}

function lines(text: string): number {
  if (text === '') return 0;
  const breaks = text.split('\n').length - 1;
  return text.endsWith('\n') ? breaks : breaks + 1;
}
