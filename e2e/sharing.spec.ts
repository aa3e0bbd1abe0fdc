import { deflateSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './app.ts';
import { lesson, zipOf } from './packs.ts';

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Lesson', exact: true });
const lessons = (page: Page): Locator => page.getByRole('dialog', { name: 'Lessons' });

async function more({ page }: App, item: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

const MINE =
  'apiVersion: v1\nkind: Service\nmetadata: { name: mine, namespace: shop }\nspec: { ports: [{ name: http, port: 80 }] }\n';

test('a workspace travels in a link, with its request, and never over what is there', async ({
  app,
  page,
}) => {
  await app.openMesh(MINE, 'mine.yaml');
  await app.drawer.getByRole('tab', { name: /^Send/ }).click();
  await app.drawer.getByRole('combobox', { name: 'URL' }).fill('http://mine.shop/');
  await more(app, 'Share…');
  const dialog = page.getByRole('dialog', { name: 'Share mine' });
  await expect(dialog).toContainText('Nothing goes to a server');
  await expect(dialog.getByText(/^\d+ characters$/)).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await dialog.getByRole('checkbox', { name: /the request in/ }).check();
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByText('The link is on the clipboard.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.keyboard.press('Escape');

  await page.evaluate((hash) => (location.hash = hash), new URL(link).hash);
  await expect(page.getByText('“mine (2)” came by a link')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('mine (2)');
  await expect(app.drawer.getByRole('combobox', { name: 'URL' })).toHaveValue('http://mine.shop/');
  expect(page.url()).not.toContain('#');

  // A reload goes on with what was made of it.
  await app.caretBehind('name: mine');
  await page.keyboard.type('-edited');
  await expect(app.node(/mine-edited/).first()).toBeVisible();
  await app.saved();
  await page.reload();
  await expect(app.node(/mine-edited/).first()).toBeVisible();
  await more(app, 'Workspaces…');
  await page.getByRole('button', { name: /^Open mine,/ }).click();
  await expect(app.node(/mine/).first()).toBeVisible();
  await expect(app.node(/mine-edited/)).toHaveCount(0);
});

test('a link that was cut off, is a bomb or is newer says so, and nothing is lost', async ({ app, page }) => {
  await app.openMesh(MINE, 'mine.yaml');
  const bomb = deflateRaw(Buffer.alloc(9_000_000, 97));
  for (const [hash, why] of [
    ['#workspace=d1.AAAAAEvMKs1NLNItSCxKzAUAAAD__w', 'was cut off or changed on its way'],
    [
      `#workspace=d1.${Buffer.concat([Buffer.alloc(4), bomb]).toString('base64url')}`,
      'far more than any workspace holds',
    ],
    ['#workspace=e7.AAAA', 'made by a newer Meshwright'],
    ['#pack=https://evil.example/class.zip', 'lies at https://evil.example/class.zip'],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(page.getByText(why)).toBeVisible();
    expect(page.url()).not.toContain('#');
    await page.getByRole('button', { name: 'Close this notice' }).last().click();
  }
  await expect(app.rail.getByRole('button', { name: 'File mine.yaml' })).toBeVisible();
});

const deflateRaw = (bytes: Buffer): Buffer => deflateSync(bytes, { level: 9 }).subarray(2, -4);

/** Lets go of files over the page, as if they came from the desktop. */
async function drop(page: Page, files: readonly { name: string; bytes: Uint8Array }[]): Promise<void> {
  const transfer = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    files.map(({ name, bytes }) => ({ name, bytes: [...bytes] })),
  );
  await page.dispatchEvent('#root', 'drop', { dataTransfer: transfer });
}

test('a pack is dropped, learned, opened again with changes, and removed', async ({ app, page }) => {
  await app.open();
  const files = {
    'class/01-one.md': lesson('One'),
    'class/02-two.md': lesson('Two'),
    'class/pack.yaml': 'title: Our class\n',
  };
  await drop(page, [{ name: 'class.zip', bytes: zipOf(files) }]);
  const list = lessons(page).getByRole('list', { name: 'Lessons of Our class' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await list.getByRole('button', { name: /One/ }).click();
  await expect(panel(page).getByRole('heading', { name: 'One', level: 2 })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Next', exact: true }).click();
  await expect(panel(page)).toContainText('Step 2 of 2');
  await app.saved();
  await page.reload();
  await expect(panel(page)).toContainText('Step 2 of 2');

  await drop(page, [
    {
      name: 'class (1).zip',
      bytes: zipOf({
        ...files,
        'class/01-one.md': lesson('One').replace('Look.', 'Look anew.'),
        'class/03-three.md': lesson('Three'),
      }),
    },
  ]);
  await expect(lessons(page)).toContainText('New: “Three”. Changed: “One”.');
  await expect(list.getByRole('button', { name: /One.*Step 2 of 2/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await panel(page).getByRole('button', { name: 'Back', exact: true }).click();
  await expect(panel(page)).toContainText('Look anew.');

  // One with a mistake changes nothing, and says where it stands.
  await drop(page, [
    {
      name: 'class.zip',
      bytes: zipOf({ ...files, 'class/02-two.md': lesson('Two').replace('minutes: 5', 'minutes: many') }),
    },
  ]);
  const trouble = page.getByRole('dialog', { name: /cannot be taught/ });
  await expect(trouble.getByRole('listitem')).toContainText('class/02-two.md, line 3');
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await trouble.getByRole('button', { name: 'Close' }).last().click();
  await more(app, 'Lessons…');
  await expect(list.getByRole('listitem')).toHaveCount(3);
  await lessons(page).getByRole('button', { name: 'Remove Our class' }).click();
  await page.getByRole('button', { name: 'Remove the pack' }).click();
  await expect(lessons(page).getByRole('list')).toHaveCount(1);
});

test('a hostile pack runs nothing, fetches nothing, and stays text', async ({ app, page, context }) => {
  await app.open();
  const text = `<script>window.pwned = 1</script>

<img src=x onerror="window.pwned = 2"> <iframe srcdoc="<script>parent.pwned = 3</script>"></iframe>

![A picture](https://evil.example/pixel.png) [Press me](javascript:window.pwned=4) [Out](https://evil.example/page) <svg onload=window.pwned=5>

[ref]: javascript:window.pwned=6
[A][ref] [data](data:text/html,<script>opener.pwned=7</script>)`;
  await drop(page, [{ name: 'evil.md', bytes: Buffer.from(lesson('<b>Evil</b>').replace('Look.', text)) }]);
  await lessons(page)
    .getByRole('button', { name: /<b>Evil<\/b>.*5 minutes/ })
    .click();
  await expect(panel(page)).toContainText('<script>window.pwned = 1</script>');
  await expect(panel(page).locator('script, img, iframe, svg[onload], b')).toHaveCount(0);
  const links = await panel(page)
    .getByRole('link')
    .evaluateAll((all) =>
      all.map((link) => [link.getAttribute('href'), link.getAttribute('target'), link.getAttribute('rel')]),
    );
  expect(links).toEqual([
    ['https://evil.example/pixel.png', '_blank', 'noopener noreferrer'],
    ['https://evil.example/page', '_blank', 'noopener noreferrer'],
  ]);
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false);
  expect(context.pages()).toHaveLength(1);
  // The app's own watch over the page fails this test for any request to elsewhere.
});

test('packs beside the page are offered in the list, and open by a link at a step', async ({ app, page }) => {
  const bytes = Buffer.from(
    zipOf({ 'a.md': lesson('Alpha'), 'b.md': lesson('Beta'), 'pack.yaml': 'title: House rules\n' }),
  );
  await page.route('**/packs/index.json', (route) =>
    route.fulfill({ json: { packs: [{ file: 'house.zip', title: 'House rules' }] } }),
  );
  await page.route('**/packs/house.zip', (route) =>
    route.fulfill({ body: bytes, contentType: 'application/zip' }),
  );
  await app.open();
  await more(app, 'Lessons…');
  await lessons(page).getByRole('button', { name: 'Open the pack House rules' }).click();
  await expect(lessons(page).getByRole('list', { name: 'Lessons of House rules' })).toBeVisible();
  await expect(lessons(page).getByRole('button', { name: 'Open the pack House rules' })).toBeHidden();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (location.hash = '#pack=packs/house.zip&lesson=b/2'));
  await expect(panel(page).getByRole('heading', { name: 'Beta', level: 2 })).toBeVisible();
  await expect(panel(page)).toContainText('Step 2 of 2');
  await panel(page).getByRole('button', { name: 'More of this lesson' }).click();
  await page.getByRole('menuitem', { name: 'Copy a link to this step' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '#pack=packs/house.zip&lesson=b/2',
  );
});

test('the zip of a workspace opens again', async ({ app, page }) => {
  await app.open();
  await drop(page, [
    { name: 'orders.zip', bytes: zipOf({ 'a.yaml': MINE, 'b/c.yaml': MINE.replace('mine', 'c') }) },
  ]);
  await page.getByRole('dialog').getByRole('button', { name: 'Replace' }).click();
  await expect(app.rail.getByRole('button', { name: 'File b/c.yaml' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('orders');
});
