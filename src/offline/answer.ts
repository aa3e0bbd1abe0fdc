import type { Shelf } from './shelf.ts';

/** Beside the page there may be class packs: so many of them are kept for work without a network, none larger than this. */
const MOST_BESIDE = 20;
const LARGEST_BESIDE = 8_000_000;
/** A line this slow is as good as none, where an earlier copy is at hand. */
const PATIENCE = 5_000;

/** What a request asks for, of what this program answers; null for all that it leaves to the browser. */
export type Asked = 'page' | 'file' | 'beside' | null;

export function askedFor(request: Request, { scope, addresses }: Shelf): Asked {
  if (request.method !== 'GET' || request.headers.has('range')) return null;
  const address = withoutQuery(request.url);
  if (request.mode === 'navigate')
    return address === scope || address === `${scope}index.html` ? 'page' : null;
  if (addresses.has(address)) return 'file';
  if (!address.startsWith(scope)) return null;
  // An asset of another version; the rest is asked for by the page's program, by name.
  return address.startsWith(`${scope}assets/`) ? 'file' : request.destination === '' ? 'beside' : null;
}

/** Answers from what is kept, and from the network what is not. */
export async function answer(
  request: Request,
  asked: NonNullable<Asked>,
  shelf: Shelf,
  caches: CacheStorage,
  get: typeof fetch,
): Promise<Response> {
  if (asked === 'beside') return besideThePage(request, shelf, caches, get);
  const address = asked === 'page' ? `${shelf.scope}index.html` : withoutQuery(request.url);
  const own = await (await caches.open(shelf.own)).match(address);
  if (own) return own;
  // A page of the version before goes on with its own files until it is loaded anew.
  for (const name of await shelf.earlier()) {
    const kept = await (await caches.open(name)).match(address);
    if (kept) return kept;
  }
  return get(request);
}

/** From the network, so that a trainer's newest counts; what was had before where the network fails or sleeps. */
async function besideThePage(
  request: Request,
  { beside }: Shelf,
  caches: CacheStorage,
  get: typeof fetch,
): Promise<Response> {
  const cache = await caches.open(beside);
  const address = withoutQuery(request.url);
  const kept = await cache.match(address);
  const fresh = get(request).then(async (response) => {
    // A full disk must not keep the pack from being opened.
    if (isWorthKeeping(response)) await keep(cache, address, response.clone()).catch(() => {});
    return response;
  });
  if (!kept) return fresh;
  const late = new Promise<Response>((resolve) => void setTimeout(() => resolve(kept), PATIENCE));
  return Promise.race([fresh.catch(() => kept), late]);
}

const isWorthKeeping = ({ ok, type, headers }: Response): boolean =>
  ok && type === 'basic' && Number(headers.get('content-length') ?? 0) <= LARGEST_BESIDE;

async function keep(cache: Cache, address: string, response: Response): Promise<void> {
  const body = await response.blob();
  if (body.size > LARGEST_BESIDE) return;
  await cache.delete(address);
  await cache.put(address, new Response(body, { headers: response.headers }));
  const names = await cache.keys();
  for (const name of names.slice(0, Math.max(0, names.length - MOST_BESIDE))) await cache.delete(name);
}

const withoutQuery = (address: string): string => address.replace(/[?#].*$/, '');
