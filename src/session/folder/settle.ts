import type { TextFile } from '../../text/index.ts';
import { reconcile } from './reconcile.ts';
import type { FolderQuestion } from './state.ts';
import type { DiskFile } from './walk.ts';

/** Files as the page and the folder last agreed on them. */
export type Base = ReadonlyMap<string, DiskFile>;

/** What was found in the folder: of each path that was looked at, the file, or null where there is none. */
export type Found = ReadonlyMap<string, DiskFile | null>;

export interface Texts {
  readonly files: readonly TextFile[];
  readonly opened: readonly TextFile[];
}

/** What follows from a look at the folder. Parts keep identity where nothing is different. */
export interface Settled extends Texts {
  readonly base: Base;
  readonly questions: readonly FolderQuestion[];
  /** What was different in the folder and is here now, by what became of it. */
  readonly read: readonly string[];
  readonly added: readonly string[];
  readonly merged: readonly string[];
}

/** Brings together what was found in the folder and what is here. */
export function settle(base: Base, texts: Texts, found: Found): Settled {
  const here = new Map(texts.files.map(({ path, text }) => [path, text]));
  const nextBase = new Map(base);
  const takes = new Map<string, string | null>();
  const changedThere: string[] = [];
  const questions: FolderQuestion[] = [];
  const told = { read: [] as string[], added: [] as string[], merged: [] as string[] };
  let moved = false;
  for (const [path, disk] of found) {
    const before = base.get(path);
    const mine = here.get(path) ?? null;
    const outcome = reconcile({ base: before?.text ?? null, mine, theirs: disk?.text ?? null });
    if (outcome.kind === 'ask') {
      questions.push({
        path,
        why: outcome.why,
        base: before?.text ?? null,
        theirs: disk?.text ?? null,
      });
      continue;
    }
    if (disk !== before && (disk !== null || before !== undefined)) {
      moved = true;
      if (disk) nextBase.set(path, disk);
      else nextBase.delete(path);
    }
    if (outcome.kind !== 'taken') continue;
    takes.set(path, outcome.text);
    changedThere.push(path);
    told[mine === null ? 'added' : outcome.merged ? 'merged' : 'read'].push(path);
  }
  const opened = openedAfter(base, texts.opened, changedThere, (path) => nextBase.get(path)?.text ?? null);
  return { base: moved ? nextBase : base, files: withTexts(texts.files, takes), opened, questions, ...told };
}

/** What a person decided for files in question: the text that each has from now on, null for none. */
export function answered(
  base: Base,
  texts: Texts,
  questions: readonly FolderQuestion[],
  found: Found,
  answers: ReadonlyMap<string, string | null>,
): Texts & { readonly base: Base } {
  const nextBase = new Map(base);
  const settled = questions.filter(({ path }) => answers.has(path));
  for (const { path } of settled) {
    const disk = found.get(path);
    if (disk) nextBase.set(path, disk);
    else nextBase.delete(path);
  }
  const paths = settled.map(({ path }) => path);
  const theirs = (path: string) => found.get(path)?.text ?? null;
  const chosen = new Map(paths.map((path) => [path, answers.get(path) ?? null]));
  return {
    base: nextBase,
    files: withTexts(texts.files, chosen),
    opened: openedAfter(base, texts.opened, paths, theirs),
  };
}

/**
 * What changed in the folder is somebody else's change, none of this workspace: it counts as opened so. Unless own changes
 * were saved since it was opened: those stay told.
 */
function openedAfter(
  base: Base,
  opened: readonly TextFile[],
  paths: readonly string[],
  theirs: (path: string) => string | null,
): readonly TextFile[] {
  const before = new Map(opened.map(({ path, text }) => [path, text]));
  const untouched = paths.filter((path) => before.get(path) === base.get(path)?.text);
  return withTexts(opened, new Map(untouched.map((path) => [path, theirs(path)])));
}

/** Files with some of their texts replaced; new ones stand where their path belongs. */
function withTexts(
  files: readonly TextFile[],
  texts: ReadonlyMap<string, string | null>,
): readonly TextFile[] {
  const isSame = files.every(({ path, text }) => !texts.has(path) || texts.get(path) === text);
  const paths = new Set(files.map(({ path }) => path));
  const fresh = [...texts].filter(([path, text]) => text !== null && !paths.has(path));
  if (isSame && fresh.length === 0) return files;
  const next = files.flatMap((file): TextFile[] => {
    const text = texts.get(file.path);
    if (text === undefined || text === file.text) return [file];
    return text === null ? [] : [{ path: file.path, text }];
  });
  for (const [path, text] of fresh) {
    const at = next.findIndex((file) => file.path > path);
    next.splice(at < 0 ? next.length : at, 0, { path, text: text ?? '' });
  }
  return next;
}
