import { expect, test, type App } from './app.ts';

const SHOP = `# The shop
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: front, namespace: shop}
spec:
  hosts:
  - front.example   # outside
  gateways: [gate]
  http:
  - name: first   # one
    match:
    - uri: {prefix: /v2}
      headers:
        x-user: {exact: "7"}
    route:
    - destination: {host: stock, subset: v1}
      weight: 70
    - destination: {host: stock, subset: v2}
      weight: 30
    timeout: 5s   # slow days
    retries: {attempts: 3}
  - name: second
    redirect: {uri: /new}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: stock, namespace: shop}
spec:
  host: stock
  subsets:
  - name: v1
    labels: {version: v1}
  - name: v2
    labels: {version: v2}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: gate, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers:
  - port: {number: 80, name: http, protocol: HTTP}
    hosts: ["*"]
---
apiVersion: v1
kind: Service
metadata: {name: stock, namespace: shop}
spec:
  ports: [{name: http, port: 8080}]
  selector: {app: stock}
`;

async function openShop(app: App, text = SHOP, resource = 'Virtual Service front'): Promise<void> {
  await app.open();
  await app.openFiles('Replace', [{ name: 'shop.yaml', text }]);
  await app.rail.getByRole('button', { name: new RegExp(`^${resource}`) }).click();
}

/** What the file is after something was done to it, and after that was taken back. */
async function becomes(app: App, from: string, to: string): Promise<void> {
  await app.expectText(SHOP.replace(from, () => to));
}

const card = (app: App, name: RegExp) => app.form.getByRole('button', { name, expanded: false });

test.describe('each kind of input sets, changes and removes', () => {
  test('text, a duration and a number', async ({ app, page }) => {
    await openShop(app);
    await card(app, /\/v2/).click();
    const timeout = app.form.getByRole('textbox', { name: 'Timeout', exact: true });
    await timeout.fill('7');
    await expect(app.form.getByText('A length of time needs a unit')).toBeVisible();
    await app.expectText(SHOP);
    await timeout.fill('1m30s');
    await becomes(app, 'timeout: 5s ', 'timeout: 1m30s ');
    await timeout.fill('');
    await timeout.blur();
    await becomes(app, '    timeout: 5s   # slow days\n', '');
    await app.undo.click();
    await app.undo.click();

    const attempts = app.form.getByRole('textbox', { name: 'Attempts' });
    await attempts.focus();
    await page.keyboard.press('ArrowUp');
    await expect(app.yaml).toContainText('attempts: 4');
    await page.keyboard.press('Escape');
    await becomes(app, '', '');

    const name = app.form.getByRole('textbox', { name: 'Name', exact: true }).first();
    await name.fill('canary');
    await becomes(app, 'name: first ', 'name: canary ');
  });

  test('a list, a map and its keys', async ({ app, page }) => {
    await openShop(app);
    await app.form.getByRole('button', { name: 'Add host' }).click();
    await app.write('shop.example');
    await becomes(app, '# outside\n', '# outside\n  - shop.example\n');
    await app.form.getByRole('button', { name: 'Remove host 2' }).click();
    await becomes(app, '', '');

    await card(app, /\/v2/).click();
    const key = app.form.getByRole('textbox', { name: 'Headers 1, key' });
    await key.fill('x-client');
    await key.press('Enter');
    await becomes(app, 'x-user:', 'x-client:');
    await app.form.getByRole('button', { name: 'Add header' }).click();
    await app.write('x-way');
    await page.keyboard.press('Tab');
    await app.form.getByRole('textbox', { name: 'Headers 2, value of x-way' }).fill('main');
    await expect.poll(() => app.text()).toContain('        x-way:\n          exact: main\n');
    await app.form.getByRole('button', { name: 'Remove header x-way' }).click();
    await becomes(app, 'x-user:', 'x-client:');
  });

  test('a choice of values, and yes or no', async ({ app }) => {
    await openShop(app, SHOP, 'Destination Rule stock');
    await app.form.getByRole('button', { name: 'Add TLS' }).click();
    await expect(app.form.getByText('only with Mode Mutual')).toBeVisible();
    const mode = app.form.getByRole('group', { name: 'Mode' });
    await mode.getByRole('button', { name: 'Mutual', exact: true }).click();
    await becomes(
      app,
      '  host: stock\n  subsets',
      '  host: stock\n  trafficPolicy:\n    tls:\n      mode: MUTUAL\n  subsets',
    );
    await expect(app.form.getByRole('textbox', { name: 'Private key' })).toBeVisible();
    await mode.getByRole('button', { name: 'Simple' }).click();
    await expect(app.form.getByRole('textbox', { name: 'Private key' })).toHaveCount(0);
    // By key: for the pointer the tools stand there only while it is at the heading.
    await app.form.getByRole('button', { name: 'Remove TLS' }).press('Enter');
    await becomes(app, '', '');

    await app.form.getByRole('button', { name: 'Add Load balancer' }).click();
    await app.form.getByRole('combobox', { name: 'Way of balancing' }).click();
    await app.page.getByRole('option', { name: /^Consistent hash/ }).click();
    await app.form.getByRole('group', { name: 'Key' }).getByRole('button', { name: 'Source IP' }).click();
    await app.form.getByRole('group', { name: 'Source IP' }).getByRole('button', { name: 'Yes' }).click();
    await expect.poll(() => app.text()).toContain('useSourceIp: true');
    await app.form.getByRole('group', { name: 'Source IP' }).getByRole('button', { name: 'Not set' }).click();
    await becomes(app, '', '');
  });
});

test('a union that is switched and switched back keeps what was typed in it', async ({ app }) => {
  await openShop(app);
  await card(app, /redirect/).click();
  const action = app.form.getByRole('group', { name: 'Action' });
  await action.getByRole('button', { name: 'Direct response' }).click();
  // Looked into, and nothing is written yet.
  await app.expectText(SHOP);
  await app.form.getByRole('textbox', { name: 'Status' }).fill('503');
  await becomes(app, '    redirect: {uri: /new}\n', '    directResponse:\n      status: 503\n');
  await action.getByRole('button', { name: 'Redirect' }).click();
  await becomes(app, '    redirect: {uri: /new}\n', '    redirect:\n      uri: /new\n');
  await action.getByRole('button', { name: 'Direct response' }).click();
  await expect(app.form.getByRole('textbox', { name: 'Status' })).toHaveValue('503');
});

test('a way to match is changed, and its text stays', async ({ app }) => {
  await openShop(app);
  await card(app, /\/v2/).click();
  await app.form
    .getByRole('group', { name: 'Path', exact: true })
    .getByRole('button', { name: 'Regex' })
    .click();
  await becomes(app, '{prefix: /v2}', '{regex: /v2}');
});

test('items are moved, doubled and removed', async ({ app }) => {
  await openShop(app, SHOP, 'Destination Rule stock');
  await app.form.getByRole('button', { name: 'Move subset 1 down' }).click();
  const [one, two] = [
    '  - name: v1\n    labels: {version: v1}\n',
    '  - name: v2\n    labels: {version: v2}\n',
  ];
  await becomes(app, one + two, two + one);
  await app.undo.click();
  await app.form.getByRole('button', { name: 'Duplicate subset 2' }).click();
  await expect(app.form.getByRole('button', { name: 'Remove subset 3' })).toBeVisible();
  await app.form.getByRole('button', { name: 'Remove subset 3' }).click();
  await becomes(app, '', '');
});

test('who removes by key is not lost: the keyboard is at what stands there next', async ({ app, page }) => {
  const three = SHOP.replace('# outside\n', '# outside\n  - a.example\n  - b.example\n');
  await openShop(app, three);
  const host = (n: number) => app.form.getByRole('button', { name: `Remove host ${n}` });
  await host(2).focus();
  await page.keyboard.press('Enter');
  await expect(host(3)).toHaveCount(0);
  await expect(host(2)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(host(2)).toHaveCount(0);
  await expect(app.form.getByRole('button', { name: 'Add host' })).toBeFocused();

  await card(app, /\/v2/).click();
  await app.form.getByRole('button', { name: 'Remove Retries' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.yaml).not.toContainText('retries');
  expect(await page.evaluate(() => document.activeElement?.closest('form') !== null)).toBe(true);
  await app.form.getByRole('button', { name: 'Remove HTTP rule 1' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.form.getByRole('button', { name: /redirect/, expanded: false })).toBeFocused();
});

test('one more destination takes its share of the others, and gives it back', async ({ app }) => {
  await openShop(app);
  await card(app, /\/v2/).click();
  await app.form.getByRole('button', { name: 'Add destination' }).click();
  await app.write('till');
  await expect(app.form.getByRole('textbox', { name: /^Weight of till/ })).toHaveValue('33');
  await expect(app.form.getByText('Total 100')).toBeVisible();
  await app.form.getByRole('textbox', { name: /^Weight of till/ }).fill('0');
  await expect(app.form.getByRole('textbox', { name: /^Weight of stock, v1/ })).toHaveValue('70');
  await app.form.getByRole('slider', { name: /^Share of stock, v1/ }).press('ArrowRight');
  await expect(app.form.getByText('Total 100')).toBeVisible();
  await app.form.getByRole('button', { name: 'Remove destination 3' }).click();
  await expect(app.form.getByText('Total 100')).toBeVisible();
});

test('any field is found by search, and shown when it is chosen', async ({ app, page }) => {
  await openShop(app);
  await app.form.getByRole('button', { name: 'Add field…' }).click();
  await page.keyboard.type('cors maxAge');
  await page
    .getByRole('option', { name: /Max age/ })
    .first()
    .click();
  const field = app.form.getByRole('textbox', { name: 'Max age' });
  await expect(field).toBeFocused();
  await expect(app.yaml).not.toContainText('corsPolicy');
  await page.keyboard.type('10m');
  await expect.poll(() => app.text()).toContain('    corsPolicy:\n      maxAge: 10m\n');
  await field.fill('');
  await field.blur();
  await becomes(app, '', '');
});

test.describe('names are completed from the files', () => {
  test('hosts, subsets and ports', async ({ app, page }) => {
    await openShop(app);
    await card(app, /redirect/).click();
    const action = app.form.getByRole('group', { name: 'Action' });
    await action.getByRole('button', { name: 'Route', exact: true }).click();
    await app.form.getByRole('combobox', { name: /^Host \(/ }).pressSequentially('sto');
    await page.getByRole('option', { name: /^stock Service/ }).click();
    await app.form.getByRole('combobox', { name: 'Subset' }).click();
    await page.getByRole('option', { name: /^v2/ }).click();
    await app.form.getByRole('combobox', { name: 'Port' }).click();
    await page.getByRole('option', { name: /^8080/ }).click();
    await expect
      .poll(() => app.text())
      .toContain(
        '    - destination:\n        host: stock\n        subset: v2\n        port:\n          number: 8080\n',
      );
  });

  test('gateways and namespaces', async ({ app, page }) => {
    await openShop(app);
    await app.form.getByRole('button', { name: 'Add gateway' }).click();
    await expect(app.form.locator('input:focus')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: /^mesh/ }).click();
    await becomes(app, '[gate]', '[gate, mesh]');
    await app.form.getByRole('combobox', { name: 'Namespace' }).click();
    await expect(page.getByRole('option', { name: /^shop/ })).toBeVisible();
  });
});

test('problems stand at their fields, are counted above and mended in place', async ({ app, page }) => {
  await page.setViewportSize({ width: 1680, height: 640 });
  const broken = SHOP.replace('subset: v2}', 'subset: v3}').replace('[gate]', '[gates]');
  await openShop(app, broken);
  const first = app.form.getByRole('button', { name: '2 problems in this resource' });
  await first.click();
  await expect(
    app.form.getByRole('listitem').filter({ hasText: 'No Gateway "shop/gates"' }),
  ).toBeInViewport();
  await app.form.getByRole('button', { name: 'Next problem' }).click();
  await expect(app.form.getByRole('button', { name: 'Problem 2 of 2' })).toBeVisible();
  // It stood in two closed cards.
  await expect(app.form.getByRole('listitem').filter({ hasText: 'defines a subset "v3"' })).toBeInViewport();
  await expect(app.form.getByRole('combobox', { name: 'Subset' }).first()).toBeFocused();
  await app.form.getByRole('button', { name: 'Send to all of the host' }).click();
  await expect(app.form.getByRole('button', { name: '1 problem in this resource' })).toBeVisible();
});

test('a problem that is chosen below leads to its field', async ({ app, page }) => {
  await page.setViewportSize({ width: 1680, height: 640 });
  await openShop(app, SHOP.replace('subset: v2}', 'subset: v3}'), 'Gateway gate');
  await app.drawer
    .getByRole('button', { name: /subset "v3"/ })
    .first()
    .click();
  await expect(app.form.getByRole('combobox', { name: 'Subset' }).first()).toBeInViewport();
});

test('who assumes what the files lack goes on where they are', async ({ app }) => {
  await openShop(app, SHOP, 'Destination Rule stock');
  await card(app, /^v1/).click();
  await app.form.getByRole('button', { name: 'Assume that a workload with these labels exists' }).click();
  await expect(app.rail.getByRole('button', { name: /^File meshwright/ })).toBeVisible();
  await expect(app.form.getByRole('heading', { name: 'stock' })).toBeVisible();
  await expect(app.form.getByRole('textbox', { name: 'Labels 1, key' })).toHaveValue('version');
  await expect(app.form.getByText('No workload in these files has these labels')).toHaveCount(0);
  await app.rail.getByRole('button', { name: /^File meshwright/ }).click();
  await expect(app.yaml).toContainText('name: stock-v1');
});

test('by keyboard alone: a field is found, typed, moved and taken back', async ({ app, page }) => {
  await openShop(app, SHOP, 'Destination Rule stock');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('edit the selected resource in the form');
  await page.keyboard.press('Enter');
  await expect(app.form.getByRole('combobox', { name: 'Host' })).toBeFocused();
  await page.keyboard.press('Escape');
  // Past the inputs: the letter is a key only outside them.
  await app.form.getByRole('button', { name: 'Add TLS' }).focus();
  await page.keyboard.press('a');
  await page.keyboard.type('maxConnections tcp');
  await page.keyboard.press('Enter');
  await expect(app.form.getByRole('textbox', { name: 'Max connections' })).toBeFocused();
  await page.keyboard.type('64');
  await expect(app.yaml).toContainText('maxConnections: 64');
  await page.keyboard.press('Escape');
  await becomes(app, '', '');

  await app.form.getByRole('button', { name: /^v1/, expanded: false }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(app.yaml).toContainText(/name:\sv2[^]*name:\sv1/);
  await expect(app.form.getByRole('button', { name: /^v1/, expanded: false })).toBeFocused();
  await page.keyboard.press('Enter');
  await app.form.getByRole('textbox', { name: /^Name/ }).first().focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('stable');
  await page.keyboard.press('Enter');
  // Whoever names the subset follows.
  await expect.poll(() => app.text()).toContain('{host: stock, subset: stable}');
});
