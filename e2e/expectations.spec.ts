import { expect, test } from './app.ts';
import { Send } from './send.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: stock, namespace: shop}
spec: {hosts: [stock.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: stock, namespace: shop}
spec:
  hosts: [stock.example]
  http:
  - match: [{uri: {prefix: /v2/data}}]
    rewrite: {uri: /data}
    route: [{destination: {host: stock.example}}]
  - route: [{destination: {host: stock.example}}]
`;

test('an expectation turns red when an edit breaks it, and green when that is undone', async ({
  app,
  page,
}) => {
  const send = new Send(app, page);
  await app.openMesh(MESH);
  await send.open();
  await send.send('http://stock.example/v2/data/7');
  await expect(send.outcome).toContainText('/data/7');
  await send.keep('data is rewritten');
  await expect(send.tab).toContainText('1 expectation holds');
  // It is a file like others.
  await expect(app.rail.getByRole('button', { name: 'File requests.expect.yaml' })).toBeVisible();

  await app.rail.getByRole('button', { name: 'File shop.yaml' }).click();
  await app.caretBehind('rewrite: {uri: /data');
  // At once: a pause would make two undo steps of it.
  await page.keyboard.insertText('base');
  await expect(send.tab).toContainText('1 expectation fails');
  await expect(send.expectations).toContainText('Fails: data is rewritten');
  await expect(send.expectations).toContainText('the path is /database/7, not /data/7');
  // What stands beside it is about the text as it is now, too.
  await expect(send.outcome).toContainText('/database/7');
  await app.undo.click();
  await expect(send.tab).toContainText('1 expectation holds');
  await expect(send.expectations).toContainText('Holds: data is rewritten');
});

test('expectations are renamed, shown in the text and deleted, each undone in one step', async ({
  app,
  page,
}) => {
  const send = new Send(app, page);
  await app.openMesh(MESH);
  await send.open();
  await send.send('http://stock.example/other');
  await send.keep('the rest arrives');
  const more = (name: string) => send.panel.getByRole('button', { name: `More for ${name}` });
  await more('the rest arrives').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await send.panel.getByRole('textbox', { name: 'Name of the expectation' }).fill('all else arrives');
  await page.keyboard.press('Enter');
  await expect(send.expectations).toContainText('all else arrives');
  await more('all else arrives').click();
  await page.getByRole('menuitem', { name: 'Show in the YAML' }).click();
  await expect(app.yaml).toContainText('name: all else arrives');
  await more('all else arrives').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(send.panel).toContainText('Nothing is expected yet');
  await app.undo.click();
  await expect(send.expectations).toContainText('all else arrives');
  await app.undo.click();
  await expect(send.expectations).toContainText('the rest arrives');
});

test('coverage shows the rules that nothing reaches, in the list and on the canvas', async ({
  app,
  page,
}) => {
  const send = new Send(app, page);
  await app.openMesh(MESH);
  await send.open();
  await send.send('http://stock.example/v2/data');
  await send.keep('data');
  await expect(send.panel).toContainText('1 of 2 rules reached');
  await send.panel.getByRole('button', { name: 'Coverage' }).click();
  const node = app.node(/^VirtualService/);
  await expect(node.locator('[data-uncovered]')).toHaveCount(1);
  // Those who do not see the stripes hear it.
  await app.goTo('otherwise');
  await expect(app.announced).toContainText('no expectation reaches it');
  await send.expectations.getByRole('button', { name: /stock: rule 2/ }).click();
  await expect(send.outcome).toContainText('Forwarded');
  await send.keep('the rest');
  await expect(send.panel).toContainText('2 of 2 rules reached');
  await expect(node.locator('[data-uncovered]')).toHaveCount(0);
});

test('expectations that came with the files are checked without being asked', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.open();
  await app.openFiles('Replace', [
    { name: 'shop.yaml', text: MESH },
    {
      name: 'shop.expect.yaml',
      text: `expectations:
- name: nobody goes elsewhere
  request: {from: shop, url: 'http://stock.example/x'}
  expect: {outcome: redirect}
`,
    },
  ]);
  await expect(send.tab).toContainText('1 expectation fails');
});
