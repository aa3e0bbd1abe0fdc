import type { Page } from '@playwright/test';
import { App, expect, test } from './app.ts';

const WORDS = 'maxConnections: 30';

/** The browser refuses to store anything while `full` says so, as it does where the disk is full. */
function fillable(): void {
  const state = { full: false };
  Object.assign(window, { disk: state });
  // oxlint-disable-next-line typescript/unbound-method -- it is given its own `this` below
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    // Found out while the work is under way: all of the transaction fails, and tells why.
    if (state.full) this.transaction.abort();
    return request;
  };
  Object.defineProperty(IDBTransaction.prototype, 'error', {
    get: () => (state.full ? new DOMException('The disk is full', 'QuotaExceededError') : null),
  });
}

const setFull = (page: Page, full: boolean) =>
  page.evaluate((full) => Object.assign((window as unknown as { disk: object }).disk, { full }), full);

const notices = (page: Page) => page.getByRole('region', { name: 'Notices' });

/** The same page in another tab of the same browser. */
async function secondTab(app: App): Promise<App> {
  const other = new App(await app.page.context().newPage());
  await other.page.goto('/');
  await expect(other.editor).toBeAttached();
  return other;
}

/** A key that is saved, and one for which there is no room any more. */
async function typeAsItFills(app: App): Promise<void> {
  const { page } = app;
  await page.addInitScript(fillable);
  await app.open();
  await app.caretBehind(WORDS);
  await page.keyboard.type('1');
  await app.saved();
  await setFull(page, true);
  await page.keyboard.type('2');
}

test('a page that crashes in the midst of typing comes back with what was saved, and goes on', async ({
  app,
  page,
  context,
}) => {
  await app.open();
  await app.caretBehind(WORDS);
  await page.keyboard.type('7');
  await expect(app.node(/^DestinationRule/)).toContainText('307 conns');
  await app.saved();
  await page.keyboard.type('5');
  const cdp = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  cdp.send('Page.crash').catch(() => {}); // nobody is left to answer
  await crashed;

  // Whether the last key was saved is up to the moment; nothing before it is lost, and nothing is half.
  const again = await secondTab(app);
  await expect(again.node(/^DestinationRule/)).toContainText(/3075? conns/);
  await expect(notices(again.page)).not.toContainText('damaged');
  await again.node(/^DestinationRule/).click();
  await again.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
  await again.saved();
});

test('two tabs that change one workspace keep both versions until somebody chooses', async ({
  app,
  page,
}) => {
  await app.open();
  const other = await secondTab(app);
  await other.caretBehind(WORDS);
  await other.page.keyboard.type('1');
  await other.saved();
  await expect(notices(page)).toContainText('What you see here is older');

  // Without a look at that, this tab is changed too.
  await app.caretBehind(WORDS);
  await page.keyboard.type('2');
  await expect(notices(page)).toContainText('Another tab has saved other changes to this workspace');
  await expect(page.getByRole('banner')).toContainText('could not be saved');
  const open = async () => {
    await page.getByRole('banner').getByRole('button', { name: 'Workspaces' }).click();
    await page.getByRole('menuitem', { name: 'Workspaces…' }).click();
    return page.getByRole('dialog', { name: 'Workspaces' });
  };
  const beside = 'Open payments-egress (from another tab)';
  await expect((await open()).getByRole('button', { name: beside })).toBeVisible();
  await page.keyboard.press('Escape');

  await notices(page).getByRole('button', { name: 'Keep what is here' }).click();
  await app.saved();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Restore points…' }).click();
  const points = page.getByRole('dialog', { name: 'Restore points' });
  await points.getByRole('button', { name: /^As another tab had saved it/ }).click();
  const change = points.getByRole('region', { name: 'What restoring changes' });
  await expect(change).toContainText('maxConnections: 301');
  await expect(change).toContainText('maxConnections: 302');
  await points.getByRole('button', { name: 'Restore', exact: true }).click();
  await expect(app.node(/^DestinationRule/)).toContainText('301 conns');
});

test('full storage is told with the ways out, nothing half is stored, and all is saved when there is room', async ({
  app,
  page,
}) => {
  await typeAsItFills(app);
  const notice = notices(page).getByRole('alert');
  await expect(notice).toContainText('Your work could not be saved');
  await expect(notice).toContainText("The browser's storage for this site is full");
  await expect(page.getByRole('banner')).toContainText('could not be saved');
  const zip = page.waitForEvent('download');
  await notice.getByRole('button', { name: 'Download all files' }).click();
  expect((await zip).suggestedFilename()).toBe('payments-egress.zip');

  // Another tab finds the last whole save, not half of the one that failed.
  const other = await secondTab(app);
  await expect(other.node(/^DestinationRule/)).toContainText('301 conns');
  await other.page.close();

  await setFull(page, false);
  const again = notice.getByRole('button', { name: 'Try again' });
  await expect(async () => {
    // It is tried by itself, too: the button may go before it is pressed.
    if (await again.isVisible()) await again.click({ timeout: 3000 });
    await expect(page.getByRole('banner')).toContainText('saved in this browser', { timeout: 3000 });
  }).toPass();
  await expect(notice).toBeEmpty();
  await page.reload();
  await expect(app.node(/^DestinationRule/)).toContainText('3012 conns');
});

for (const [how, block] of [
  ['is not there', () => Object.defineProperty(window, 'indexedDB', { value: undefined })],
  [
    'throws',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('The user denied permission', 'SecurityError');
      };
    },
  ],
] as const) {
  test(`storage that ${how} leaves a page that works, and says that nothing is kept`, async ({
    app,
    page,
  }) => {
    await page.addInitScript(block);
    await app.open();
    await expect(notices(page)).toContainText('Your work is not kept in this browser');
    await expect(notices(page)).toContainText('Download your files before you close the tab.');
    await app.node(/^DestinationRule/).click();
    await app.form.getByRole('textbox', { name: 'Max connections' }).fill('64');
    await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
    await expect(notices(page).getByRole('alert')).toContainText('Your work could not be saved');

    // The browser asks before it throws that away.
    const asked = page.waitForEvent('dialog');
    const leaving = page.evaluate(() => setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
    await leaving;
    await expect(app.node(/^DestinationRule/)).toContainText('64 conns');
  });
}

test('what a page kept while it went away comes back, though it is all that is left of it', async ({
  app,
  page,
}) => {
  await typeAsItFills(app);
  await expect(notices(page)).toContainText('Your work could not be saved');
  // The person goes all the same.
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(app.node(/^DestinationRule/)).toContainText('3012 conns');
  await app.caretBehind('maxConnections: 3012');
  await page.keyboard.press('Backspace');
  await app.saved();
  await page.reload();
  await expect(app.node(/^DestinationRule/)).toContainText('301 conns');
});
