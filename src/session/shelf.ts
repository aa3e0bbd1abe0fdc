import type { KeptWorkspace } from './types.ts';

/** The key of the list of all workspaces, which all tabs share. */
export const SHELF = 'workspaces';

export interface Shelf {
  /** The one that was used last, in any tab. */
  readonly current: string | null;
  /** The last used first. */
  readonly kept: readonly KeptWorkspace[];
}

export const EMPTY_SHELF: Shelf = { current: null, kept: [] };

/** The list out of storage; entries that are none are left out. Null where there is a value, but no list at all. */
export function readShelf(raw: unknown): Shelf | null {
  if (raw === undefined || raw === null) return EMPTY_SHELF;
  if (!isRecord(raw) || !Array.isArray(raw['kept'])) return null;
  const kept = (raw['kept'] as unknown[]).filter(isKept);
  const current = kept.some(({ id }) => id === raw['current']) ? (raw['current'] as string) : null;
  return { current, kept };
}

/** The workspace goes to the front; it is the current one unless it was left for another. */
export function shelve(shelf: Shelf, entry: KeptWorkspace, current = true): Shelf {
  const others = shelf.kept.filter(({ id }) => id !== entry.id);
  return current
    ? { current: entry.id, kept: [entry, ...others] }
    : { current: shelf.current, kept: [entry, ...others].toSorted((a, b) => b.usedAt - a.usedAt) };
}

export function unshelve({ current, kept }: Shelf, id: string): Shelf {
  return { current: current === id ? null : current, kept: kept.filter((entry) => entry.id !== id) };
}

function isKept(value: unknown): value is KeptWorkspace {
  return (
    isRecord(value) &&
    typeof value['id'] === 'string' &&
    typeof value['name'] === 'string' &&
    ['files', 'size', 'usedAt'].every((key) => Number.isFinite(value[key]))
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
