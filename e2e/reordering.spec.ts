import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

const ORDERS = /^VirtualService orders/;
const ITEM = /    - name: (?:fresh|books|rest)[^]*?(?=    - name: (?:books|rest)|---)/g;
const [fresh = '', books = '', rest = ''] = SHOP.match(ITEM) ?? [];
const inOrder = (...rules: string[]) => SHOP.replace(fresh + books + rest, rules.join(''));

test('a rule is dragged to another place, as one step; Escape leaves it', async ({ app, page }) => {
  await app.openMesh(SHOP);
  const first = app.row(ORDERS, '/v2*');
  const last = app.row(ORDERS, 'otherwise');
  await app.drag(await app.point(last), await app.point(first, [0.1, 0.1]), async () => {
    await expect(app.canvas.locator('[data-drop-mark]')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(app.canvas.locator('[data-drop-mark]')).toHaveCount(0);
  });
  await expect(app.undo).toBeEnabled();
  await app.expectText(SHOP);
  await app.drag(await app.point(first), await app.point(app.row(ORDERS, '/books*'), [0.9, 0.9]));
  await expect(app.node(ORDERS).locator('[data-row]').first()).toContainText('/books*');
  await app.expectOneStep(SHOP, inOrder(books, fresh, rest));
});

test('Alt and an arrow key move the selected rule', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('/books*');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(app.node(ORDERS).locator('[data-row]').first()).toContainText('/books*');
  await app.expectOneStep(SHOP, inOrder(books, fresh, rest));
});
