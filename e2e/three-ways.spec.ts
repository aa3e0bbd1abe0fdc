import { expect, test } from './app.ts';

test('a form change reaches the YAML and the canvas, and touches one line only', async ({ app, page }) => {
  await app.open();
  const before = await app.text();
  await app.node(/^DestinationRule/).click();
  const field = app.form.getByRole('textbox', { name: 'Max connections' });
  await field.fill('64');
  await expect(app.yaml).toContainText('maxConnections: 64');
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  await app.expectText(before.replace('maxConnections: 30', 'maxConnections: 64'));
  await page.keyboard.press('Escape');
});

test('typing in the YAML reaches the form and the canvas', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.caretBehind('maxConnections: 30');
  await page.keyboard.type('0');
  await expect(app.form.getByRole('textbox', { name: 'Max connections' })).toHaveValue('300');
  await expect(app.node(/^DestinationRule/)).toContainText('300 conns');
});

test('a space typed in the YAML arrives', async ({ app, page }) => {
  await app.open();
  await app.caretBehind('prefix: "/v2/data"');
  await page.keyboard.type(' # kept as typed');
  await expect(app.yaml).toContainText('# kept as typed');
  await expect.poll(() => app.text()).toContain('prefix: "/v2/data" # kept as typed\n');
});

test('a rename on the canvas reaches the list and the YAML', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('partner-policy');
  await page.keyboard.press('Enter');
  await expect(app.node(/^DestinationRule partner-policy/)).toBeVisible();
  await expect(app.resource('partner-policy')).toBeVisible();
  await expect.poll(() => app.text()).toContain('name: partner-policy');
});

test('one history takes back what was done in three panes, in order, to the byte', async ({ app, page }) => {
  await app.open();
  const opened = await app.text();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await app.caretBehind('interval: 5s');
  // All at once: typed on a slow machine it could take so long that it is two bursts, and two steps.
  await page.keyboard.insertText(' # sweep');
  await expect(app.yaml).toContainText('# sweep');
  await app.node(/^ServiceEntry/).click();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Delete the ServiceEntry' }).click();
  await expect(app.node(/^ServiceEntry/)).toHaveCount(0);

  await app.undo.click();
  await expect(app.node(/^ServiceEntry/)).toBeVisible();
  await app.undo.click();
  await expect(app.yaml).not.toContainText('# sweep');
  await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  await app.undo.click();
  await expect(app.node(/^DestinationRule/)).toContainText('30 conns');
  await expect(app.undo).toBeDisabled();
  await app.expectText(opened);

  for (let step = 0; step < 3; step++) await app.redo.click();
  await expect(app.node(/^ServiceEntry/)).toHaveCount(0);
  const redone = await app.text();
  expect(redone).toContain('maxConnections: 64');
  expect(redone).toContain('interval: 5s # sweep');
});

test('undo by key in the YAML takes back a form change', async ({ app, page }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await expect(app.yaml).toContainText('maxConnections: 64');
  await app.editor.focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.form.getByRole('textbox', { name: 'Max connections' })).toHaveValue('30');
});
