import { expect, test } from './app.ts';

test('without a mouse: find, go along the edges, rename and take back', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('external-api-rule');
  await page.keyboard.press('Enter');
  await expect(app.form.getByRole('heading', { name: 'external-api-rule' })).toBeVisible();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('go to the canvas');
  await page.keyboard.press('Enter');
  await expect(app.canvas).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => app.current()).toMatch(/^ServiceEntry/);
  await page.keyboard.press('ArrowUp');
  await expect.poll(() => app.current()).toMatch(/^VirtualService/);

  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('routing');
  await page.keyboard.press('Enter');
  await expect(app.node('VirtualService routing, 1 rule')).toBeVisible();

  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.node(/^VirtualService external-api-routing/)).toBeVisible();
});

test('the keys of the page work in the YAML too', async ({ app, page }) => {
  await app.open();
  const palette = page.getByRole('combobox', { name: 'Search or run' });
  await app.editor.focus();
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(palette).toHaveCount(0);
  await app.editor.focus();
  await page.keyboard.press('ControlOrMeta+Shift+a');
  await expect(page.getByRole('dialog', { name: 'Add a resource' })).toBeVisible();
});

test('a rule is connected to a host from the keyboard', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Add Service Entry' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.canvas.getByRole('group', { name: /^ServiceEntry/ })).toHaveCount(2);
  const before = await app.text();
  await app.node(/^VirtualService/).click();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect.poll(() => app.text()).not.toBe(before);
  await app.undo.click();
  await app.expectText(before);
});

test('every pane is reached by F6 and the dividers move by arrow keys', async ({ app, page }) => {
  await app.open();
  await page.getByRole('separator', { name: 'Width of the form' }).focus();
  const before = await app.form.boundingBox();
  await page.keyboard.press('ArrowLeft');
  await expect.poll(async () => (await app.form.boundingBox())?.width).toBeGreaterThan(before?.width ?? 0);
  await app.canvas.focus();
  const pane = () =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset['pane'] ?? '');
  const visited = new Set<string>();
  for (let step = 0; step < 5; step++) {
    const before = await pane();
    await page.keyboard.press('F6');
    await expect.poll(pane).not.toBe(before);
    visited.add(await pane());
  }
  expect([...visited].toSorted()).toEqual(['canvas', 'drawer', 'inspector', 'rail', 'source']);
});

test('Escape takes back a menu whose code has not come yet', async ({ app, page }) => {
  await app.open();
  let come = () => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  let asked = 0;
  await page.route('**/assets/*.js', async (route) => {
    asked++;
    await late;
    await route.continue();
  });
  await app.node(/^ServiceEntry/).click({ button: 'right' });
  await expect.poll(() => asked).toBeGreaterThan(0);
  await page.keyboard.press('Escape');
  come();
  await page.waitForLoadState('networkidle');
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(app.form.getByRole('heading', { name: 'external-api-entry' })).toBeVisible();
  await app.node(/^ServiceEntry/).click({ button: 'right' });
  await expect(page.getByRole('menu', { name: 'What stands here' })).toBeVisible();
});
