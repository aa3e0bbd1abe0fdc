import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator } from '@playwright/test';
import { expect, test, type App } from './app.ts';
import { Checkout, type Disk } from './folder.ts';

const cart =
  '\ufeff# ours\r\napiVersion: networking.istio.io/v1\r\nkind: VirtualService\r\nmetadata: {name: cart, namespace: shop}\r\n' +
  'spec:\r\n  hosts: [cart.example]\r\n  http:\r\n  - timeout: 3s   # as agreed\r\n    route:\r\n    - destination: {host: cart.example}\r\n';
const entry = (name: string, port: number) =>
  `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata:\n  name: ${name}\n  namespace: shop\nspec:\n  hosts:\n  - ${name}.example\n` +
  `  ports:\n  - number: ${port}\n    name: https\n    protocol: HTTPS\n  resolution: DNS\n`;

const checkout: Disk = {
  '.gitignore': 'rendered/\n',
  'README.md': '# The shop\n',
  'base/cart.yaml': cart,
  'base/kustomization.yaml': 'resources:\n- cart.yaml # first\n',
  'chart/Chart.yaml': 'apiVersion: v2\nname: shop\n',
  'chart/templates/gateway.yaml': 'kind: Gateway\nmetadata:\n  name: {{ .Values.name }}\n',
  'entries/api.yaml': entry('api', 443),
  'entries/pay.yaml': entry('pay', 443),
  'rendered/all.yaml': entry('rendered', 443),
};

/** The page with the checkout open in it, by the palette; the folder, and the mark that tells how it stands with it. */
async function open(
  app: App,
  how?: Parameters<Checkout['prepare']>[0],
): Promise<{ repo: Checkout; mark: Locator }> {
  const { page } = app;
  const repo = new Checkout(page);
  await repo.prepare(how);
  await app.open();
  await repo.write(checkout);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('open a folder');
  await page.keyboard.press('Enter');
  await expect(app.node(/^ServiceEntry api/)).toBeVisible();
  const mark = page.getByRole('banner').getByRole('button', { name: 'Folder repo' });
  await expect(mark).toHaveAccessibleName('Folder repo: all saved');
  return { repo, mark };
}

const file = (app: App, path: string) => app.rail.getByRole('button', { name: `File ${path}` });

/** Types over a word of a file. */
async function change(app: App, path: string, from: string, to: string): Promise<void> {
  await file(app, path).click();
  await app.select(from);
  await app.page.keyboard.type(to);
}

test('a folder is opened, edited and saved back, byte for byte and only where it changed', async ({
  app,
  page,
}) => {
  const { repo, mark } = await open(app);
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText('Templates of Helm charts: chart/templates/');
  await expect(file(app, 'base/kustomization.yaml')).toBeVisible();
  await expect(file(app, 'rendered/all.yaml')).toHaveCount(0);
  await change(app, 'base/cart.yaml', '3s', '5s');
  await expect(mark).toHaveAccessibleName('Folder repo: 1 not saved');
  await expect(file(app, 'base/cart.yaml')).toHaveAccessibleName(/not saved/);
  // The key that saves to the folder is not promised to another command.
  await page.getByRole('button', { name: 'Export YAML' }).click();
  await expect(page.getByRole('menuitem', { name: 'Download this file' })).toHaveText('Download this file');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(mark).toHaveAccessibleName('Folder repo: all saved');
  expect(await repo.read('base/cart.yaml')).toBe(cart.replace('3s', '5s'));
  expect(await repo.read('entries/api.yaml')).toBe(checkout['entries/api.yaml']);

  // Files that come or go are asked about.
  await file(app, 'entries/pay.yaml').focus();
  await page.keyboard.press('Delete');
  await page
    .getByRole('alertdialog')
    .or(page.getByRole('dialog'))
    .getByRole('button', { name: /^Delete/ })
    .click();
  await file(app, 'entries/api.yaml').focus();
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByRole('textbox').fill('entries/web.yaml');
  await page.keyboard.press('Enter');
  await expect(file(app, 'entries/web.yaml')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: 'Save to repo?' });
  await expect(dialog).toContainText('deletedentries/pay.yaml');
  await expect(dialog).toContainText('renamedentries/api.yaml → entries/web.yaml');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(mark).toHaveAccessibleName('Folder repo: all saved');
  expect(await repo.read('entries/web.yaml')).toBe(checkout['entries/api.yaml']);
  expect(await repo.read('entries/api.yaml')).toBeNull();
  expect(await repo.read('entries/pay.yaml')).toBeNull();
  expect(await repo.read('chart/templates/gateway.yaml')).toBe(checkout['chart/templates/gateway.yaml']);
});

test('what changes in the folder is taken in, put together or asked about, never overwritten', async ({
  app,
  page,
}) => {
  const { repo, mark } = await open(app, { observes: false });
  // Here nothing was changed: it is taken. The other file was changed here too, elsewhere in it.
  await change(app, 'base/cart.yaml', '3s', '5s');
  await repo.write({
    'entries/api.yaml': entry('api', 8443),
    'base/cart.yaml': cart.replace('# ours', '# theirs'),
  });
  await repo.comeBack();
  await expect(app.node(/^ServiceEntry api/)).toContainText('8443');
  await file(app, 'base/cart.yaml').click();
  await app.expectText(cart.replace('# ours', '# theirs').replace('3s', '5s'));
  await expect(mark).toHaveAccessibleName('Folder repo: 1 not saved');

  // Both have changed one line, and one file is gone: saving asks, and writes neither.
  await repo.write({ 'base/cart.yaml': cart.replace('3s', '9s'), 'entries/pay.yaml': null });
  await page.keyboard.press('ControlOrMeta+s');
  const dialog = page.getByRole('dialog', { name: /your decision/ });
  await expect(dialog.getByRole('region', { name: 'base/cart.yaml' })).toContainText('9s');
  expect(await repo.read('base/cart.yaml')).toContain('9s');
  await dialog
    .getByRole('region', { name: 'base/cart.yaml' })
    .getByRole('button', { name: 'As here' })
    .click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+s');
  await expect.poll(() => repo.read('base/cart.yaml')).toBe(cart.replace('3s', '5s'));

  await repo.comeBack();
  const notice = page.getByRole('region', { name: 'Notices' });
  await notice.getByRole('button', { name: 'Decide…' }).click();
  await dialog.getByRole('button', { name: 'Delete it here too' }).click();
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(file(app, 'entries/pay.yaml')).toHaveCount(0);
  await expect(mark).toHaveAccessibleName('Folder repo: all saved');
});

test('a change in the folder is noticed without coming back, where the browser tells of it', async ({
  app,
  page,
}) => {
  const { repo } = await open(app);
  const observes = await page.evaluate(() => 'FileSystemObserver' in window);
  await repo.write({ 'entries/api.yaml': entry('api', 8443) });
  if (!observes) await repo.comeBack();
  await expect(app.node(/^ServiceEntry api/)).toContainText('8443');
});

test('a save that fails half-way says what is written and what is not, and loses nothing', async ({
  app,
  page,
}) => {
  const { repo, mark } = await open(app);
  await change(app, 'base/cart.yaml', '3s', '5s');
  await change(app, 'entries/api.yaml', '443', '444');
  await expect(mark).toHaveAccessibleName('Folder repo: 2 not saved');
  await repo.fail('api.yaml');
  await page.keyboard.press('ControlOrMeta+s');
  const notice = page.getByRole('region', { name: 'Notices' });
  await expect(notice).toContainText('1 of 2 files saved to repo, 1 not');
  await expect(notice).toContainText('entries/api.yaml: The disk is full.');
  await expect(mark).toHaveAccessibleName('Folder repo: 1 not saved');
  expect(await repo.read('base/cart.yaml')).toBe(cart.replace('3s', '5s'));
  expect(await repo.read('entries/api.yaml')).toBe(checkout['entries/api.yaml']);
  await repo.fail(null);
  await page.keyboard.press('ControlOrMeta+s');
  await expect(mark).toHaveAccessibleName('Folder repo: all saved');
  expect(await repo.read('entries/api.yaml')).toBe(entry('api', 444));
});

test('after a reload one click brings the folder back, and work goes on before it', async ({ app, page }) => {
  const { repo, mark } = await open(app, { asks: true });
  await change(app, 'base/cart.yaml', '3s', '5s');
  await expect(mark).toHaveAccessibleName('Folder repo: 1 not saved');
  await page.reload();
  const reconnect = page.getByRole('banner').getByRole('button', { name: 'Reconnect repo' });
  await expect(reconnect).toBeVisible();
  await file(app, 'base/cart.yaml').click();
  await app.expectText(cart.replace('3s', '5s'));
  await change(app, 'entries/api.yaml', '443', '444');
  await repo.write({ 'base/cart.yaml': cart.replace('# ours', '# theirs') });
  await reconnect.click();
  await expect(mark).toHaveAccessibleName('Folder repo: 2 not saved');
  await page.keyboard.press('ControlOrMeta+s');
  await expect(mark).toHaveAccessibleName('Folder repo: all saved');
  expect(await repo.read('base/cart.yaml')).toBe(cart.replace('3s', '5s').replace('# ours', '# theirs'));
  expect(await repo.read('entries/api.yaml')).toBe(entry('api', 444));
});

test('a browser that saves into no folder says so, reads one all the same, and leaves alone what Git ignores', async ({
  app,
  page,
}, info) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'));
  const shop = info.outputPath('shop');
  const files = { ...checkout, '.git/objects/ab': 'blob' };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(join(shop, dirname(path)), { recursive: true });
    await writeFile(join(shop, path), text ?? '');
  }
  await app.open();
  await page.keyboard.press('ControlOrMeta+o');
  const dialog = page.getByRole('dialog', { name: 'Open' });
  await expect(dialog).toContainText('This browser lets no page save into a folder of yours');
  await dialog.getByLabel('Folder to open').setInputFiles(shop);
  await expect(app.node(/^ServiceEntry pay/)).toBeVisible();
  await expect(file(app, 'shop/base/kustomization.yaml')).toBeVisible();
  await expect(file(app, 'shop/rendered/all.yaml')).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('shop is open');
});
