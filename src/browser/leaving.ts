import type { StorageCommit } from '../session/index.ts';

const PREFIX = 'meshwright-leaving:';
/** Browsers give a page about 5 million characters here; more than this is left to IndexedDB alone. */
const MOST = 2_000_000;

interface Kept {
  readonly put: readonly (readonly [string, unknown])[];
  readonly remove: readonly string[];
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
 * Keeps a commit in the one place that is written before a page is gone: IndexedDB may be given up half-way.
 * It stays until a commit of the same workspace has gone the usual way.
 */
export function keepLeaving({ put, remove, guard }: StorageCommit): void {
  const kept: Kept = { put: [...put], remove };
  attempt(() => {
    const text = JSON.stringify(kept);
    if (text.length <= MOST) localStorage.setItem(PREFIX + guard.key, text);
  }, undefined);
}

/** A commit has arrived: what was kept of that workspace is older, or the same. */
export function forgetLeaving(guardKey: string): void {
  attempt(() => localStorage.removeItem(PREFIX + guardKey), undefined);
}

/** What was kept and never arrived, by workspace. */
export function leftBehind(): ReadonlyMap<string, Kept> {
  return attempt(() => {
    const found = new Map<string, Kept>();
    for (const name of Object.keys(localStorage)) {
      if (!name.startsWith(PREFIX)) continue;
      const kept = attempt(() => JSON.parse(localStorage.getItem(name) ?? '') as Kept, null);
      if (kept && Array.isArray(kept.put) && Array.isArray(kept.remove))
        found.set(name.slice(PREFIX.length), kept);
    }
    return found;
  }, new Map<string, Kept>());
}
