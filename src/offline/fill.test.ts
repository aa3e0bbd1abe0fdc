import { expect, test } from 'vitest';
import { FakeCaches, hostOf } from './caches.testkit.ts';
import { versionOf, type Entry } from './entries.ts';
import { fill } from './fill.ts';
import { shelfOf, tidy } from './shelf.ts';

const SCOPE = 'https://class.example/mesh/';
const page = (hash: string) => `<script type="module" src="./assets/index-${hash}.js"></script>`;
const build = (hash: string): Entry[] => [
  { url: 'index.html', revision: hash },
  { url: `assets/index-${hash}.js`, revision: null },
  { url: 'assets/editor-same.js', revision: null },
];
const files = (hash: string) => ({
  [`${SCOPE}index.html`]: page(hash),
  [`${SCOPE}assets/index-${hash}.js`]: `run(${hash})`,
  [`${SCOPE}assets/editor-same.js`]: 'editor',
});

test('the whole build is fetched once, and the next version fetches only what it changed', async () => {
  const caches = new FakeCaches();
  const one = shelfOf(SCOPE, build('1'), caches.storage);
  await fill(one, caches.storage, hostOf(files('1')).get);
  expect(caches.addresses(one.own)).toEqual(Object.keys(files('1')).sort());

  const two = shelfOf(SCOPE, build('2'), caches.storage);
  const host = hostOf(files('2'));
  await fill(two, caches.storage, host.get);
  expect(host.asked.sort()).toEqual([`${SCOPE}assets/index-2.js`, `${SCOPE}index.html`]);
  expect(caches.addresses(two.own)).toEqual(Object.keys(files('2')).sort());
  // A page of the first version may still be open.
  expect(await caches.keys()).toEqual([one.own, two.own]);
});

test('a line that breaks for a moment is tried again; what came before it broke for good is kept for the next attempt', async () => {
  const caches = new FakeCaches();
  const shelf = shelfOf(SCOPE, build('1'), caches.storage);
  let breaks = 2;
  const flaky = () =>
    breaks-- > 0 ? Promise.reject(new TypeError('line broke')) : Promise.resolve(new Response('editor'));
  const editor = `${SCOPE}assets/editor-same.js`;
  await fill(shelf, caches.storage, hostOf({ ...files('1'), [editor]: flaky }).get);

  const other = new FakeCaches();
  breaks = Infinity;
  await expect(fill(shelf, other.storage, hostOf({ ...files('1'), [editor]: flaky }).get)).rejects.toThrow(
    'line broke',
  );
  const host = hostOf(files('1'));
  await fill(shelf, other.storage, host.get);
  expect(host.asked).not.toContain(`${SCOPE}assets/index-1.js`);
});

test.each([
  ['a login page in place of a program', `${SCOPE}assets/editor-same.js`, 'text/html', '<form>'],
  ['a page of another version', `${SCOPE}index.html`, 'text/html', page('2')],
  ['a page that is no page', `${SCOPE}index.html`, 'text/plain', page('1')],
  ['an empty page', `${SCOPE}index.html`, 'text/html', ''],
])('%s is not kept', async (_, address, type, body) => {
  const caches = new FakeCaches();
  const shelf = shelfOf(SCOPE, build('1'), caches.storage);
  const strange = () => new Response(body, { headers: { 'content-type': type } });
  await expect(
    fill(shelf, caches.storage, hostOf({ ...files('1'), [address]: strange }).get),
  ).rejects.toThrow(/could not be fetched|another version/);
  expect(caches.addresses(shelf.own)).not.toContain(address);
});

test('an answer that was led elsewhere is kept as one that was not: browsers refuse to show the former', async () => {
  const caches = new FakeCaches();
  const shelf = shelfOf(SCOPE, build('1'), caches.storage);
  const led = () => {
    const response = new Response(page('1'), { headers: { 'content-type': 'text/html' } });
    return Object.defineProperty(response, 'redirected', { value: true });
  };
  await fill(shelf, caches.storage, hostOf({ ...files('1'), [`${SCOPE}index.html`]: led }).get);
  const kept = caches.all.get(shelf.own)?.get(`${SCOPE}index.html`);
  expect(kept?.redirected).toBe(false);
  expect(await kept?.text()).toBe(page('1'));
});

test('what older versions left goes, and nothing of another folder of the site or of another program', async () => {
  const caches = new FakeCaches();
  const [old, now] = [build('1'), build('2')].map((entries) => shelfOf(SCOPE, entries, caches.storage));
  const elsewhere = shelfOf('https://class.example/', build('1'), caches.storage);
  if (!old || !now) throw new Error('two shelves');
  for (const name of [old.own, now.own, now.beside, elsewhere.own, 'somebody else']) await caches.open(name);
  await tidy(now, caches.storage);
  expect(await caches.keys()).toEqual([now.own, now.beside, elsewhere.own, 'somebody else']);
});

test('the version is another for another list, and the same for the same', () => {
  expect(versionOf(build('1'))).toBe(versionOf(build('1')));
  expect(versionOf(build('1'))).not.toBe(versionOf(build('2')));
  expect(versionOf([])).toMatch(/^[0-9a-f]{16}$/);
});
