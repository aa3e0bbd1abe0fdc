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
  await page.getByRole('button', { name: 'Show the drawer' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.saved();
  await page.waitForTimeout(600);
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: 'Hide the drawer' })).toBeVisible();
});

// Whatever the autosave is doing by then: waiting, writing, or done. A slow machine makes each of these last.
for (const pause of [0, 300]) {
  test(`a change made ${pause} ms before a reload is kept, on a slow machine too`, async ({ app, page }) => {
    await app.open();
    await app.caretBehind('maxConnections: 30');
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 10 });
    await page.keyboard.type('7');
    await expect(app.yaml).toContainText('maxConnections: 307');
    await page.waitForTimeout(pause);
    await page.reload();
    await expect(app.node(/^DestinationRule/)).toContainText('307 conns');
  });
}
