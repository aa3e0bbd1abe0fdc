import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

test('a double click renames; where something names it, that follows or not', async ({ app, page }) => {
  await app.openMesh(SHOP);
  const rename = async (to: string) => {
    await app
      .node(/^Gateway front/)
      .getByText('front', { exact: true })
      .dblclick();
    await page.getByRole('textbox', { name: 'Name of front' }).fill(to);
    await page.keyboard.press('Enter');
    return page.getByRole('dialog', { name: 'Rename front' });
  };
  let dialog = await rename('door');
  await expect(dialog).toContainText('1 place in 1 file');
  await expect(dialog.getByRole('list', { name: 'Where it is named' })).toContainText('shop.yaml:11');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(app.node(/^Gateway door/)).toBeVisible();
  const followed = SHOP.replace('- front', '- door').replace('{name: front', '{name: door');
  await app.expectOneStep(SHOP, followed);

  await app.undo.click();
  dialog = await rename('gate');
  await dialog.getByRole('radio', { name: 'Leave the old name there' }).check();
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(app.node(/^Gateway gate/)).toBeVisible();
  await app.expectText(SHOP.replace('{name: front', '{name: gate'));
});

test('F2 renames a subset, with the destinations that name it', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('next');
  await page.keyboard.press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of subset next' })).toBeFocused();
  await page.keyboard.type('fresh');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Rename subset next' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('fresh');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await app.expectOneStep(
    SHOP,
    SHOP.replace('- name: next', '- name: fresh').replace('subset: next', 'subset: fresh'),
  );
});

test('a name that nobody uses changes without a question, and a refused one says why', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  await app.goTo('books');
  await page.keyboard.press('F2');
  await page.keyboard.type('Böcker');
  await page.keyboard.press('Enter');
  await expect(app.canvas.getByRole('alert')).toContainText('small letters');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('library');
  await page.keyboard.press('Enter');
  await expect(app.node(/^ServiceEntry library/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await app.expectText(SHOP.replace('{name: books', '{name: library'));
});

test('a copy stands right behind the original, by key and by menu', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('stock');
  await page.keyboard.press('ControlOrMeta+d');
  await expect(app.node(/^Service stock-2/)).toBeVisible();
  const stock = SHOP.slice(
    SHOP.indexOf('apiVersion: v1\nkind: Service\nmetadata: {name: stock'),
    SHOP.lastIndexOf('---', SHOP.indexOf('kind: ServiceEntry')),
  );
  await app.expectOneStep(SHOP, SHOP.replace(stock, `${stock}---\n${stock.replace('stock', 'stock-2')}`));
  await app.undo.click();
  await app.node(/^Service stock/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect(app.node(/^Service stock-2/)).toBeVisible();
});
