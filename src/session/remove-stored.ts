import { folderBaseKey, folderKey } from './folder/keys.ts';
import type { StoragePort } from './ports.ts';
import { EMPTY_SHELF, readShelf, SHELF, unshelve, type Shelf } from './shelf.ts';
import { manifestKey, stampOf, textKeys } from './stored.ts';
import { lookKey, placesKey } from './stored-look.ts';

/**
 * Takes a workspace out of the storage, with its texts and how it was looked at. With a `stamp`, only if it still is what was saved under it.
 * Gives the list of what is left, or null if it was not taken out.
 */
export async function removeStored(storage: StoragePort, id: string, stamp?: string): Promise<Shelf | null> {
  const key = manifestKey(id);
  const raw = await storage.get(key);
  const seen = stampOf(raw);
  if (stamp !== undefined && seen !== stamp) return null;
  let shelf = EMPTY_SHELF;
  const removed = await storage.commit({
    put: new Map(),
    remove: [key, lookKey(id), placesKey(id), folderKey(id), folderBaseKey(id), ...textKeys(raw)],
    guard: { key, accepts: (value) => stampOf(value) === seen },
    update: {
      key: SHELF,
      change: (value) => (shelf = unshelve(readShelf(value) ?? EMPTY_SHELF, id)),
    },
  });
  return removed ? shelf : null;
}
