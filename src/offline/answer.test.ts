import { expect, test } from 'vitest';
import { answer, askedFor } from './answer.ts';
import { FakeCaches, hostOf } from './caches.testkit.ts';
import { shelfOf } from './shelf.ts';

const SCOPE = 'https://class.example/mesh/';
const ENTRIES = [
  { url: 'index.html', revision: '1' },
  { url: 'assets/index-1.js', revision: null },
];

const request = (
  url: string,
  more: { mode?: string; destination?: string; method?: string; range?: string } = {},
) =>
  ({
    url,
    method: more.method ?? 'GET',
    mode: more.mode ?? 'cors',
    destination: more.destination ?? '',
    headers: new Headers(more.range ? { range: more.range } : {}),
  }) as Request;

test.each([
  ['page', SCOPE, { mode: 'navigate' }],
  ['page', `${SCOPE}?embed=1`, { mode: 'navigate' }],
  ['page', `${SCOPE}index.html#lesson=gateways`, { mode: 'navigate' }],
  [null, `${SCOPE}handout.html`, { mode: 'navigate' }],
  [null, 'https://class.example/', { mode: 'navigate' }],
  ['file', `${SCOPE}assets/index-1.js?again`, { destination: 'script' }],
  ['file', `${SCOPE}assets/index-0.js`, { destination: 'script' }],
  ['beside', `${SCOPE}class.zip`, {}],
  [null, `${SCOPE}picture.png`, { destination: 'image' }],
  [null, 'https://class.example/other.zip', {}],
  [null, 'https://elsewhere.example/mesh/class.zip', {}],
  [null, `${SCOPE}class.zip`, { method: 'POST' }],
  [null, `${SCOPE}film.mp4`, { range: 'bytes=0-' }],
])('%s: %s', (asked, url, more) => {
  expect(askedFor(request(url, more), shelfOf(SCOPE, ENTRIES, new FakeCaches().storage))).toBe(asked);
});

async function site() {
  const caches = new FakeCaches();
  const shelf = shelfOf(SCOPE, ENTRIES, caches.storage);
  const own = await caches.open(shelf.own);
  await own.put(`${SCOPE}index.html`, new Response('page 1'));
  const older = await caches.open(`meshwright ${SCOPE} 0000`);
  await older.put(`${SCOPE}assets/index-0.js`, new Response('program 0'));
  const ask = async (url: string, get: typeof fetch, more = {}) => {
    const asked = askedFor(request(url, more), shelf);
    if (!asked) throw new Error('left to the browser');
    return (await answer(request(url, more), asked, shelf, caches.storage, get)).text();
  };
  return { caches, shelf, ask };
}

const noLine = (() => Promise.reject(new TypeError('no line'))) as typeof fetch;
const basic = (body: string) => () => Object.defineProperty(new Response(body), 'type', { value: 'basic' });

test('the page comes from what is kept, and an older page still finds its own files', async () => {
  const { ask } = await site();
  expect(await ask(`${SCOPE}?x`, noLine, { mode: 'navigate' })).toBe('page 1');
  expect(await ask(`${SCOPE}assets/index-0.js`, noLine)).toBe('program 0');
  const host = hostOf({ [`${SCOPE}assets/late.js`]: 'late' });
  expect(await ask(`${SCOPE}assets/late.js`, host.get)).toBe('late');
});

test('a pack beside the page is fetched anew while there is a line, and opens from what was kept without one', async () => {
  const { ask } = await site();
  const pack = `${SCOPE}class.zip`;
  await expect(ask(pack, noLine)).rejects.toThrow('no line');
  expect(await ask(pack, hostOf({ [pack]: basic('monday') }).get)).toBe('monday');
  expect(await ask(pack, hostOf({ [pack]: basic('tuesday') }).get)).toBe('tuesday');
  expect(await ask(pack, noLine)).toBe('tuesday');
  // That it is gone is an answer too, and does not take the place of what is kept.
  expect(await ask(pack, hostOf({}).get)).toBe('none');
  expect(await ask(pack, noLine)).toBe('tuesday');
});

test('only so many packs are kept, none that is very large, and a full disk keeps none from being opened', async () => {
  const { ask, caches, shelf } = await site();
  for (let number = 0; number < 25; number++)
    await ask(`${SCOPE}${number}.zip`, hostOf({ [`${SCOPE}${number}.zip`]: basic('pack') }).get);
  expect(caches.addresses(shelf.beside)).toHaveLength(20);
  expect(caches.addresses(shelf.beside)).not.toContain(`${SCOPE}4.zip`);

  const large = `${SCOPE}large.zip`;
  await ask(large, hostOf({ [large]: basic('x'.repeat(8_000_001)) }).get);
  expect(caches.addresses(shelf.beside)).not.toContain(large);

  const full = {
    open: async () => ({
      ...(await caches.open(shelf.beside)),
      put: () => Promise.reject(new Error('full')),
    }),
  };
  const response = await answer(
    request(large),
    'beside',
    shelf,
    full as unknown as CacheStorage,
    hostOf({ [large]: basic('pack') }).get,
  );
  expect(await response.text()).toBe('pack');
});
