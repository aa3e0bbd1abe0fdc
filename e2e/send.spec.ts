import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { Send } from './send.ts';

const HOST = 'api.safedata-zone.io';

/** Something else that listens on port 80 in the mesh. */
const OTHER = `apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
spec: {clusterIP: 10.0.0.9, selector: {app: till}, ports: [{port: 80, name: http}]}
`;

const CANARY = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.example]
  ports: [{number: 80, name: http, protocol: HTTP}]
  resolution: STATIC
  endpoints:
  - {address: 10.1.0.1, labels: {v: old}}
  - {address: 10.1.0.2, labels: {v: new}}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec:
  host: orders.example
  subsets:
  - {name: old, labels: {v: old}}
  - {name: new, labels: {v: new}}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders.example]
  http:
  - name: beta
    match:
    - headers: {x-beta: {exact: "yes"}}
      uri: {prefix: /v2}
    route:
    - destination: {host: orders.example, subset: new}
  - name: split
    route:
    - destination: {host: orders.example, subset: old}
      weight: 90
    - destination: {host: orders.example, subset: new}
      weight: 10
    mirror: {host: orders.example, subset: new}
    mirrorPercentage: {value: 50}
`;

test('the article’s configuration tells the truth, call by call', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.open();
  await send.open();

  await send.send(`https://${HOST}/v2/data`);
  await expect(send.outcome).toContainText('TLS inside TLS');
  await expect(send.outcome).toContainText('the call breaks');
  await expect(send.fact('SNI')).toHaveText('none');
  // The way goes past the VirtualService, and what is not on it steps back.
  await expect(app.node(/^VirtualService/)).toHaveAttribute('data-dimmed', 'true');
  await expect(app.node(/^ServiceEntry/)).not.toHaveAttribute('data-dimmed', 'true');

  await send.send(`http://${HOST}/v2/data`);
  await expect(send.outcome).toContainText('Passed through');
  await expect(send.outcome).toContainText('in plain text');
  // Why the VirtualService that names the host does nothing.
  await expect(send.steps).toContainText(
    'listen on port 80, and api.safedata-zone.io has 443 for HTTPS only',
  );

  await app.openFiles('Keep, and add', [{ name: 'till.yaml', text: OTHER }]);
  await send.tab.click();
  // Sent again by itself: now something listens on port 80, and the rule applies, by accident.
  await expect(send.outcome).toContainText(`as GET https://${HOST}/data`);
  await expect(send.fact('Path')).toHaveText('/data');
  await expect(app.node(/^VirtualService/)).not.toHaveAttribute('data-dimmed', 'true');
  await send.send(`http://${HOST}/health`);
  await expect(send.outcome).toContainText('404');
  await expect(send.steps).toContainText('the path /health is not beginning with /v2/data');

  await send.send(`http://${HOST}:443/v2/data`);
  await expect(send.steps).toContainText('Port 443 is for TLS here');
  await expect(send.outcome).toContainText('where TLS is spoken: the call fails');
});

test('the mirror that never was, and the corrected article', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.open();
  const sample = async (name: RegExp, id: string) => {
    await page.getByRole('button', { name: 'Open…' }).click();
    await page.getByRole('dialog', { name: 'Open' }).getByRole('button', { name: 'Samples…' }).click();
    await page.getByRole('dialog', { name: 'Samples' }).getByRole('button', { name }).click();
    // Its files are fetched.
    await expect(page.getByRole('banner')).toContainText(id);
  };
  await sample(/^The article’s mirroring/, 'article-mirroring');
  await app.openFiles('Keep, and add', [{ name: 'till.yaml', text: OTHER }]);
  await send.open();
  await send.send(`http://${HOST}/v2/data`);
  await expect(send.outcome).toContainText('503');
  await expect(send.outcome).toContainText('stable');
  await expect(send.steps).toContainText('There is no cluster');

  await sample(/^The article, corrected/, 'article-corrected');
  await send.tab.click();
  await send.send(`http://${HOST}/v2/data/7?x=1`);
  await expect(send.outcome).toContainText(`as GET https://${HOST}/data/7?x=1`);
  await expect(send.fact('SNI')).toHaveText(HOST);
  await expect(send.steps).toContainText('are copied to');
  await send.send(`https://${HOST}/v2/data`);
  await expect(send.outcome).toContainText('the bytes go on as they are');
});

test('a step shows its place everywhere, and the way stays until it is dismissed', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await send.open();
  await send.send('http://orders.example/v2');
  await expect(send.outcome).toContainText('old of orders.example (90 %), new of orders.example (10 %)');
  await send.steps.getByRole('button', { name: /Rule 1 of shop\/orders does not match/ }).click();
  await expect(app.form.getByRole('heading', { name: 'orders' })).toBeVisible();
  await expect(app.row(/^VirtualService/, 'x-beta')).toHaveAttribute('data-selected', 'true');
  await expect(app.row(/^VirtualService/, 'otherwise')).toHaveAttribute('data-lit', 'true');
  // What another pane brings for its own rows does not move these.
  await app.form.getByRole('button', { name: 'Explain', exact: true }).click();
  await expect(app.form.getByRole('list', { name: 'In words' })).toBeVisible();
  await expect(send.steps.getByRole('button').first()).toHaveCSS('align-items', 'baseline');
  await expect(page.getByTestId('travelling').locator('span')).toHaveCount(2);
  await send.panel.getByRole('button', { name: 'Take its way off the canvas' }).click();
  await expect(page.getByTestId('travelling')).toHaveCount(0);
});

test('a request is followed through the egress gateway, in words and on the picture', async ({
  app,
  page,
}) => {
  const send = new Send(app, page);
  await app.open();
  await send.open();
  await expect(send.url).toHaveValue(/safedata/);
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('dialog', { name: 'Open' }).getByRole('button', { name: 'Samples…' }).click();
  await page
    .getByRole('dialog', { name: 'Samples' })
    .getByRole('button', { name: /^Egress gateway/ })
    .click();
  // Another workspace: what stood in the fields was about the one before.
  await expect(send.url).toHaveValue('http://parcels.example/');
  await expect(send.suggested.getByRole('button', { name: /rule 2 \(outside\)/ })).toContainText(
    'Gateway way-out',
  );
  await send.send('http://parcels.example/');
  await expect(send.outcome).toContainText(
    'Forwarded through the gateway egress in post to parcels.example as GET https://parcels.example/',
  );
  await expect(send.steps).toContainText('At the gateway egress in post: GET http://parcels.example/');
  await expect(app.node(/^Gateway/)).not.toHaveAttribute('data-dimmed', 'true');
  await expect(app.node(/^DestinationRule/)).not.toHaveAttribute('data-dimmed', 'true');
  await expect(send.fact('SNI')).toHaveText('parcels.example');
  await send.panel.getByRole('button', { name: 'Send 1,000' }).first().click();
  await expect(send.panel.getByRole('list', { name: /From the gateway egress/ })).toContainText('1,000');
});

test('why not, and the request that the rule would take', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await send.open();
  await send.send('http://orders.example/v2/list');
  await send.steps.getByRole('button', { name: 'Why not?' }).first().click();
  const why = send.panel.getByRole('region', { name: 'Why not?' });
  await expect(why).toContainText('the header x-beta is there: yes');
  // The keyboard is where the answer is, and back at the steps when that is closed.
  await expect(why.getByRole('heading')).toBeFocused();
  await why.getByRole('button', { name: 'Close' }).click();
  await expect(send.steps.getByRole('button', { name: /Rule 1/ })).toBeFocused();
  await send.steps.getByRole('button', { name: 'Why not?' }).first().click();
  await why.getByRole('button', { name: 'Send that request instead' }).click();
  await expect(send.outcome).toContainText('Forwarded to new of orders.example');
  await expect(send.panel.getByRole('textbox', { name: 'Name of header 1' })).toHaveValue('x-beta');
});

test('suggested requests need no typing, and the menu of a rule sends one to it', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await send.open();
  await send.suggested.getByRole('button', { name: /orders: rule 1 \(beta\)/ }).click();
  await expect(send.outcome).toContainText('Forwarded to new of orders.example');
  await app.row(/^VirtualService/, 'otherwise').click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Send a request here' }).click();
  await expect(send.outcome).toContainText('old of orders.example (90 %)');
});

test('a thousand requests, drawn from a seed', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await send.open();
  await send.url.fill('http://orders.example/');
  await page.keyboard.press('Escape');
  await send.panel.getByRole('button', { name: 'Send 1,000' }).first().click();
  const bars = send.panel.getByRole('list', { name: 'Where they went' });
  const counts = async () =>
    (await bars.getByRole('listitem').locator('b').allTextContents()).map((text) =>
      Number(text.replace(',', '')),
    );
  await expect(bars.getByRole('listitem')).toHaveCount(3);
  const [old = 0, fresh = 0, copied = 0] = await counts();
  expect(old + fresh).toBe(1000);
  expect(old).toBeGreaterThan(860);
  expect(copied).toBeGreaterThan(420);
  await send.panel.getByRole('textbox', { name: 'Seed' }).fill('7');
  await expect.poll(counts).not.toEqual([old, fresh, copied]);
  await send.panel.getByRole('textbox', { name: 'Seed' }).fill('42');
  await expect.poll(counts).toEqual([old, fresh, copied]);
});

test('a curl command is pasted, sent and copied back', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await send.open();
  await page.evaluate(() =>
    navigator.clipboard.writeText("curl -X POST -H 'x-beta: yes' http://orders.example/v2/list"),
  );
  await send.url.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(send.url).toHaveValue('http://orders.example/v2/list');
  await expect(send.panel.getByRole('combobox', { name: 'Method' })).toHaveValue('POST');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(send.outcome).toContainText('as POST http://orders.example/v2/list');
  await send.panel.getByRole('button', { name: 'More for this request' }).click();
  await page.getByRole('menuitem', { name: 'Copy as curl' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^curl http:\/\/orders\.example\/v2\/list -X POST/);
});

test('what is wrong with a request is said at its field', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await send.open();
  await send.send('ftp://orders.example');
  await expect(send.url).toHaveAttribute('aria-invalid', 'true');
  await expect(send.url).toHaveAccessibleDescription(/write http:\/\/ or https:\/\//);
  await send.url.fill('orders.example');
  await page.keyboard.press('Escape');
  await expect(send.url).toHaveAttribute('aria-invalid', 'false');
  await send.panel.getByRole('button', { name: '+ Header' }).click();
  await page.keyboard.type('no good');
  await expect(send.panel.getByRole('textbox', { name: 'Name of header 1' })).toHaveValue('no good');
  await send.panel.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(send.panel.getByRole('group', { name: 'Headers' })).toHaveAccessibleDescription(
    /no name of a header/,
  );
});

test('an answer says where it leaves out what cannot be read, and a scheme says what is spoken', async ({
  app,
  page,
}) => {
  const send = new Send(app, page);
  await app.openMesh(`${CANARY}---\nkind: VirtualService\nspec: {hosts: [\n`);
  await send.open();
  await send.send('grpc://orders.example/orders.Orders/List');
  await expect(send.outcome).toContainText('as POST http://orders.example/orders.Orders/List');
  await expect(send.panel.getByRole('combobox', { name: 'Protocol' })).toHaveValue('grpc');
  await expect(send.panel).toContainText('Some YAML in shop.yaml is broken');
});

test('by key alone: open, send, walk the steps, keep', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(CANARY);
  await page.keyboard.press('ControlOrMeta+Shift+x');
  await expect(send.url).toBeFocused();
  await expect(send.url).not.toHaveValue('');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('http://orders.example/x');
  await page.keyboard.press('Enter');
  await expect(send.outcome).toContainText('Forwarded to old of orders.example');
  await send.steps.getByRole('button').first().focus();
  // From step to step the place that decided it is shown, and the keyboard stays.
  await page.keyboard.press('ArrowDown');
  await expect(app.form.getByRole('heading', { name: 'orders' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(app.row(/^VirtualService/, 'x-beta')).toHaveAttribute('data-selected', 'true');
  await expect(send.steps.getByRole('button', { name: /Rule 1/ })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('show expectations');
  await page.keyboard.press('Enter');
  await expect(send.panel.getByRole('button', { name: 'Keep as expectation …' })).toBeVisible();
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });
  test('nothing travels, and the way is lit all the same', async ({ app, page }) => {
    const send = new Send(app, page);
    await app.openMesh(CANARY);
    await send.open();
    await send.send('http://orders.example/');
    await expect(app.row(/^VirtualService/, 'otherwise')).toHaveAttribute('data-lit', 'true');
    await expect(page.getByTestId('travelling').locator('span')).toHaveCount(0);
  });
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe has nothing to say of it, ${scheme}`, async ({ app, page }) => {
    const send = new Send(app, page);
    await page.emulateMedia({ colorScheme: scheme });
    await app.openMesh(CANARY);
    await send.open();
    const clean = async () =>
      expect((await new AxeBuilder({ page }).include('[data-pane="drawer"]').analyze()).violations).toEqual(
        [],
      );
    await send.send('http://orders.example/v2');
    await expect(send.outcome).toContainText('Forwarded');
    await send.steps.getByRole('button', { name: 'Why not?' }).first().click();
    await expect(send.panel.getByRole('region', { name: 'Why not?' })).toBeVisible();
    await clean();
    await send.keep('split holds');
    await clean();
  });
}

test('a resource is explained in words, each of which leads to its place', async ({ app }) => {
  await app.openMesh(CANARY);
  await app.row(/^VirtualService/, 'otherwise').click();
  await app.form.getByRole('button', { name: 'Explain', exact: true }).click();
  const words = app.form.getByRole('list', { name: 'In words' });
  await expect(words).toContainText('90 %');
  await words.getByRole('button', { name: /90 %/ }).click();
  await expect(words.locator('[aria-current]').first()).toContainText('90 %');
  await words
    .getByRole('listitem')
    .filter({ hasText: '90 %' })
    .getByRole('button', { name: 'Change it in the form' })
    .click();
  await expect(app.form.getByRole('button', { name: 'Form', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(words).toHaveCount(0);
});
