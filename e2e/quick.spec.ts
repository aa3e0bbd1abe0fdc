import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { Send } from './send.ts';
import { SHOP } from './shop.ts';

/** The page as on a slow machine: its next frame comes long after the next keys. */
const slowFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const frame = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) =>
      frame(() => void setTimeout(() => callback(performance.now()), 400));
  });

/** Presses keys and writes words, as fast as it goes. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys)
    await (/^(\w|\w+\+.+|Enter|Escape|Delete|F\d|Arrow\w+|\/)$/.test(key)
      ? page.keyboard.press(key)
      : page.keyboard.type(key));
}

/** What is fetched from now on comes only when it is let. */
async function hold(page: Page): Promise<() => Promise<void>> {
  let come = () => {};
  const late = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await late;
    await route.continue();
  });
  return async () => {
    come();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('who types at once is understood: in dialogs, menus, fields and panes that take the keyboard late', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  await slowFrames(page);
  const inRail = app.rail.getByRole('button', { name: /^Destination Rule orders-rule/ });
  await inRail.focus();
  await press(page, 'F2', 'fleet', 'Enter');
  await expect(app.resource('fleet')).toBeFocused();
  await press(page, 'F2', 'orders-rule', 'Enter');
  await expect(inRail).toBeFocused();
  await app.expectText(SHOP);

  await app.goTo('/books*');
  await press(page, 'c', 'stock', 'Enter');
  await expect(app.line(/^orders routes to stock/)).toBeAttached();
  await app.undo.click();
  await app.goTo('stock');
  await press(page, 'a', 'des', 'Enter');
  await expect(app.node(/^DestinationRule stock-rule/)).toBeVisible();
  await app.undo.click();
  await app.expectText(SHOP);

  // From the picture to the field of the form that is meant.
  await app.goTo('next');
  await press(page, 'Enter', 'ControlOrMeta+a', 'newest', 'Enter');
  await expect.poll(() => app.text()).toContain('subset: newest');
  await app.undo.click();
  await app.expectText(SHOP);

  // By the palette into another pane, and on.
  const palette = page.getByRole('combobox', { name: 'Search or run' });
  await press(page, 'ControlOrMeta+k', 'go to the canvas');
  await expect(palette).toHaveValue('go to the canvas');
  await press(page, 'Enter', '/', 'front', 'Enter');
  await expect.poll(() => app.current()).toMatch(/^Gateway front/);
  await press(page, 'Escape', 'ControlOrMeta+k', 'go to the yaml');
  await expect(palette).toHaveValue('go to the yaml');
  await press(page, 'Enter', 'ControlOrMeta+Home', '# quick ');
  await expect.poll(() => app.text()).toBe(`# quick ${SHOP}`);
});

test('what is on its way takes the letters meant for it, and Escape takes it back', async ({ app, page }) => {
  await app.openMesh(SHOP);
  const come = await hold(page);
  await app.node(/^VirtualService orders/).click();
  await press(page, '/', 'front', 'Escape', 'F2', 'ControlOrMeta+a', 'routes', 'Enter');
  await expect(app.node(/^VirtualService routes/)).toBeVisible();
  await press(page, 'ControlOrMeta+z', '/', 'next', 'Enter');
  await come();
  await expect.poll(() => app.current()).toMatch(/^next/);
  await expect(page.getByRole('textbox', { name: 'Find on the canvas' })).toBeFocused();
  await app.expectText(SHOP);
});

test('after the last of a list is deleted the keyboard is at what stands there now', async ({
  app,
  page,
}) => {
  await app.openMesh(SHOP);
  await slowFrames(page);
  await app.rail.getByRole('button', { name: /^Service stock/ }).focus();
  await press(page, 'Delete');
  await expect(app.node(/^Service stock/)).toHaveCount(0);
  await press(page, 'ArrowUp');
  await expect(app.rail.locator('[data-section=resources] :focus')).toBeVisible();
});

test('the URL is typed while “Send a request” is on its way', async ({ app, page }) => {
  const send = new Send(app, page);
  await app.openMesh(SHOP);
  const come = await hold(page);
  await app.canvas.focus();
  await press(page, 'ControlOrMeta+Shift+x', 'tail');
  await come();
  await expect(send.url).toBeFocused();
  await expect(send.url).toHaveValue(/tail/);
  await app.expectText(SHOP);
});
