import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

const SERVICE_STOCK = SHOP.slice(SHOP.indexOf('apiVersion: v1\nkind: Service\nmetadata: {name: stock'));
const WITHOUT_STOCK = SHOP.replace(SERVICE_STOCK.slice(0, SERVICE_STOCK.indexOf('apiVersion: net')), '');
const RULE = SHOP.slice(
  SHOP.indexOf('apiVersion: networking.istio.io/v1\nkind: DestinationRule'),
  SHOP.indexOf('apiVersion: v1'),
);
const NEXT = '    - name: next\n      labels: {version: v2}\n';
const NEW_FLEET =
  '        - destination: {host: orders, subset: next}   # the new fleet\n          weight: 80\n';

test('what nobody names goes at once, by key, and comes back whole', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('stock');
  await page.keyboard.press('Delete');
  await expect(app.node(/^Service stock/)).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await app.expectOneStep(SHOP, WITHOUT_STOCK);
});

test('references are left: they then name what is not there', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.node(/^DestinationRule orders-rule/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete orders-rule?' });
  await expect(dialog.getByRole('list', { name: 'Where it is named' })).toContainText('http[0].route[1]');
  await expect(dialog).toContainText('3 places in 1 file');
  await dialog.getByRole('button', { name: 'Delete the DestinationRule' }).click();
  await expect(app.node(/^DestinationRule/)).toHaveCount(0);
  await app.expectOneStep(SHOP, SHOP.replace(RULE, ''));
});

test('references are removed with a subset, by mouse', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.row(/^DestinationRule/, 'next').click();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete subset next?' });
  await dialog.getByRole('radio', { name: 'Remove the references too' }).check();
  await dialog.getByRole('button', { name: 'Delete the subset' }).click();
  const after = SHOP.replace(NEXT, '').replace(NEW_FLEET, '').replace('weight: 20', 'weight: 100');
  await expect(app.yaml).not.toContainText('the new fleet');
  await app.expectOneStep(SHOP, after);
});

test('references are led elsewhere, by key', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('next');
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete subset next?' });
  await expect(dialog.getByRole('radio', { name: 'Leave the references' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(dialog.getByRole('radio', { name: 'Lead them elsewhere:' })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('combobox')).toHaveValue('whole');
  await dialog.getByRole('button', { name: 'Delete the subset' }).press('Enter');
  await expect(dialog).toBeHidden();
  await app.expectOneStep(SHOP, SHOP.replace(NEXT, '').replace('orders, subset: next', 'orders'));
});

test('what then has nothing left goes too, and is told beforehand', async ({ app, page }) => {
  await app.openMesh(
    SHOP.replace(/    - name: fresh[^]*    - name: books/, '    - name: books').replace(
      /    - name: rest[^]*?---/,
      '---',
    ),
  );
  await app.node(/^ServiceEntry books/).click();
  await page.keyboard.press('Delete');
  const dialog = page.getByRole('dialog', { name: 'Delete books?' });
  await dialog.getByRole('radio', { name: 'Remove the references too' }).check();
  await expect(dialog.getByRole('list', { name: 'What follows from it' })).toContainText(
    'VirtualService orders',
  );
  await page.keyboard.press('Escape');
  await expect(app.node(/^ServiceEntry books/)).toBeVisible();
});
