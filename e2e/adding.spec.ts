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
    .dragTo(app.canvas, { targetPosition: { x: 30, y: 400 } });
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
  expect(await app.text()).toMatch(/kind: PeerAuthentication[^]*matchLabels:\n      app: stock\n  mtls:/);
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
  expect(await app.text()).toBe(STOCK_RULE);
  await app.undo.click();
  await app.goTo('stock');
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('add destinationrule');
  await page.keyboard.press('Enter');
  await expect(app.node(/^DestinationRule stock-rule/)).toBeVisible();
  expect(await app.text()).toBe(STOCK_RULE);
});
