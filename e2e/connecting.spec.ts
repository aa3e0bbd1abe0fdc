import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

const ORDERS = /^VirtualService orders/;
const RULE = /^DestinationRule orders-rule/;
const BOOKS_WAY = '        - destination: {host: books.example}   # theirs\n';
const split = (more: string) =>
  SHOP.replace(BOOKS_WAY, `${BOOKS_WAY}          weight: 50\n${more}          weight: 50\n`);
const TO_STOCK = split('        - destination:\n            host: stock\n');

test('a line from a rule to a host adds a destination', async ({ app }) => {
  await app.openMesh(SHOP);
  await app.drag(await app.handle(ORDERS, 'http.1'), await app.point(app.node(/^Service stock/)));
  await expect(app.line(/^orders routes to stock, weight 50/)).toBeAttached();
  await app.expectOneStep(SHOP, TO_STOCK);
});

test('so does C and a choice from the list', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('/books*');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Connect /books* to …' }).fill('stock');
  await page.keyboard.press('Enter');
  await expect(app.line(/^orders routes to stock, weight 50/)).toBeAttached();
  await app.expectOneStep(SHOP, TO_STOCK);
});

test('a line to a subset names it; on the way it says what it would do, or why not', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  const from = await app.handle(ORDERS, 'http.1');
  await app.drag(from, await app.point(app.node(/^Gateway front/)), async () => {
    await expect(app.canvas.getByText('A rule sends traffic to a host: connect to')).toBeVisible();
    await page.keyboard.press('Escape');
  });
  await app.drag(await app.handle(ORDERS, 'http.1'), await app.point(app.row(RULE, 'next')), async () => {
    await expect(app.canvas.getByText('Sends /books* to orders, subset next')).toBeVisible();
  });
  const split1 = split('        - destination:\n            host: orders\n            subset: next\n');
  await app.expectOneStep(SHOP, split1);
  await app.undo.click();
  await app.goTo('/books*');
  await page.keyboard.press('c');
  await page.getByRole('combobox', { name: 'Connect /books* to …' }).fill('next');
  await page.keyboard.press('Enter');
  await app.expectText(split1);
});

test('in the mode for connecting, a press on each end draws the line', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await app.row(ORDERS, '/books*').click();
  await expect(app.announced).toHaveText(/Connecting from \/books\*\. Choose where to\./);
  await app.node(/^Service stock/).click();
  await app.expectOneStep(SHOP, TO_STOCK);
});

const PART = `---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: parts, namespace: shop}
spec:
  http:
    - route:
        - destination: {host: stock}
`;

test('a rule without destinations delegates, and another takes that over', async ({ app, page }) => {
  const bare = SHOP.replace(
    '    - name: rest\n',
    '    - match: [{uri: {prefix: /a}}]   # soon\n    - match: [{uri: {prefix: /b}}]\n      name: bee\n    - name: rest\n',
  );
  await app.openMesh(bare + PART);
  const delegated = (bare + PART).replace('# soon\n', '# soon\n      delegate:\n        name: parts\n');
  const PARTS = /^VirtualService parts/;
  await app.drag(await app.handle(ORDERS, 'http.2'), await app.point(app.node(PARTS), [0.5, 0.3]));
  await expect(app.line(/^orders delegates to parts/)).toBeAttached();
  await app.expectOneStep(bare + PART, delegated);
  await app.undo.click();
  await app.goTo('/a*');
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('combobox').fill('parts');
  await page.keyboard.press('Enter');
  await app.expectText(delegated);
  await app.goTo('/a*');
  await page.keyboard.press('w');
  await page.keyboard.press('Shift+R');
  await page.getByRole('dialog').getByRole('combobox').fill('/b*');
  await page.keyboard.press('Enter');
  await app.expectText(
    (bare + PART)
      .replace('    - match: [{uri: {prefix: /a}}]   # soon\n', '')
      .replace('      name: bee\n', '      name: bee\n      delegate:\n        name: parts\n'),
  );
});

test('with Shift, or by M, a rule mirrors its requests', async ({ app, page }) => {
  await app.openMesh(SHOP);
  const mirrored = SHOP.replace(BOOKS_WAY, `${BOOKS_WAY}      mirror:\n        host: stock\n`);
  await page.keyboard.down('Shift');
  await app.drag(await app.handle(ORDERS, 'http.1'), await app.point(app.node(/^Service stock/)));
  await page.keyboard.up('Shift');
  await expect(app.line(/^orders mirrors to/)).toBeAttached();
  await app.expectOneStep(SHOP, mirrored);
  await app.undo.click();
  await app.goTo('/books*');
  await page.keyboard.press('m');
  await page.getByRole('combobox', { name: 'Mirror /books* to …' }).fill('stock');
  await page.keyboard.press('Enter');
  await app.expectText(mirrored);
});

test('a line from a host into empty space makes a DestinationRule for it', async ({ app, page }) => {
  await app.openMesh(SHOP);
  const stock = await app.point(app.node(/^Service stock/));
  await app.drag(await app.handle(/^Service stock/), { x: stock.x - 60, y: stock.y + 170 });
  await expect(app.node(/^DestinationRule stock-rule/)).toBeVisible();
  const made = await app.text();
  expect(made.replace(SHOP, '')).toMatch(/kind: DestinationRule[^]*  host: stock\n/);
  await app.expectOneStep(SHOP, made);
  await app.undo.click();
  await app.goTo('stock');
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('combobox').fill('New DestinationRule');
  await page.keyboard.press('Enter');
  await expect(app.node(/^DestinationRule stock-rule/)).toBeVisible();
  await app.expectText(made);
});

const UNBOUND = SHOP.replace('    - mesh\n    - front\n', '    - mesh   # apps\n');
const BOUND = UNBOUND.replace('# apps\n', '# apps\n    - front\n');

test('a line from a Gateway lets its requests in to a VirtualService', async ({ app, page }) => {
  await app.openMesh(UNBOUND);
  await app.drag(await app.handle(/^Gateway front/), await app.point(app.node(ORDERS), [0.5, 0.3]));
  await expect(app.line(/^front lets in orders/)).toBeAttached();
  await app.expectOneStep(UNBOUND, BOUND);
  await app.undo.click();
  await app.goTo('front');
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByRole('combobox').fill('orders');
  await page.keyboard.press('Enter');
  await expect(app.line(/^front lets in orders/)).toBeAttached();
  await app.expectText(BOUND);
});

test('the end of a line is led elsewhere, by its grip and by R', async ({ app, page }) => {
  await app.openMesh(SHOP);
  const led = SHOP.replace('{host: books.example}   #', '{host: stock}   #');
  await app.goTo('/books*');
  await page.keyboard.press('w');
  await expect(app.form.getByRole('heading', { name: 'orders' })).toBeVisible();
  const grip = app.canvas.locator('[data-grip=target]');
  await expect(grip).toHaveCount(1);
  await app.drag(await app.point(grip), await app.point(app.node(/^Service stock/)), async () => {
    await expect(app.canvas.getByText('Leads to stock instead')).toBeVisible();
  });
  await app.expectOneStep(SHOP, led);
  await app.undo.click();
  await app.goTo('/books*');
  await page.keyboard.press('w');
  await page.keyboard.press('r');
  await page.getByRole('dialog').getByRole('combobox').fill('stock');
  await page.keyboard.press('Enter');
  await app.expectText(led);
});

test('the start of a line is led to another rule, by its grip and by Shift+R', async ({ app, page }) => {
  const mesh = SHOP.replace('subset: stable}\n', 'subset: stable}   # as it was\n');
  await app.openMesh(mesh);
  // What is said of the way goes along.
  const [stable] = mesh.match(/ *- destination: {host: orders, subset: stable}.*\n.*\n/) ?? [''];
  const led = mesh
    .replace(stable, '')
    .replace('weight: 80', 'weight: 100')
    .replace(BOOKS_WAY, `${BOOKS_WAY}          weight: 50\n${stable.replace('weight: 20', 'weight: 50')}`);
  await app.goTo('/v2*');
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  await expect(app.announced).toContainText('orders, subset stable');
  const grip = app.canvas.locator('[data-grip=source]');
  await expect(grip).toHaveCount(1);
  await app.drag(await app.point(grip), await app.point(app.row(ORDERS, 'otherwise')), async () => {
    await page.keyboard.press('Escape');
  });
  await app.expectText(mesh);
  await app.drag(await app.point(grip), await app.point(app.row(ORDERS, '/books*')), async () => {
    await expect(app.canvas.getByText('Starts at /books* instead')).toBeVisible();
  });
  await app.expectOneStep(mesh, led);
  await app.undo.click();
  await app.goTo('/v2*');
  await page.keyboard.press('w');
  await page.keyboard.press('w');
  await page.keyboard.press('Shift+R');
  await page
    .getByRole('dialog', { name: /^Have the way to/ })
    .getByRole('combobox')
    .fill('/books');
  await page.keyboard.press('Enter');
  await expect(app.announced).toHaveText(/Starts at \/books\* instead/);
  await app.expectText(led);
});

test('a line is deleted by key and by menu, and the weights beside it keep their total', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  const cut = SHOP.replace(/ *- destination: {host: orders, subset: next}.*\n.*\n/, '').replace(
    'weight: 20',
    'weight: 100',
  );
  await app.goTo('/v2*');
  await page.keyboard.press('w');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('Deleted the way to orders');
  await app.expectOneStep(SHOP, cut);
  await app.undo.click();
  await app.canvas
    .getByRole('slider', { name: 'Weight of the way to orders, subset next' })
    .click({ button: 'right' });
  await page.getByRole('menu', { name: 'This line' }).getByRole('menuitem', { name: 'Delete' }).click();
  await expect(app.yaml).not.toContainText('the new fleet');
  await app.expectText(cut);
});
