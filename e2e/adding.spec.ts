import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

const STOCK_RULE = `${SHOP}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: stock-rule
  namespace: shop
spec:
  host: stock
`;

test('a press in the rail adds a kind connected to what is selected', async ({ app }) => {
  await app.openMesh(SHOP);
  await app.node(/^Service stock/).click();
  await app.rail.getByRole('button', { name: 'Add Destination Rule' }).click();
  await expect(app.line(/^stock is governed by stock-rule/)).toBeAttached();
  await app.expectOneStep(SHOP, STOCK_RULE);
});

test('a kind dragged onto a rule is connected to that rule', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.rail
    .getByRole('button', { name: 'Add Service Entry' })
    .dragTo(app.row(/^VirtualService orders/, '/books*'));
  await expect(app.line(/^orders routes to example-entry, weight 50/)).toBeAttached();
  const after = await app.text();
  expect(after).toContain(
    '{host: books.example}   # theirs\n          weight: 50\n        - destination:\n            host: api.example.com\n          weight: 50\n',
  );
  await app.expectOneStep(SHOP, after);
  await app.undo.click();
  await app.rail
    .getByRole('button', { name: 'Add Gateway' })
    .dragTo(app.canvas, { targetPosition: { x: 30, y: 800 } });
  await expect(app.node(/^Gateway new-gateway/)).toBeVisible();
  await page.keyboard.press('Escape');
});

test('all kinds are in the rail, and in the list that A opens where the keyboard stands', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  await app.node(/^Service stock/).click();
  await app.rail.getByRole('button', { name: 'Other kinds' }).click();
  await app.rail.getByRole('button', { name: 'Add Peer Authentication' }).click();
  await app.expectText(/kind: PeerAuthentication[^]*matchLabels:\n      app: stock\n  mtls:/);
  await app.undo.click();
  await app.goTo('stock');
  await page.keyboard.press('a');
  await expect(page.getByRole('menu', { name: 'Add beside what is selected' })).toBeVisible();
  await page.keyboard.type('des');
  await page.keyboard.press('Enter');
  await expect(app.line(/^stock is governed by stock-rule/)).toBeAttached();
  await app.expectOneStep(SHOP, STOCK_RULE);
});

test('the menu of a place and the palette add too', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.node(/^Service stock/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Add beside it …' }).click();
  await page.getByRole('menuitem', { name: 'DestinationRule' }).click();
  await expect(app.node(/^DestinationRule stock-rule/)).toBeVisible();
  await app.expectText(STOCK_RULE);
  await app.undo.click();
  await app.goTo('stock');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('add destinationrule');
  await page.keyboard.press('Enter');
  await expect(app.node(/^DestinationRule stock-rule/)).toBeVisible();
  await app.expectText(STOCK_RULE);
});

const BOOKS_WAY = /^orders routes to books/;
const BOOKS_RULE = `${SHOP}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: books-rule
  namespace: shop
spec:
  host: books.example
`;

test('a kind dropped on a line is about what the line leads to, or says why it cannot be', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  const drop = async (kind: string, line: RegExp, words: string) => {
    const to = await app.onLine(line);
    await app.drag(await app.point(app.rail.getByRole('button', { name: `Add ${kind}` })), to, async () => {
      // A browser tells of it for as long as the pointer is there; a driven one with each move.
      await page.mouse.move(to.x + 1, to.y);
      await expect(app.canvas.getByText(words)).toBeVisible();
    });
  };
  await drop('Virtual Service', BOOKS_WAY, 'orders has routed what comes along here');
  const notices = page.getByRole('region', { name: 'Notices' });
  await expect(notices).toContainText('Not added');
  await app.expectText(SHOP);
  await drop('Destination Rule', BOOKS_WAY, 'Adds a Destination Rule for books.example');
  await expect(app.line(/^books is governed by books-rule/)).toBeAttached();
  await expect(app.canvas.getByText('Adds a Destination Rule')).toHaveCount(0);
  await app.expectOneStep(SHOP, BOOKS_RULE);
});

test('so does A on the way that the keyboard looks along, and the menu of a line', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('/books*');
  await page.keyboard.press('w');
  await page.keyboard.press('a');
  const menu = page.getByRole('menu', { name: 'Add on this line' });
  await expect(menu).toBeVisible();
  await page.keyboard.type('vir');
  await page.keyboard.press('Enter');
  await expect(app.announced).toContainText('Not added. orders has routed what comes along here');
  await page.keyboard.press('a');
  await expect(menu).toBeVisible();
  await page.keyboard.type('des');
  await page.keyboard.press('Enter');
  await expect(app.line(/^books is governed by books-rule/)).toBeAttached();
  await app.expectOneStep(SHOP, BOOKS_RULE);
  await app.undo.click();
  const { x, y } = await app.onLine(BOOKS_WAY);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: 'Add on it …' }).click();
  await menu.getByRole('menuitem', { name: 'DestinationRule' }).click();
  await app.expectText(BOOKS_RULE);
});
