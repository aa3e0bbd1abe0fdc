import { expect, test } from './app.ts';

const SERVICE = 'apiVersion: v1\nkind: Service\nmetadata: {name: till, namespace: shop}\n';

test('opening other files keeps what was there, and the menu goes back to it', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await app.openFiles('Replace', [{ name: 'till.yaml', text: SERVICE }]);
  await expect(app.node(/^Service till/)).toBeVisible();
  await app.saved();
  await page.getByRole('banner').getByRole('button', { name: 'Workspaces' }).click();
  await page.getByRole('menuitem', { name: 'payments-egress' }).click();
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  await app.undo.click();
  await expect(app.node(/^Service till/)).toBeVisible();
  await app.saved();
  await page.reload();
  await expect(app.node(/^Service till/)).toBeVisible();
});

test('workspaces are renamed, copied and deleted by the keyboard', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'till.yaml', text: SERVICE }]);
  await app.saved();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('workspaces');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Workspaces' });
  await dialog.getByRole('button', { name: 'Duplicate till' }).focus();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Rename till copy' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Rename the workspace' }).getByRole('textbox').fill('counter');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /^Open counter, 1 file/ })).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete till' }).focus();
  await page.keyboard.press('Enter');
  const confirm = page.getByRole('dialog', { name: 'Delete the workspace till?' });
  await confirm.getByRole('button', { name: 'Delete the workspace' }).focus();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: /^Open counter.*open now/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^Open till/ })).toHaveCount(0);
});

test('a restore point shows what is different, and brings it back as one step', async ({ app, page }) => {
  await app.open();
  await page.getByRole('banner').getByRole('button', { name: 'Workspaces' }).click();
  await page.getByRole('menuitem', { name: 'Keep a restore point…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('before the sale');
  await page.keyboard.press('Enter');
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await app.saved();
  await page.reload();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Restore points…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Restore points' });
  await dialog.getByRole('button', { name: /^before the sale/ }).click();
  const preview = dialog.getByRole('region', { name: 'What restoring changes' });
  await expect(preview).toContainText('Restoring changes 1 file: +1 −1 lines.');
  await expect(preview).toContainText('maxConnections: 64');
  await expect(preview).toContainText('maxConnections: 30');
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(app.node(/^DestinationRule/)).toContainText('30 conns');
  await app.undo.click();
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
});

test('samples open from the Open dialog and from the palette, each at its first resource', async ({
  app,
  page,
}) => {
  await app.open();
  await page.getByRole('button', { name: 'Open…' }).click();
  await page.getByRole('dialog', { name: 'Open' }).getByRole('button', { name: 'Samples…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Samples' });
  await dialog.getByRole('button', { name: /^Weighted canary/ }).click();
  await expect(app.form.getByRole('heading', { name: 'orders' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('weighted-canary');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('sample ingress');
  await page.keyboard.press('Enter');
  await expect(app.form.getByRole('heading', { name: 'public' })).toBeVisible();
  // Two that have a file of the same name, and back.
  for (const [sample, text] of [
    ['header routing', 'x-reader-group'],
    ['egress gateway', 'parcels-through-egress'],
  ] as const) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search or run' }).fill(`sample ${sample}`);
    await page.keyboard.press('Enter');
    await expect(app.yaml).toContainText('routing.yaml');
    await expect(app.yaml).toContainText(text);
  }
  await app.undo.click();
  await expect(app.yaml).toContainText('x-reader-group');
  await app.undo.click();
  await app.undo.click();
  await expect(page.getByRole('banner')).toContainText('weighted-canary');
});

test('the article opens at each of its steps, with what is new and what its calls do', async ({
  app,
  page,
}) => {
  await app.open();
  const steps = [
    ['1: register', 'ServiceEntry external-api-entry', 3],
    ['2: secure', 'DestinationRule external-api-rule', 4],
    ['3: route', 'VirtualService external-api-routing', 5],
  ] as const;
  for (const [step, added, nodes] of steps) {
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Search or run' }).fill(`sample step ${step}`);
    await page.keyboard.press('Enter');
    await expect(app.node(new RegExp(`^${added}`))).toHaveAttribute('data-selected', 'true');
    await expect(app.canvas.getByRole('group')).toHaveCount(nodes);
    await expect(app.yaml).toContainText(`# Step ${step[0]}: `);
    await expect(app.drawer.getByRole('tab', { name: /^Send a request/ })).toContainText(
      '2 expectations hold',
    );
  }
});

test('the last used workspace comes first among the recent ones, and deleting the open one is undone', async ({
  app,
  page,
}) => {
  await app.open();
  // A sample that nobody touched is not kept.
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await app.openFiles('Replace', [{ name: 'till.yaml', text: SERVICE }]);
  await app.saved();
  const menu = page.getByRole('banner').getByRole('button', { name: 'Workspaces' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'payments-egress' }).click();
  await expect(page.getByRole('banner')).toContainText('payments-egress');
  await menu.click();
  await expect(page.getByRole('menuitem').first()).toHaveText('till');
  await page.getByRole('menuitem', { name: 'Workspaces…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Workspaces' });
  await expect(dialog.getByRole('button', { name: /^Open / }).first()).toHaveAccessibleName(
    /^Open payments-egress.*open now/,
  );
  await dialog.getByRole('button', { name: 'Delete payments-egress' }).click();
  await page
    .getByRole('dialog', { name: 'Delete the workspace payments-egress?' })
    .getByRole('button', { name: 'Delete the workspace' })
    .click();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  await expect(app.node(/^Service till/)).toBeVisible();
  await app.undo.click();
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  await expect(page.getByRole('banner')).toContainText('payments-egress');
});

test('a new workspace begins empty, is filled, and stands beside the others', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  const menu = page.getByRole('banner').getByRole('button', { name: 'Workspaces' });
  await menu.click();
  await page.getByRole('menuitem', { name: 'New workspace' }).click();
  await expect(page.getByRole('heading', { name: 'Your mesh will be drawn here' })).toBeVisible();
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Name of the workspace/ })
    .press('Enter');
  await page.getByRole('textbox', { name: 'Name of the workspace' }).fill('counter');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('add gateway');
  await page.keyboard.press('Enter');
  await expect(app.rail.getByRole('button', { name: /^Gateway / })).toBeVisible();
  await app.saved();
  await menu.click();
  await page.getByRole('menuitem', { name: 'payments-egress' }).click();
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  await menu.click();
  await page.getByRole('menuitem', { name: 'counter' }).click();
  await expect(app.rail.getByRole('button', { name: /^Gateway / })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('banner')).toContainText('counter');
  await expect(app.rail.getByRole('button', { name: /^Gateway / })).toBeVisible();
});

test('reset to the sample puts its files back in place, and undo what was written', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Reset to the sample' }).click();
  await expect(app.node(/^DestinationRule/)).toContainText('30 conns');
  await app.undo.click();
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
});
