import { readFile } from 'node:fs/promises';
import { expect, test } from './app.ts';

test('what changed is told by file and by resource, and goes out as a message, a patch and commands', async ({
  app,
  page,
}) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');

  await app.drawer.getByRole('tab', { name: 'Changes' }).click();
  const list = app.drawer.getByRole('list', { name: 'Changed files and resources' });
  await list.getByRole('button', { name: 'DestinationRule external-api-rule' }).click();
  const told = app.drawer.getByRole('region', { name: 'What changes in external-api.yaml' });
  await expect(app.drawer.getByText('maxConnections: 64').first()).toBeInViewport();
  // A press on a sentence selects what it speaks of, from wherever one was.
  await app.node(/^VirtualService/).click();
  await expect(app.form).toContainText('HTTP rules');
  await told.getByRole('button', { name: 'Connection pool › TCP › max connections 30 → 64' }).click();
  await expect(app.form.getByRole('textbox', { name: 'Max connections' })).toHaveValue('64');

  await app.drawer.getByRole('button', { name: 'Commit…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ready to commit' });
  const message = dialog.getByRole('textbox', { name: 'Message' });
  await expect(message).toHaveValue(/^chore\(external-api-rule\): max connections 30 → 64\n/);
  await message.fill('fix: give the API more connections');
  await dialog.getByRole('button', { name: 'Copy the message' }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    'fix: give the API more connections',
  );

  await dialog.getByRole('button', { name: 'Patch', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Folder of these files in the repository' }).fill('mesh');
  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Download changes.patch' }).click();
  const patch = await readFile(await (await download).path(), 'utf8');
  expect(patch).toContain('--- a/mesh/external-api.yaml\n+++ b/mesh/external-api.yaml\n@@ ');
  expect(patch).toContain('\n-        maxConnections: 30\n+        maxConnections: 64\n');

  await dialog.getByRole('button', { name: 'kubectl', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Commands' })).toHaveValue(
    'kubectl diff -f external-api.yaml\n',
  );
  await dialog.getByRole('button', { name: 'Message', exact: true }).click();
  await expect(message).toHaveValue('fix: give the API more connections');
  await dialog.getByRole('button', { name: 'Suggest again' }).click();
  await expect(message).toHaveValue(/^chore/);
});

test('the files are compared with a restore point as with the files as opened', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  const most = app.form.getByRole('textbox', { name: 'Max connections' });
  await most.fill('64');
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('keep a restore point');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Keep a restore point' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('agreed');
  await dialog.getByRole('button', { name: 'Keep' }).click();
  await expect(dialog).toBeHidden();
  await most.fill('65');
  await expect(app.node(/^DestinationRule/)).toContainText('65 conns');

  await app.drawer.getByRole('tab', { name: 'Changes' }).click();
  const told = app.drawer.getByRole('region', { name: 'What changes in external-api.yaml' });
  await expect(told).toContainText('max connections 30 → 65');
  const base = app.drawer.getByRole('combobox', { name: 'Compared with' });
  await base.selectOption({ index: 1 });
  await expect(told).toContainText('max connections 64 → 65');
  await expect(app.drawer.getByRole('button', { name: 'Put all back…' })).toHaveCount(0);
  await expect(app.drawer.getByRole('button', { name: 'Restore…' })).toBeVisible();
  await most.fill('64');
  await expect(app.drawer).toContainText('Every file is as it was at this restore point');
  await base.selectOption({ index: 0 });
  await expect(told).toContainText('max connections 30 → 64');
});
