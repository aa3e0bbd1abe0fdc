import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the whole page, with a form open', async ({ app, page }) => {
      await app.open();
      await app.node(/^DestinationRule/).click();
      await expect(app.form.getByRole('textbox', { name: 'Max connections' })).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });

    test('axe finds nothing in dialogs, menus, palette and problems', async ({ app, page }) => {
      await app.open();
      await app.caretBehind('    rewrit');
      await page.keyboard.press('Delete');
      await expect(await app.problems()).toContainText('rewrit');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: 'Open…' }).click();
      await expect(page.getByRole('dialog', { name: 'Open' })).toBeVisible();
      expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('ControlOrMeta+k');
      await expect(page.getByRole('dialog', { name: 'Search or run' })).toBeVisible();
      expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
    });
  });
}

for (const [width, height] of [
  [1280, 800],
  [1024, 768],
  [800, 900],
  [390, 800],
] as const) {
  test(`nothing spills out of the window at ${width}×${height}`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await page.goto('/');
    await expect(page.getByRole('banner')).toBeVisible();
    await expect(app.canvas.getByRole('group').first()).toBeVisible();
    const spill = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(spill).toBeLessThanOrEqual(0);
    const tools = page.getByRole('toolbar', { name: 'Canvas tools' });
    const cut = await tools.evaluate((bar) => {
      const { right } = bar.getBoundingClientRect();
      return [...bar.querySelectorAll('button')].filter((tool) => tool.getBoundingClientRect().right > right);
    });
    expect(cut).toEqual([]);
  });
}
