import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

test('by key alone: keys by pane, a word looked up and followed, and something done', async ({
  app,
  page,
}) => {
  await app.open();
  await app.canvas.focus();
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Help' });
  const search = help.getByRole('searchbox', { name: 'Search the help' });
  await expect(search).toBeFocused();
  await expect(help.getByRole('heading', { name: 'On the canvas' })).toBeVisible();
  await expect(help.getByRole('term').filter({ hasText: /^Undo$/ })).toBeVisible();

  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);

  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(help.getByRole('button', { name: 'Istio’s words' })).toHaveAttribute('aria-pressed', 'true');
  await expect(help.getByText('VirtualService', { exact: true }).first()).toBeVisible();

  await search.focus();
  await page.keyboard.type('ejection');
  const found = help.getByRole('term');
  await expect(found.first()).toHaveText('Outlier detection');
  await help.getByRole('button', { name: 'Locality failover' }).first().press('Enter');
  await expect(search).toHaveValue('Locality failover');
  await expect(search).toBeFocused();
  await expect(found.first()).toHaveText('Locality failover');

  await search.fill('send part version');
  await expect(help.getByRole('heading', { name: /^How do I send a part/ })).toBeVisible();
  await search.fill('zzz');
  await expect(help.getByText('Nothing in the help has these words')).toBeVisible();

  await search.fill('large mesh readable');
  await help.getByRole('button', { name: /^Find on the canvas/ }).press('Enter');
  await expect(help).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Find on the canvas' })).toBeFocused();
});

test('the help is in the menu and in the palette', async ({ app, page }) => {
  await app.open();
  await page.getByRole('banner').getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'How do I …' }).click();
  const help = page.getByRole('dialog', { name: 'Help' });
  await expect(
    help.getByRole('heading', { name: /^How do I let the mesh call an API outside/ }),
  ).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('words explained');
  await page.keyboard.press('Enter');
  await expect(help.getByRole('button', { name: 'Istio’s words' })).toHaveAttribute('aria-pressed', 'true');
});
