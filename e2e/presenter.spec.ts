import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';

const bar = (page: Page): Locator => page.getByRole('region', { name: 'Presentation' });
const lesson = (page: Page): Locator => page.getByRole('region', { name: 'Lesson', exact: true });
const pane = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Opens the page by a link that presents a lesson's step. */
async function presentLink(page: Page, step: string): Promise<void> {
  await page.goto(`/#lesson=${step}&present`);
  await expect(page.getByRole('application', { name: 'Picture of the mesh' })).toBeVisible();
  await expect(bar(page)).toBeVisible();
}

/** The size of text as it is on the screen. */
const sizeOf = (words: Locator): Promise<number> =>
  words.evaluate((element) => element.getBoundingClientRect().height);

test('a link presents a lesson at its step; clicker, panes, laser and size go by keys, and Escape leaves', async ({
  app,
  page,
}) => {
  await presentLink(page, 'external-host/2');
  const heading = (title: string) => lesson(page).getByRole('heading', { name: title });
  await expect(heading('Let out only what is known')).toBeVisible();
  await expect(bar(page)).toContainText('2 of 5');
  await expect(page.getByRole('banner')).toBeHidden();
  await expect(page.getByRole('toolbar', { name: 'Canvas tools' })).toBeHidden();
  expect(page.url()).not.toContain('#');

  // A clicker sends Page Down and Page Up, wherever the keyboard is; arrows work where nothing else takes them.
  await app.canvas.focus();
  await page.keyboard.press('PageDown');
  await expect(heading('Introduce the host')).toBeVisible();
  await expect(bar(page)).toContainText('3 of 5');
  await page.keyboard.press('PageUp');
  await expect(heading('Let out only what is known')).toBeVisible();
  await bar(page).getByRole('button', { name: 'Next', exact: true }).click();
  await page.keyboard.press('ArrowRight');
  await expect(heading('Known, and still refused')).toBeVisible();

  // One pane or two, by a digit. The editor's text is large, and the clicker works from inside it, too.
  await page.keyboard.press('3');
  await expect(lesson(page)).toBeHidden();
  await app.editor.focus();
  await expect(app.editor).toBeFocused();
  const line = app.yaml.locator('.view-line').first();
  await expect.poll(() => sizeOf(line)).toBe(30);
  await page.keyboard.press('PageDown');
  await expect(bar(page)).toContainText('5 of 5');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Equal');
  await expect.poll(() => sizeOf(line)).toBe(35);
  await page.keyboard.press('1');
  await expect(app.yaml).toBeHidden();

  // What another command leads to comes beside the picture.
  await page.keyboard.press('ControlOrMeta+Shift+x');
  await expect(pane(page, 'Problems').getByRole('combobox', { name: 'URL' })).toBeFocused();
  await expect(app.canvas).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('2');
  await expect(heading('Why bother where everything is let out?')).toBeVisible();

  const laser = page.getByTestId('laser');
  await page.keyboard.press('l');
  await page.mouse.move(500, 300);
  await expect(laser).toBeVisible();
  await expect.poll(() => app.point(laser)).toEqual({ x: 500, y: 300 });
  await page.keyboard.press('l');
  await expect(laser).toBeHidden();

  await page.keyboard.press('.');
  const dark = page.getByRole('button', { name: 'The screen is dark. Light it again' });
  await expect(dark).toBeVisible();
  await page.keyboard.press('PageDown');
  await expect(dark).toBeHidden();
  await expect(bar(page)).toContainText('5 of 5');

  // A reload goes on; Escape puts everything back.
  await app.page.reload();
  await expect(bar(page)).toBeVisible();
  await expect(heading('Why bother where everything is let out?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(app.form).toBeVisible();
  await expect(app.rail).toBeVisible();
  await expect.poll(() => sizeOf(app.yaml.locator('.view-line').first())).toBe(20);
});

test('notes stand in a second window, in step with the projector, and steer it', async ({
  page,
  context,
}) => {
  await presentLink(page, 'external-host/3');
  await expect(lesson(page).getByRole('heading', { name: 'Introduce the host' })).toBeVisible();
  await expect(page.getByText('Have one learner leave')).toBeHidden();
  const opened = context.waitForEvent('page');
  await bar(page).getByRole('button', { name: 'Notes in a second window' }).click();
  const notes = await opened;
  await expect(notes.getByRole('heading', { name: 'Introduce the host' })).toBeVisible();
  await expect(notes.getByText('Have one learner leave')).toBeVisible();
  await expect(notes.getByRole('region', { name: 'Next' })).toContainText('Known, and still refused');
  await expect(notes.getByRole('region', { name: 'Time' })).toContainText(/of \d+ planned: \d+ minutes left/);
  const goals = notes.getByRole('region', { name: 'Goals' });
  await expect(goals).toContainText('not met');
  await expect(goals).not.toContainText('being checked');
  for (const colorScheme of ['light', 'dark'] as const) {
    await notes.emulateMedia({ colorScheme });
    await notes.reload();
    await expect(notes.locator('html')).toHaveAttribute('data-theme', colorScheme);
    await expect(goals).toContainText('not met');
    expect((await new AxeBuilder({ page: notes }).analyze()).violations).toEqual([]);
  }

  await notes.getByRole('button', { name: 'Next' }).click();
  await expect(lesson(page).getByRole('heading', { name: 'Known, and still refused' })).toBeVisible();
  await expect(notes.getByRole('heading', { name: 'Known, and still refused' })).toBeVisible();
  await notes.keyboard.press('PageUp');
  await expect(lesson(page).getByRole('heading', { name: 'Introduce the host' })).toBeVisible();
  await notes.getByRole('button', { name: 'Dark screen' }).click();
  await expect(page.getByRole('button', { name: /^The screen is dark/ })).toBeVisible();
  await expect(notes.getByRole('button', { name: 'Dark screen' })).toHaveAttribute('aria-pressed', 'true');
  await notes.getByRole('button', { name: 'Dark screen' }).click();

  await page.bringToFront();
  await page.keyboard.press('Escape');
  await expect(notes.getByRole('alert')).toContainText('The presentation has ended.');
  await page.keyboard.press('Alt+p');
  await expect(notes.getByRole('alert')).toBeHidden();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('one’s own files are presented too, resource by resource; a blocker of pop-ups is got round', async ({
      app,
      page,
    }) => {
      // As a blocker does.
      await page.addInitScript(() => (window.open = () => null));
      await app.open();
      await app.canvas.focus();
      await expect(app.canvas).toBeFocused();
      await page.keyboard.press('Alt+p');
      await expect(bar(page)).toBeVisible();
      await page.keyboard.press('4');
      await page.keyboard.press('PageDown');
      await expect(bar(page)).toContainText(/1 of \d+/);
      await page.keyboard.press('PageDown');
      await expect(bar(page)).toContainText(/2 of \d+/);
      await expect(app.form.getByRole('heading').first()).toBeVisible();
      await expect(page.locator('html')).toHaveAttribute('data-theme', colorScheme);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

      await page.keyboard.press('Shift+N');
      const dialog = page.getByRole('dialog', { name: 'The notes window was kept from opening' });
      await expect(dialog.getByRole('link', { name: 'Open the notes' })).toHaveAttribute(
        'href',
        /#notes=\w+$/,
      );
      // Escape closes what is open first.
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await expect(bar(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(bar(page)).toBeHidden();
      await expect(page.getByRole('banner')).toBeVisible();
    });
  });
}
