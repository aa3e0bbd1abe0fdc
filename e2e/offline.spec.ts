import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { App, expect, test } from './app.ts';
import { StaticHost } from './host.ts';
import { Send } from './send.ts';

// The page's own service worker at work; and hosts that are not this test run's own.
test.use({
  serviceWorkers: 'allow',
  launchOptions: async ({ launchOptions }, use) => {
    // A name for this machine that browsers do not trust as they trust localhost.
    const args = [...(launchOptions.args ?? []), '--host-resolver-rules=MAP class.test 127.0.0.1'];
    await use({ ...launchOptions, args });
  },
});

/** Opens the page at an address and waits for picture and editor. */
async function open(page: Page, address: string): Promise<App> {
  const app = new App(page);
  await page.goto(address);
  // A first visit fetches the build twice: for the page, and to keep it.
  await expect(app.canvas.getByRole('group').first()).toBeVisible({ timeout: 30_000 });
  await expect(app.editor).toBeAttached({ timeout: 30_000 });
  return app;
}

/** What the page says about itself of work without a network. */
async function about(page: Page): Promise<ReturnType<Page['getByRole']>> {
  await page.keyboard.press('F1');
  return page.getByRole('dialog', { name: 'About Meshwright' });
}

async function untilReady(page: Page): Promise<void> {
  await expect(await about(page)).toContainText('Ready: the page is kept in this browser', {
    timeout: 30_000,
  });
  await page.keyboard.press('Escape');
}

const notice = (page: Page) =>
  page.getByRole('region', { name: 'Notices' }).getByText('A new version is ready');

/** axe finds nothing there, in both themes. */
async function accessible(page: Page, place: string): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
    expect((await new AxeBuilder({ page }).include(place).analyze()).violations).toEqual([]);
  }
}

async function beginLesson(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Lessons…', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Lessons' })
    .getByRole('button', { name: 'An external host' })
    .click();
}

test('after one visit, in a folder of any host, everything works with the network cut', async ({
  page,
  context,
}) => {
  const host = await StaticHost.start('/some/sub/path/');
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  await untilReady((await open(page, host.address())).page);
  await host.cut();
  await context.setOffline(true);

  const app = await open(page, host.address());
  // Completion and help on hover: the editor with its worker.
  await app.caretBehind('    rewrit');
  await page.keyboard.press('ControlOrMeta+ ');
  await expect(app.yaml.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');

  // A request goes its way: the engine in its worker, with RE2.
  const send = new Send(app, page);
  await send.open();
  await send.send('http://api.example.com/');
  await expect(send.steps).toBeVisible();

  // A lesson, and its goals checked by another worker.
  await beginLesson(page);
  const lesson = page.getByRole('region', { name: 'Lesson', exact: true });
  await lesson.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(lesson.getByRole('region', { name: 'Goals' }).getByRole('listitem').first()).toContainText(
    'Not met yet',
  );
  expect(await page.evaluate(() => navigator.onLine)).toBe(false);
  expect(faults).toEqual([]);
  await host.end();
});

test('a new version is offered, not in a lesson, and taken page by page', async ({ page, context }) => {
  // Three visits, each of which fetches or looks after the whole build in the background.
  test.slow();
  const host = await StaticHost.start();
  const version = (of: Page) => of.locator('html').getAttribute('data-version');
  const app = await open(page, host.address());
  await untilReady(page);
  // Work of this page's own, so that it comes back to it and not to what was used last.
  await app.editor.focus();
  await page.keyboard.type('# mine');
  await page.keyboard.press('Enter');
  await app.saved();
  const learner = await context.newPage();
  await open(learner, host.address());
  await beginLesson(learner);
  await expect(learner.getByRole('region', { name: 'Lesson', exact: true })).toBeVisible();

  host.deploy('next');
  // A page that is opened has the browser look for a newer one; it opens with what is kept all the same.
  await page.reload();
  await expect(notice(page)).toBeVisible({ timeout: 30_000 });
  await expect(app.yaml).toContainText('# mine');
  expect(await version(page)).toBeNull();
  await accessible(page, 'section[aria-label=Notices]');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(notice(page)).toBeHidden();
  await expect(await about(page)).toContainText('A new version is ready');
  await expect(notice(learner)).toBeHidden();

  await page.getByRole('button', { name: 'Reload with the new version' }).click();
  await expect.poll(() => version(page), { timeout: 30_000 }).toBe('next');
  await expect(notice(page)).toBeHidden();

  // The learner goes on undisturbed, also with what their version has not loaded yet.
  expect(await version(learner)).toBeNull();
  await learner.keyboard.press('?');
  await expect(learner.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await learner.keyboard.press('Escape');
  // Of the page itself; what lies beside it, as packs of lessons, has a cache of its own.
  const kept = () =>
    page.evaluate(async () => (await caches.keys()).filter((name) => !name.endsWith(' beside')).length);
  await expect.poll(kept).toBe(2);

  // With nobody left on it, the old version goes.
  await learner.close();
  await page.reload();
  await expect.poll(kept, { timeout: 30_000 }).toBe(1);
  expect(await version(page)).toBe('next');
  await host.end();
});

test('the browser’s offer to install the page is a command', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'About Meshwright' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Install as an app…' })).toBeHidden();
  await page.keyboard.press('Escape');
  const asked = page.evaluate(
    () =>
      new Promise((resolve) => {
        const offer = new Event('beforeinstallprompt', { cancelable: true });
        dispatchEvent(Object.assign(offer, { prompt: async () => resolve('asked') }));
      }),
  );
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Install as an app…' }).click();
  expect(await asked).toBe('asked');
});

test('over plain http:// on a class network the page says once what the browser withholds, and goes round it', async ({
  page,
}) => {
  const host = await StaticHost.start();
  const app = await open(page, host.address('class.test'));
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  await expect(await about(page)).toContainText('takes https://, or localhost');
  await page.keyboard.press('Escape');

  await app.export('Copy this file');
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('copied');
  // What is on the clipboard comes back by the keys that every page has.
  await page.getByRole('button', { name: 'Open…' }).click();
  const text = page.getByRole('dialog', { name: 'Open' }).getByRole('textbox', { name: 'Text' });
  await text.focus();
  await page.keyboard.press('ControlOrMeta+v');
  await expect(text).toHaveValue(/apiVersion: networking\.istio\.io/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Lessons…', exact: true }).click();
  const lessons = page.getByRole('dialog', { name: 'Lessons' });
  const note = lessons.getByRole('complementary', { name: 'About this address' });
  await expect(note).toContainText('http://localhost');
  await accessible(page, '[role=dialog]');
  await note.getByRole('button', { name: 'Understood' }).click();
  await expect(note).toBeHidden();
  await lessons.getByRole('button', { name: 'An external host' }).click();
  await expect(page.getByRole('region', { name: 'Lesson', exact: true })).toBeVisible();
  await host.end();
});
