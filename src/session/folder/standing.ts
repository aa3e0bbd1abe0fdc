import type { Workspace } from '../types.ts';
import type { Link } from './link.ts';
import { planSave } from './save-plan.ts';
import type { FolderQuestion, FolderState } from './state.ts';

/** How it stands with a workspace's folder. Parts keep identity where nothing is different. */
export function standingOf(
  link: Link,
  { id, files }: Workspace,
  saving: boolean,
  last: FolderState | null,
): FolderState {
  const { name, access, base, questions, left } = link;
  const plan = planSave(base, files);
  const paths = new Set([...plan.changed, ...plan.created].map(({ path }) => path));
  const before = last?.workspace === id ? last : null;
  const unsaved = before && sameSets(before.unsaved, paths) ? before.unsaved : paths;
  const removed =
    before && before.removed.join('\n') === plan.removed.join('\n') ? before.removed : plan.removed;
  const asking = before?.asking ?? false;
  const next = { workspace: id, name, access, saving, unsaved, removed, questions, asking, left };
  const isSame =
    before && (Object.keys(next) as (keyof FolderState)[]).every((key) => before[key] === next[key]);
  return isSame ? before : next;
}

const sameSets = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));

export const sameQuestions = (a: readonly FolderQuestion[], b: readonly FolderQuestion[]): boolean =>
  a.length === b.length &&
  a.every(({ path, why, theirs }, at) => {
    const other = b[at];
    return other?.path === path && other.why === why && other.theirs === theirs;
  });
