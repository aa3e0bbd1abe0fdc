import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

const weights = (next: number, stable: number) =>
  SHOP.replace('weight: 80', `weight: ${next}`).replace('weight: 20', `weight: ${stable}`);

test('a weight is dragged on its pill: seen at once, one undo step, Escape takes it back', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  const pill = app.canvas.getByRole('slider', { name: 'Weight of the way to orders, subset next' });
  await expect(pill).toHaveAttribute('aria-valuenow', '80');
  const start = await app.point(pill);
  await app.drag(start, { x: start.x - 125, y: start.y }, async () => {
    await expect(pill).toHaveAttribute('aria-valuenow', '30');
    await expect(app.canvas.getByRole('slider', { name: 'subset stable' })).toContainText('70%');
    await expect(app.yaml).toContainText('weight: 30');
  });
  await app.expectOneStep(SHOP, weights(30, 70));
  const again = await app.point(pill);
  await app.drag(again, { x: again.x + 50, y: again.y }, async () => {
    await expect(pill).toHaveAttribute('aria-valuenow', '50');
    await page.keyboard.press('Escape');
  });
  await app.expectText(weights(30, 70));
});

test('arrow keys shift it, all of them one undo step', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('/v2*');
  await page.keyboard.press('w');
  await page.keyboard.press('Tab');
  const pill = app.canvas.getByRole('slider', { name: 'Weight of the way to orders, subset next' });
  await expect(pill).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageUp');
  await expect(pill).toHaveAttribute('aria-valuetext', '92 %');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  await expect(pill).toHaveAttribute('aria-valuenow', '92');
  await app.expectOneStep(SHOP, weights(92, 8));
});
