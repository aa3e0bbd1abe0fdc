import type { TextFile } from '../../text/index.ts';

/** What has to be done to the folder so that it holds what is here. */
export interface SavePlan {
  readonly changed: readonly TextFile[];
  readonly created: readonly TextFile[];
  readonly removed: readonly string[];
  /** Of those created and removed, the ones that are one file under another name. */
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** `base` has the folder's files as they were last read or written. */
export function planSave(base: ReadonlyMap<string, { text: string }>, files: readonly TextFile[]): SavePlan {
  const here = new Set(files.map(({ path }) => path));
  const changed = files.filter(({ path, text }) => base.has(path) && base.get(path)?.text !== text);
  const created = files.filter(({ path }) => !base.has(path));
  const removed = [...base.keys()].filter((path) => !here.has(path));
  const left = new Set(removed);
  const renamed = created.flatMap(({ path: to, text }) => {
    const from = [...left].find((path) => base.get(path)?.text === text);
    if (from === undefined) return [];
    left.delete(from);
    return [{ from, to }];
  });
  return { changed, created, removed, renamed };
}

export const isNothing = ({ changed, created, removed }: SavePlan): boolean =>
  changed.length + created.length + removed.length === 0;

/** Whether files come or go by it: more than a person may expect of saving. */
export const needsAsking = ({ created, removed }: SavePlan): boolean => created.length + removed.length > 0;

export type SaveStep =
  | { readonly kind: 'write'; readonly path: string; readonly text: string }
  | { readonly kind: 'remove'; readonly path: string };

/**
 * The plan in an order in which nothing is lost wherever it stops: files go last. But where only the case of a name changes,
 * the old name goes first: many disks take both names for one file, and the new one would be taken away.
 */
export function stepsOf({ changed, created, removed }: SavePlan): readonly SaveStep[] {
  const coming = new Set(created.map(({ path }) => path.toLowerCase()));
  const write = ({ path, text }: TextFile): SaveStep => ({ kind: 'write', path, text });
  const remove = (path: string): SaveStep => ({ kind: 'remove', path });
  const sameButCase = (path: string) => coming.has(path.toLowerCase());
  return [
    ...changed.map(write),
    ...removed.filter(sameButCase).map(remove),
    ...created.map(write),
    ...removed.filter((path) => !sameButCase(path)).map(remove),
  ];
}
