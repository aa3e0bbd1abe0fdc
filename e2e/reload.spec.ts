import { expect, test } from './app.ts';

test('the work is there after the tab was closed', async ({ app, page, context }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await app.saved();
  await page.close();
  const again = await context.newPage();
  await again.goto('/');
  await expect(again.getByRole('group', { name: /^DestinationRule/ })).toContainText('64 conns');
});

test('sizes and theme are remembered', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.getByRole('button', { name: 'Hide the drawer' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.saved();
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Show the drawer' })).toBeVisible();
});
