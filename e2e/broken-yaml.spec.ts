import { expect, test } from './app.ts';

test('broken YAML keeps the last picture, marks only that document, and is told with its line', async ({
  app,
  page,
}) => {
  await app.open();
  await app.node(/^VirtualService/).click();
  await app.caretBehind('prefix: "/v2/data');
  await page.keyboard.press('Delete');
  await expect(app.drawer.getByRole('tab', { name: /Problems/ })).toContainText(/[1-9]/);
  for (const kind of ['VirtualService', 'ServiceEntry', 'DestinationRule']) {
    await expect(app.node(new RegExp(`^${kind}`))).toBeVisible();
  }
  await expect(app.node(/^VirtualService/)).toHaveAccessibleName(/broken/i);
  await expect(app.node(/^DestinationRule/)).not.toHaveAccessibleName(/broken/i);
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('31');
  await expect(app.node(/^DestinationRule/)).toContainText('31 conns');
  await app.undo.click();
  await app.undo.click();
  await expect(app.node(/^VirtualService/)).not.toHaveAccessibleName(/broken/i);
});

test('a misspelt key is found, with what was meant, and mended with one click', async ({ app, page }) => {
  await app.open();
  await app.caretBehind('    rewrit');
  await page.keyboard.press('Delete');
  const problems = await app.problems();
  await expect(problems).toContainText('rewrit');
  await problems.getByRole('button', { name: 'Change to rewrite' }).click();
  await expect(problems).not.toContainText('rewrit');
  await expect.poll(() => app.text()).toContain('    rewrite:\n');
});
