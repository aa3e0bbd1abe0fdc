import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './app.ts';
import { findIn } from './find.ts';

const editor = (page: Page): Locator => page.getByRole('textbox', { name: /^Text of the lesson/ });
const check = (page: Page): Locator => page.getByRole('region', { name: 'Goal check' });
const preview = (page: Page): Locator => page.getByRole('region', { name: 'Preview' });
const lessons = (page: Page): Locator => page.getByRole('list', { name: 'Lessons of the pack' });
const bar = (page: Page): Locator => page.getByRole('region', { name: 'Writing a lesson' });
const saved = (page: Page) => expect(page.getByText('saved in this browser')).toBeVisible();

const RATES = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: { name: rates, namespace: shop }
spec:
  hosts: [rates.example]
  resolution: DNS
  ports: [{ number: 443, name: tls, protocol: TLS }]
`;

/** From the menu of the workspace to a new lesson. */
async function newLesson({ page }: App, title: string, from: 'An example' | 'Nothing'): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Write lessons…' }).click();
  await page.getByRole('button', { name: 'New lesson…' }).click();
  const dialog = page.getByRole('dialog', { name: 'New lesson' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
  await dialog.getByRole('button', { name: from }).click();
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(editor(page)).toBeAttached();
}

/** Finds a text in the editor: it is selected then, and what is typed takes its place. */
const select = (page: Page, text: string): Promise<void> => findIn(editor(page), text);

test('a lesson is written: a mistake shows at its line, the preview follows, and undo takes it back', async ({
  app,
  page,
}) => {
  await app.open();
  await newLesson(app, 'A timeout', 'An example');
  await expect(check(page).getByText('All steps can be taught')).toBeVisible();
  await expect(preview(page).getByRole('heading', { name: 'Look first' })).toBeVisible();

  // The caret leads the preview, and the outline the caret.
  await page
    .getByRole('list', { name: 'Steps of the lesson' })
    .getByRole('button', { name: /Wait three/ })
    .click();
  await expect(preview(page).getByRole('heading', { name: 'Wait three seconds' })).toBeVisible();
  await expect(preview(page).getByRole('listitem').first()).toContainText('Not met yet');
  await preview(page).getByRole('button', { name: 'Solved' }).click();
  await expect(preview(page).getByText('All goals are met.')).toBeVisible();

  await select(page, 'outcome: forward');
  await page.keyboard.insertText('outcom: forward');
  const finding = check(page).getByRole('button', { name: /^Line \d+ .*outcom/ });
  await expect(finding).toBeVisible();
  await expect(check(page).getByText('All steps can be taught')).toBeHidden();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(finding).toBeHidden();
  await expect(check(page).getByText('All steps can be taught')).toBeVisible();

  // A solution that does not reach the goal, and one with an error: both are told of at their lines.
  await select(page, '- timeout: 3s');
  await page.keyboard.insertText('- timeout: 4s');
  await expect(check(page).getByRole('button', { name: /^Line 39 .*does not meet/ })).toBeVisible();
  await expect(
    lessons(page)
      .getByRole('button', { name: /^A timeout/ })
      .first(),
  ).toContainText('to mend');
  await saved(page);

  // All of it is there again, after a reload, at its place.
  await page.reload();
  await expect(check(page).getByRole('button', { name: /^Line 39 .*does not meet/ })).toBeVisible();
  await expect(preview(page).getByRole('heading', { name: 'Wait three seconds' })).toBeVisible();
});

test('states come from the canvas: the step is tried, solved there, and taken back into the lesson', async ({
  app,
  page,
}) => {
  await app.openMesh(
    'apiVersion: v1\nkind: Service\nmetadata: { name: cart, namespace: shop }\nspec:\n  ports: [{ name: http, port: 80 }]\n',
    'cart.yaml',
  );
  await newLesson(app, 'Ours', 'Nothing');
  await page.getByRole('button', { name: 'States of this step' }).click();
  await page.getByRole('menuitem', { name: /^Take “.*” as this step’s start$/ }).click();
  await expect(page.getByText('Taken as start')).toBeVisible();
  await select(page, 'What to look at, and what to do.');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.insertText('\n\n```yaml goals\n- resource: ServiceEntry/shop/rates\n```\n');
  await expect(check(page).getByText(/goals but no solution/)).toBeVisible();

  // As a learner, in a workspace of its own.
  await page.getByRole('button', { name: 'Try this step' }).click();
  const panel = page.getByRole('region', { name: 'Lesson', exact: true });
  await expect(panel.getByRole('heading', { name: 'The first step' })).toBeVisible();
  await expect(bar(page)).toContainText('Writing Ours, step 1: The first step');
  await app.openFiles('Keep, and add', [{ name: 'rates.yaml', text: RATES }]);
  await expect(panel.getByText('All goals are met.', { exact: true })).toBeVisible();
  await bar(page).getByRole('button', { name: 'Take as solution' }).click();
  await expect(page.getByText('Taken as solution')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Back to writing' }).click();
  await expect(check(page).getByText('All steps can be taught')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo: Take the workspace as solution' })).toBeVisible();

  // Back among workspaces, the author's own is as it was.
  await page.getByRole('button', { name: 'Back to the workspace' }).click();
  await expect(panel).toBeVisible();
  await panel.getByRole('button', { name: /^Back to / }).click();
  await expect(app.rail.getByRole('button', { name: 'File cart.yaml' })).toBeVisible();
  expect(await app.text()).not.toContain('ServiceEntry');
});

test('a pack is made of several lessons, handed out as one file, and imported again', async ({
  app,
  page,
}) => {
  await app.open();
  await newLesson(app, 'Second', 'An example');
  await page.getByRole('button', { name: 'Add a lesson' }).click();
  await page.getByRole('menuitem', { name: 'Borrow one of the course…' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^An external host/ })
    .click();
  const first = lessons(page)
    .getByRole('button', { name: /^An external host/ })
    .first();
  // The dialog gives the keyboard back as it goes.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await first.press('Alt+ArrowUp');
  await expect(
    lessons(page)
      .getByRole('button', { name: /^(Second|An external host)/ })
      .first(),
  ).toContainText('An external host');
  await expect(check(page).getByText('All steps can be taught')).toBeVisible();

  await page.getByRole('button', { name: 'More of Second' }).click();
  await page.getByRole('menuitem', { name: 'Rename…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rename the lesson' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('How long a call waits');
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(lessons(page)).toContainText('How long a call waits');
  await page.getByRole('button', { name: /^Pack: / }).click();
  await page.getByRole('menuitem', { name: 'Rename this pack…' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill('Day one');
  await page.keyboard.press('Enter');

  await page.getByRole('button', { name: 'Export lessons' }).click();
  const downloading = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download the pack (.zip)' }).click();
  const file = await downloading;
  expect(file.suggestedFilename()).toBe('Day-one.zip');

  // The same by a link, to whoever has none of it.
  await page.getByRole('button', { name: 'Export lessons' }).click();
  await page.getByRole('menuitem', { name: 'Copy a link to the pack' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate((to) => (location.hash = new URL(to).hash), link);
  const list = page.getByRole('dialog', { name: 'Lessons' });
  await expect(list.getByRole('button', { name: /How long a call waits/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await bar(page).getByRole('button', { name: 'Back to writing' }).click();

  await page.getByRole('button', { name: 'Pack: Day one' }).click();
  await page.getByRole('menuitem', { name: 'New pack' }).click();
  await expect(page.getByRole('heading', { name: 'Teach with lessons of your own' })).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Import a pack or lessons…' }).click();
  await (
    await chooser
  ).setFiles({
    name: 'Day-one.zip',
    mimeType: 'application/zip',
    buffer: readFileSync(await file.path()),
  });
  await expect(page.getByRole('button', { name: 'Pack: Day one' })).toBeVisible();
  await expect(lessons(page)).toContainText('How long a call waits');
});

test('two tabs on one pack: the later one says so and overwrites nothing', async ({ app, page, context }) => {
  await app.open();
  await newLesson(app, 'Shared', 'Nothing');
  await saved(page);
  const other = await context.newPage();
  await other.goto('/');
  await other.getByRole('button', { name: 'More', exact: true }).click();
  await other.getByRole('menuitem', { name: 'Write lessons…' }).click();
  await expect(lessons(other)).toContainText('Shared');
  await select(other, 'The first step');
  await other.keyboard.insertText('The other tab');
  await saved(other);
  const alert = page.getByRole('alert').filter({ hasText: 'Another tab' });
  await expect(alert).toContainText('What you see here is older');
  await alert.getByRole('button', { name: 'Show the other tab’s' }).click();
  await expect(page.getByRole('list', { name: 'Steps of the lesson' })).toContainText('The other tab');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing where lessons are written', async ({ app, page }) => {
      await app.open();
      await newLesson(app, 'A timeout', 'An example');
      await select(page, 'outcome: forward');
      await page.keyboard.insertText('outcom: forward');
      await expect(check(page).getByRole('button', { name: /outcom/ })).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.getByRole('button', { name: 'Try this step' }).click();
      await expect(bar(page)).toContainText('A timeout');
      const found = await new AxeBuilder({ page }).include('[aria-label="Writing a lesson"]').analyze();
      expect(found.violations).toEqual([]);
    });
  });
}
