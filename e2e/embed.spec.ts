import AxeBuilder from '@axe-core/playwright';
import { expect, test, type FrameLocator, type Page } from '@playwright/test';
import { test as appTest } from './app.ts';

/** A page around with a frame in it, which keeps what the frame tells it. Closed off, the frame is of another origin than any. */
async function embed(page: Page, address: string, sandbox = 'allow-scripts'): Promise<FrameLocator> {
  await page.route('**/docs.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Docs</title><main><h1>Docs</h1>
        <script>window.told = []; addEventListener('message', ({ data }) => told.push(data));</script>
        <iframe title="Mesh" width="1100" height="640" sandbox="${sandbox}" src="${address}"></iframe></main></html>`,
    }),
  );
  await page.goto('/docs.html');
  return page.frameLocator('iframe[title="Mesh"]');
}

/** What the page around has been told, by type. */
const told = (page: Page, type: string) =>
  page.evaluate(
    (wanted) =>
      (window as unknown as { told: { type: string }[] }).told.filter(({ type }) => type === wanted),
    type,
  );
const say = (page: Page, message: object) =>
  page.evaluate((data) => {
    document.querySelector('iframe')?.contentWindow?.postMessage({ meshwright: 1, ...data }, '*');
  }, message);

test('a closed frame shows canvas and YAML, lets one look, and changes nothing', async ({
  page,
  baseURL,
}) => {
  const wrong: string[] = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  const frame = await embed(page, `${baseURL}/?embed&theme=light#sample=weighted-canary`);
  const canvas = frame.getByRole('application', { name: 'Picture of the mesh' });
  const rule = canvas.getByRole('group', { name: /^VirtualService orders/ });
  await expect(rule).toBeVisible();
  await expect(frame.getByText('closed frame: no storage, no workers')).toBeVisible();
  await expect(frame.getByRole('textbox', { name: /^YAML of the file/ })).toBeAttached();
  await expect(frame.getByRole('button', { name: 'Connect' })).toHaveCount(0);
  await rule.click();
  await expect(rule).toHaveAttribute('data-selected');
  await page.keyboard.press('Delete');
  await expect(rule).toBeVisible();
  await frame.locator('.monaco-editor .view-line').first().click();
  await page.keyboard.type('nothing of this');
  await expect(frame.getByRole('region', { name: 'YAML', exact: true })).not.toContainText('nothing of this');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  // The page around allows no new tab: the link is there to be copied instead.
  await frame.getByRole('button', { name: 'Open in Meshwright' }).click();
  await expect(frame.getByRole('textbox', { name: 'Link' })).toHaveValue(/#workspace=d1\./);
  expect(wrong.filter((text) => !/favicon|allow-popups/.test(text))).toEqual([]);
});

test('a frame that may be edited talks with the one origin that its address names', async ({
  page,
  baseURL,
}) => {
  const frame = await embed(
    page,
    `${baseURL}/?embed=edit&panes=canvas&messages=${baseURL}#sample=weighted-canary`,
  );
  await expect.poll(() => told(page, 'ready')).toHaveLength(1);
  await say(page, { type: 'select', resource: 'VirtualService/bakery/orders', id: 1 });
  await expect.poll(() => told(page, 'selected')).toHaveLength(1);
  const text =
    'apiVersion: v1\nkind: Service\nmetadata: {name: set-here, namespace: bakery}\nspec: {ports: [{port: 80, name: http}]}\n';
  await say(page, { type: 'set', files: [{ path: 'a.yaml', text }], id: 2 });
  await expect(frame.getByRole('group', { name: /^Service set-here/ })).toBeVisible();
  await expect.poll(() => told(page, 'changed')).toHaveLength(1);
  await say(page, { type: 'set', files: [{ path: '../a.yaml', text }], id: 3 });
  await expect.poll(() => told(page, 'refused')).toHaveLength(1);
  await say(page, { type: 'get', id: 4 });
  await expect
    .poll(() => told(page, 'files'))
    .toEqual([{ meshwright: 1, type: 'files', id: 4, files: [{ path: 'a.yaml', text }] }]);
});

test('a frame hears nobody whom its address does not name, and tells nobody else', async ({
  page,
  baseURL,
}) => {
  const frame = await embed(page, `${baseURL}/?embed&panes=canvas#sample=weighted-canary`);
  const node = frame.getByRole('group', { name: /^VirtualService orders/ });
  await expect(node).toBeVisible();
  await say(page, { type: 'set', files: [], id: 1 });
  await say(page, { type: 'select', resource: 'VirtualService/bakery/orders', id: 2 });
  // A change that a person makes comes after both, and nothing was told of any.
  await node.click();
  await expect(node).toHaveAttribute('data-selected');
  expect(await page.evaluate(() => (window as unknown as { told: unknown[] }).told)).toEqual([]);
});

test('where scripts do not come, a closed frame says what its host lacks; a bad link says what is wrong', async ({
  page,
  baseURL,
}) => {
  const bad = await embed(page, `${baseURL}/?embed#workspace=d1.abc`);
  await expect(bad.getByRole('alert')).toContainText('cut off or changed on its way');
  await page.route('**/assets/*.js', (route) => route.abort());
  const frame = await embed(page, `${baseURL}/?embed#sample=weighted-canary`);
  await expect(frame.getByRole('alert')).toContainText('Access-Control-Allow-Origin');
});

appTest('the dialog gives the frame for the open workspace, and shows it', async ({ app, page }) => {
  await app.open();
  await app.export('Embed in a page…');
  const dialog = page.getByRole('dialog', { name: /^Embed / });
  const preview = dialog.frameLocator('iframe');
  await expect(preview.getByRole('group', { name: /^VirtualService external-api-routing/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Canvas' }).click();
  await dialog.getByRole('button', { name: 'Dark' }).click();
  await expect(preview.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(preview.getByRole('region', { name: 'YAML', exact: true })).toHaveCount(0);
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy HTML' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^<iframe src="http.*\?embed&amp;panes=canvas&amp;theme=dark#workspace=d1\./);
});
