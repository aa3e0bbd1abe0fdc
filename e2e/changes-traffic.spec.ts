import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

const EXPECT = `expectations:
  - name: Books are served
    request: { from: shop, url: "http://orders/books" }
    expect: { host: books.example }
`;

test('what the changes do to traffic: what breaks, what is expected, and one request before and now', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [
    { name: 'shop.yaml', text: SHOP },
    { name: 'shop.expect.yaml', text: EXPECT },
  ]);
  await page.getByRole('button', { name: 'File shop.yaml' }).click();
  await app.select('prefix: /books');
  await page.keyboard.type('prefix: /shelves');
  const changes = app.drawer.getByRole('tabpanel', { name: /^Changes/ });
  const list = changes.getByRole('list', { name: 'Requests that come to another end' });
  const rows = list.getByRole('listitem');

  await test.step('lists what comes to another end, what was expected first', async () => {
    await app.drawer.getByRole('tab', { name: /^Changes/ }).click();
    await changes.getByRole('button', { name: 'Traffic' }).click();
    await expect(changes.getByRole('status', { name: 'Comparison' })).toHaveText(
      /^\d+ requests compared that the change can touch: \d+ differ, \d+ stay the same\.$/,
    );
    await expect(rows.first()).toContainText('Breaks“Books are served” fails now');
    await expect(rows.first()).toContainText('by VirtualService orders');
  });

  await test.step('shows one before and now, and its way on the canvas', async () => {
    await rows.first().getByRole('button').first().click();
    const before = changes.getByRole('region', { name: 'Before', exact: true });
    const now = changes.getByRole('region', { name: 'Now', exact: true });
    await expect(before).toContainText('Forwarded to books.example');
    await expect(now).toContainText('Forwarded to stable of orders.shop.svc.cluster.local');
    await expect(before.getByRole('list', { name: 'Steps before' })).toContainText('/books');
    const rule = now.getByRole('button', { name: /otherwise: Rule 3 of shop\/orders takes/ });
    await rule.click();
    await expect(rule).toHaveAttribute('aria-current', 'step');
    await expect(changes.getByRole('button', { name: 'Take its way off the canvas' })).toBeVisible();
  });

  await test.step('keeps another one as an expectation', async () => {
    await changes.getByRole('button', { name: /^All/ }).click();
    const other = rows.filter({ hasText: '/shelves' }).first();
    await other.getByRole('button').first().click();
    await changes.getByRole('button', { name: 'Keep as expectation …' }).click();
    await changes.getByRole('textbox', { name: 'Name' }).fill('Shelves are books');
    await changes.getByRole('button', { name: 'Keep', exact: true }).click();
    await changes.getByRole('button', { name: /^Expectations 2/ }).click();
    await expect(rows.filter({ hasText: '“Shelves are books” holds now' })).toHaveCount(1);
  });

  await test.step('follows the text, and says when nothing is otherwise', async () => {
    await page.getByRole('button', { name: 'File shop.yaml' }).click();
    await app.select('prefix: /shelves');
    await page.keyboard.type('prefix: "/books"');
    await expect(changes).toContainText('Requests go where they went');
    await changes.getByRole('button', { name: 'Text' }).click();
    await expect(changes.getByRole('list', { name: 'Changed files' })).toContainText('shop.yaml');
  });
});

test('what cannot be read counts as it was, and what is not worked out is named', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.select('hosts: [ orders ]');
  await page.keyboard.type('hosts: @orders');
  await app.drawer.getByRole('tab', { name: /^Changes/ }).click();
  const changes = app.drawer.getByRole('tabpanel', { name: /^Changes/ });
  await changes.getByRole('button', { name: 'Traffic' }).click();
  await expect(changes.getByRole('list', { name: 'Not compared' })).toContainText(
    /shop\.yaml, line \d+, cannot be read, and counts as it was\./,
  );
  await expect(changes).toContainText('Requests go where they went');
});
