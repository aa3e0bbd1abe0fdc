import type { StoragePort } from './ports.ts';
import { FIRST_ID, manifestKey } from './stored.ts';
import { SHELF, shelve, EMPTY_SHELF } from './shelf.ts';

/** Where the one workspace was kept before there could be several. */
export const ONLY_WORKSPACE = 'workspace';

/**
 * Work that was kept when there was one workspace becomes the first of several: its record gets the key of its own, its
 * texts stay where they are. All or nothing, and once, whichever tab comes first.
 */
export async function migrate(storage: StoragePort): Promise<void> {
  const raw = await storage.get(ONLY_WORKSPACE);
  if (raw === undefined || raw === null) return;
  const record = (typeof raw === 'object' ? raw : {}) as Record<string, unknown>;
  const text = (key: string, otherwise: string) =>
    typeof record[key] === 'string' ? record[key] : otherwise;
  const id = text('id', FIRST_ID);
  const files = Array.isArray(record['files']) ? record['files'].length : 0;
  const entry = { id, name: text('name', 'recovered'), files, size: 0, usedAt: 0 };
  await storage.commit({
    put: new Map<string, unknown>([
      [manifestKey(id), raw],
      [SHELF, shelve(EMPTY_SHELF, entry)],
    ]),
    remove: [ONLY_WORKSPACE],
    guard: { key: SHELF, accepts: (value) => value === undefined || value === null },
  });
}
