import { versionOf, type Entry } from './entries.ts';

/** The caches of one Meshwright: another folder of the same site may have one of its own. */
export interface Shelf {
  /** The folder of the page, as an absolute address that ends with a slash. */
  readonly scope: string;
  readonly entries: readonly Entry[];
  /** Absolute addresses of the entries. */
  readonly addresses: ReadonlySet<string>;
  /** Names of caches: this version's, and that of files opened from beside the page. */
  readonly own: string;
  readonly beside: string;
  /** The caches of other versions that are still there, newest last. */
  earlier(): Promise<readonly string[]>;
}

export function shelfOf(scope: string, entries: readonly Entry[], caches: CacheStorage): Shelf {
  const prefix = `meshwright ${scope} `;
  const [own, beside] = [`${prefix}${versionOf(entries)}`, `${prefix}beside`];
  return {
    scope,
    entries,
    addresses: new Set(entries.map(({ url }) => new URL(url, scope).href)),
    own,
    beside,
    earlier: async () =>
      (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own && name !== beside),
  };
}

/** Takes away what older versions left. Only for when no page of theirs is open: it would lack what it has not loaded yet. */
export async function tidy(shelf: Shelf, caches: CacheStorage): Promise<void> {
  for (const name of await shelf.earlier()) await caches.delete(name);
}
