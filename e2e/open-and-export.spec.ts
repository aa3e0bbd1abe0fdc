import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from './app.ts';

const odd =
  '\ufeff# kept\r\napiVersion: networking.istio.io/v1\r\nkind: ServiceEntry\r\nmetadata: {name:   odd,   namespace: harbour}\r\n' +
  'spec:\r\n    hosts:  [ "odd.example" ]   # as written\r\n    ports:\n    -   {number: 443, name: tls, protocol: TLS}\r\n    resolution: DNS';
const list = JSON.stringify(
  {
    apiVersion: 'v1',
    kind: 'List',
    items: [
      {
        apiVersion: 'networking.istio.io/v1',
        kind: 'DestinationRule',
        metadata: { name: 'listed', namespace: 'harbour' },
        spec: { host: 'odd.example' },
      },
      { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'other' }, data: { a: 'b' } },
    ],
  },
  null,
  4,
);

test('files come out as they went in, byte for byte', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [
    { name: 'odd.yaml', text: odd },
    { name: 'list.json', text: list },
  ]);
  await expect(app.node(/^ServiceEntry odd/)).toBeVisible();
  await expect(app.node(/^DestinationRule listed/)).toBeVisible();
  await expect(app.rail.getByRole('button', { name: 'ConfigMap other' })).toBeVisible();
  const download = page.waitForEvent('download');
  await app.export('Download all files as zip');
  const zip = unzipSync(new Uint8Array(await readFile(await (await download).path())));
  expect(Object.keys(zip).toSorted()).toEqual(['list.json', 'odd.yaml']);
  expect(Buffer.from(zip['odd.yaml'] ?? []).equals(Buffer.from(odd))).toBe(true);
  expect(Buffer.from(zip['list.json'] ?? []).equals(Buffer.from(list))).toBe(true);
});

test('an edit in a file with mixed line ends and a BOM changes that value and nothing else', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'odd.yaml', text: odd }]);
  await app.caretBehind('number: 443');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('4');
  await expect(app.node(/^ServiceEntry odd/)).toContainText('444');
  const download = page.waitForEvent('download');
  await app.export('Download this file');
  const bytes = await readFile(await (await download).path());
  expect(bytes.equals(Buffer.from(odd.replace('443', '444')))).toBe(true);
});

test('large input is read in a worker', async ({ app, page }) => {
  // Were the worker broken, the page would read by itself, and nobody would see why it is slow.
  await page.addInitScript(() => {
    const answers: number[] = [];
    Object.assign(globalThis, {
      answers,
      Worker: class extends Worker {
        constructor(address: string | URL, options?: WorkerOptions) {
          super(address, options);
          if (!String(address).includes('parser')) return;
          this.addEventListener('message', ({ data }) => answers.push(data.documents.length));
        }
      },
    });
  });
  await app.open();
  const padding = `# ${'padding '.repeat(100)}\n`;
  const text = Array.from(
    { length: 300 },
    (_, n) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c${n}, namespace: large}\n${padding}`,
  ).join('---\n');
  await app.openFiles('Replace', [{ name: 'large.yaml', text }]);
  await expect(app.rail.getByRole('button', { name: /^ConfigMap c0/ })).toBeAttached();
  const read = await page.evaluate(() => (globalThis as unknown as { answers: number[] }).answers);
  expect(read.reduce((sum, count) => sum + count, 0)).toBe(300);
});

test('pasted text is opened beside what is there', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Open…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open' });
  await dialog.getByRole('button', { name: 'Keep, and add' }).click();
  await dialog.getByRole('textbox', { name: 'Text' }).fill(list);
  await dialog.getByRole('button', { name: 'Open the text' }).click();
  await expect(app.node(/^DestinationRule listed/)).toBeVisible();
  await expect(app.node(/^VirtualService external-api-routing/)).toBeVisible();
});

test('dropped files are opened', async ({ app, page }) => {
  await app.open();
  const transfer = await page.evaluateHandle(
    (text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'dropped.yaml', { type: 'text/yaml' }));
      return data;
    },
    odd.replace('odd,', 'dropped,'),
  );
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await page.getByRole('dialog', { name: 'Open dropped.yaml' }).getByRole('button', { name: 'Add' }).click();
  await expect(app.node(/^ServiceEntry dropped/)).toBeVisible();
});

test('a dropped folder is looked through: what Git ignores and what is no YAML yet stays out, and is told', async ({
  app,
  page,
}, info) => {
  const shop = info.outputPath('shop');
  const put = async (name: string, text: string) => {
    await mkdir(path.dirname(path.join(shop, name)), { recursive: true });
    await writeFile(path.join(shop, name), text);
  };
  await put('mesh/odd.yaml', odd);
  await put('.gitignore', 'out/\n');
  await put('out/rendered.yaml', odd.replace('odd,', 'rendered,'));
  await put('chart/Chart.yaml', 'name: shop\n');
  await put('chart/templates/entry.yaml', 'metadata: {name: {{ .Release.Name }}}\n');
  await app.open();
  const cdp = await page.context().newCDPSession(page);
  const data = { items: [], files: [shop], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await cdp.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await page.getByRole('dialog', { name: 'Open 2 files' }).getByRole('button', { name: 'Add' }).click();
  await expect(app.node(/^ServiceEntry odd/)).toBeVisible();
  await expect(app.rail.getByRole('button', { name: /^File .*rendered/ })).toHaveCount(0);
  await expect(page.getByText('Not everything in shop is open')).toBeVisible();
  await expect(page.getByText(/chart\/templates\/.*Render the chart/s)).toBeVisible();
});

test('changes stand side by side with what was opened, and can be put back', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await app.drawer.getByRole('tab', { name: 'Changes' }).click();
  const changes = app.drawer.getByRole('tabpanel', { name: 'Changes' });
  await expect(changes).toContainText('external-api.yaml');
  await expect(changes).toContainText('maxConnections: 30');
  await expect(changes).toContainText('maxConnections: 64');
  await changes
    .getByRole('button', { name: /put back|revert/i })
    .first()
    .click();
  await expect(app.node(/^DestinationRule/)).toContainText('30 conns');

  // The comparison is gone, with nothing that the editor still needs.
  await app.problems();
  await app.caretBehind('maxConnections: 30');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await expect(page.getByRole('listbox', { name: 'Suggest' })).toBeVisible();
});
