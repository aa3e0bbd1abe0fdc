import type { Entry } from './entries.ts';
import type { Shelf } from './shelf.ts';

/** So many at a time: a line that twenty people share should go on serving their pages. */
const LANES = 4;
/** A line that breaks now and then must not make the whole download begin anew. */
const TRIES = 3;

/**
 * Fetches the whole build. What an older version has already is copied, and what came before the line broke is kept, so that
 * the next attempt goes on from there. Rejects when something cannot be had: then the version before stays.
 */
export async function fill(shelf: Shelf, caches: CacheStorage, get: typeof fetch): Promise<void> {
  const cache = await caches.open(shelf.own);
  const earlier = await Promise.all((await shelf.earlier()).map((name) => caches.open(name)));
  const waiting = [...shelf.entries];
  const lane = async (): Promise<void> => {
    for (let entry = waiting.shift(); entry; entry = waiting.shift()) await add(entry);
  };
  const add = async ({ url, revision }: Entry): Promise<void> => {
    const address = new URL(url, shelf.scope).href;
    // A name with a hash in it means the same bytes for ever; any other is asked for anew.
    if (revision === null) {
      if (await cache.match(address)) return;
      for (const older of earlier) {
        const known = await older.match(address);
        if (known) return cache.put(address, known);
      }
    }
    await cache.put(address, await fetched(address, revision === null ? 'default' : 'no-cache', get));
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await verifyPage(shelf, cache);
}

async function fetched(address: string, cache: RequestCache, get: typeof fetch): Promise<Response> {
  for (let tries = 1; ; tries++) {
    try {
      return await usable(await get(address, { cache, credentials: 'same-origin' }), address);
    } catch (error) {
      if (tries >= TRIES) throw error;
    }
  }
}

/** An answer worth keeping. A login page of the network, or a host that answers everything with its start page, is not. */
async function usable(response: Response, address: string): Promise<Response> {
  const isPage = /^text\/html\b/.test(response.headers.get('content-type') ?? '');
  if (!response.ok || isPage !== address.endsWith('.html'))
    throw new Error(`${address} could not be fetched: ${response.status}`);
  if (!response.redirected) return response;
  // A browser refuses to show a page from an answer that it was led to.
  return new Response(await response.blob(), { status: response.status, headers: response.headers });
}

/** The page that was kept must be of this version: a deployment may have come between the list and the page. */
async function verifyPage(shelf: Shelf, cache: Cache): Promise<void> {
  const page = await cache.match(new URL('index.html', shelf.scope).href);
  const html = (await page?.text()) ?? '';
  const named = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map(([, url]) => url ?? '');
  const strange = named.find((url) => !shelf.addresses.has(new URL(url, shelf.scope).href));
  if (named.length > 0 && strange === undefined) return;
  await cache.delete(new URL('index.html', shelf.scope).href);
  throw new Error(`The page is of another version: ${strange ?? 'it names no program'}`);
}
