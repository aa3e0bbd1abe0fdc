import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

const RULE = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: shop}
spec:
  host: till.example
  trafficPolicy: {tls: {mode: SIMPEL}}
`;

test('a code is read about: from its problem, by the codes of other tools, and by words', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'rules.yaml', text: RULE }]);
  await app.drawer.getByRole('button', { name: 'What MW0204 means' }).click();
  await app.drawer.getByRole('button', { name: 'See an example' }).click();
  const dialog = page.getByRole('dialog', { name: 'Problem codes' });
  const about = dialog.getByRole('article', { name: /^MW0204/ });
  await expect(about).toContainText('Rejected.');
  await expect(about).toContainText('simple: ROUNDROBIN');
  await expect(about).toContainText('simple: ROUND_ROBIN');
  await expect(about).toContainText('IST0106');
  await expect(about).toContainText('suppress: [MW0204]');
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);

  const search = dialog.getByRole('searchbox', { name: 'Search problem codes' });
  await search.fill('kia1107');
  await expect(dialog.getByRole('article', { name: 'MW2003: A subset that nobody defines' })).toBeVisible();
  await search.fill('one dash');
  await expect(dialog.getByRole('list', { name: 'Codes' }).getByRole('listitem')).not.toHaveCount(0);
  await search.fill('regular expression');
  await expect(dialog.getByRole('article', { name: /^MW0329/ })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('article', { name: /^MW0330/ })).toContainText('(?!admin)');

  await search.fill('MW0204');
  await dialog.getByRole('button', { name: 'Show it' }).click();
  await expect(dialog).toBeHidden();
  await expect(app.drawer.getByRole('searchbox', { name: 'Filter problems' })).toHaveValue('MW0204');
});

test('the palette leads to a code that is typed, and to all of them', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'rules.yaml', text: RULE }]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('ist0101');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Problem codes' });
  await expect(dialog.getByRole('searchbox')).toHaveValue('IST0101');
  await expect(dialog.getByRole('article', { name: /^MW2001/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('problem codes');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('article', { name: /^MW0001/ })).toBeVisible();
});
