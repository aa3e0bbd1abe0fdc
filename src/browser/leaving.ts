import type { StorageCommit } from '../session/index.ts';

const PREFIX = 'meshwright-leaving:';
/** Browsers give a page about 5 million characters here; more than this is left to IndexedDB alone. */
const MOST = 2_000_000;

interface Kept {
  readonly put: readonly (readonly [string, unknown])[];
  readonly remove: readonly string[];
  /** The stamps of later commits that hold all of this and were too large to be kept here: where one has arrived, this is old. */
  readonly unless?: readonly string[];
}

/** Storage of this kind may be blocked while the other is not; then there is nothing kept, and nothing breaks. */
function attempt<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/**
 * Keeps a commit in the one place that is written before a page is gone: IndexedDB may be given up half-way. It stays
 * until a commit of the same workspace has gone the usual way. Gives the commit to make: with what was kept before and
 * may not have arrived either, since a later commit counts on the texts of the one before and does not hold them again.
 */
export function keepLeaving(commit: StorageCommit): StorageCommit {
  const { guard } = commit;
  const before = parsed(keptLeaving(guard.key));
  const whole = { ...commit, ...joined(before, commit) };
  const write = (kept: Kept) => {
    const text = JSON.stringify(kept);
    return (
      text.length <= MOST && attempt(() => (localStorage.setItem(PREFIX + guard.key, text), true), false)
    );
  };
  if (write({ put: [...whole.put], remove: whole.remove }) || !before) return whole;
  // What is kept is older now. It counts only where this commit does not arrive; if not even that can be noted, not at all.
  const stamp = stampOf(commit.put.get(guard.key));
  const unless = [...(before.unless ?? []), ...(stamp === null ? [] : [stamp])];
  if (stamp === null || !write({ ...before, unless })) forgetLeaving(guard.key, keptLeaving(guard.key));
  return whole;
}

/** Whether a later state of the workspace has arrived than what was kept of it: `current` is what is stored of it now. */
export const isOverdue = ({ unless = [] }: Kept, current: unknown): boolean =>
  unless.includes(stampOf(current) ?? '');

function stampOf(value: unknown): string | null {
  const stamp: unknown = typeof value === 'object' && value !== null && 'stamp' in value && value.stamp;
  return typeof stamp === 'string' ? stamp : null;
}

/** Two commits as one: what the later one puts or removes counts. */
function joined(before: Kept | null, { put, remove }: StorageCommit): Pick<StorageCommit, 'put' | 'remove'> {
  if (!before) return { put, remove };
  const gone = new Set(remove);
  return {
    put: new Map([...before.put.filter(([key]) => !gone.has(key)), ...put]),
    remove: [...before.remove.filter((key) => !put.has(key)), ...remove],
  };
}

/** What is kept of a workspace now, as it is written; null where nothing is. */
export function keptLeaving(guardKey: string): string | null {
  return attempt(() => localStorage.getItem(PREFIX + guardKey), null);
}

/** A commit has arrived: what was kept of that workspace when it was made is older, or the same. What was kept since stays. */
export function forgetLeaving(guardKey: string, seen: string | null): void {
  if (seen === null || keptLeaving(guardKey) !== seen) return;
  attempt(() => localStorage.removeItem(PREFIX + guardKey), undefined);
}

function parsed(text: string | null): Kept | null {
  const kept = attempt(() => JSON.parse(text ?? '') as Partial<Kept> | null, null);
  if (!kept || !Array.isArray(kept.put) || !Array.isArray(kept.remove)) return null;
  // Whatever else stands there must not keep the page from its work: other programs may write here too.
  const isEntry = (entry: unknown) => Array.isArray(entry) && typeof entry[0] === 'string';
  const whole = kept.put.every(isEntry) && kept.remove.every((key: unknown) => typeof key === 'string');
  const { unless } = kept;
  const stamps = Array.isArray(unless) ? unless.filter((stamp: unknown) => typeof stamp === 'string') : [];
  return whole ? { put: kept.put, remove: kept.remove, ...(stamps.length > 0 && { unless: stamps }) } : null;
}

/** What was kept and never arrived, by workspace. */
export function leftBehind(): ReadonlyMap<string, Kept> {
  return attempt(() => {
    const found = new Map<string, Kept>();
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const guardKey = name.slice(PREFIX.length);
      const kept = parsed(keptLeaving(guardKey));
      if (kept) found.set(guardKey, kept);
    }
    return found;
  }, new Map<string, Kept>());
}

/** A value that was kept under this key and never arrived. */
export function leftUnder(key: string): unknown {
  for (const { put } of leftBehind().values()) {
    for (const [name, value] of put) if (name === key) return value;
  }
  return undefined;
}
