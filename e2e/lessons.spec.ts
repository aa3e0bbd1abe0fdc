import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type App } from './app.ts';

const panel = (page: Page): Locator => page.getByRole('region', { name: 'Lesson', exact: true });
const step = (page: Page, title: string): Locator => panel(page).getByRole('heading', { name: title });
const goals = (page: Page): Locator =>
  panel(page).getByRole('region', { name: 'Goals' }).getByRole('listitem');

/** From the menu to the first step of a lesson. */
async function begin({ page }: App, title: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Lessons…', exact: true }).click();
  await page.getByRole('dialog', { name: 'Lessons' }).getByRole('button', { name: title }).click();
  await expect(panel(page).getByRole('heading', { name: title, level: 2 })).toBeVisible();
}

const press = (page: Page, name: string): Promise<void> =>
  panel(page).getByRole('button', { name, exact: true }).click();

/** From the first step to the one with the trap, each skipped. */
async function toTheTrap(app: App): Promise<void> {
  await begin(app, 'An external host');
  await press(app.page, 'Next');
  await press(app.page, 'Skip');
  await press(app.page, 'Skip');
  await expect(step(app.page, 'Known, and still refused')).toBeVisible();
}

test('a learner works through a lesson, by YAML, on the canvas and in the form', async ({ app, page }) => {
  await app.open();
  await begin(app, 'An external host');
  await expect(app.node(/checkout/).first()).toBeVisible();

  // The first step is read, and its request sent by one press.
  await panel(page)
    .getByRole('button', { name: /^Send https:\/\/rates/ })
    .click();
  await expect(app.drawer.getByRole('combobox', { name: 'URL' })).toHaveValue(
    'https://rates.parcel.example/v1/quote',
  );
  await expect(app.drawer).toContainText('443');
  await press(page, 'Next');

  // The second in the YAML.
  await expect(step(page, 'Let out only what is known')).toBeFocused();
  await expect(goals(page)).toHaveCount(2);
  await expect(goals(page).first()).toContainText('Not met yet');
  await expect(panel(page).getByRole('button', { name: 'Skip' })).toBeVisible();
  await app.rail.getByRole('button', { name: 'File meshwright.config.yaml' }).click();
  await app.caretBehind('ALLOW_ANY');
  for (let key = 0; key < 'ALLOW_ANY'.length; key++) await page.keyboard.press('Backspace');
  await page.keyboard.type('REGISTRY_ONLY');
  await expect(panel(page).getByText('All goals are met.')).toBeVisible();
  await expect(page.getByTestId('lesson-announcement')).toContainText('All goals of this step are met.');
  await press(page, 'Next');

  // The third on the canvas: the ServiceEntry comes from the rail onto the paper, the form says the rest.
  await expect(step(page, 'Introduce the host')).toBeVisible();
  await app.drag(
    await app.point(app.rail.getByRole('button', { name: 'Add Service Entry' })),
    await app.point(app.canvas, [0.85, 0.9]),
  );
  const host = app.form.getByRole('combobox', { name: 'Hosts, 1 of 1' });
  await host.fill('rates.parcel.example');
  await host.press('Enter');
  await expect(panel(page).getByText('All goals are met.')).toBeVisible();
  await press(page, 'Next');

  // The fourth has files of its own, and a trap that is mended in the form. What is missing leads to it.
  await expect(step(page, 'Known, and still refused')).toBeVisible();
  // What the step is about is brought into view.
  await expect(app.node(/parcel-tracking/)).toBeInViewport({ ratio: 0.9 });
  await app.node(/parcel-tracking/).click();
  const protocol = app.form.getByRole('combobox', { name: 'Protocol' });
  await protocol.fill('HTTPS');
  await protocol.press('Enter');
  await expect(panel(page).getByText('All goals are met.')).toBeVisible();
  await press(page, 'Next');
  await press(page, 'Finish');

  await expect(step(page, 'What you have learned')).toBeFocused();
  await expect(panel(page).getByRole('region', { name: 'The trap' })).toContainText('HTTP');
  await expect(panel(page).getByRole('region', { name: 'How it went' })).toContainText(
    '3 of 3 tasks done on your own',
  );
  await expect(panel(page).getByRole('button', { name: 'Next: Policy for the way there' })).toBeVisible();
});

test('the learner’s own workspace is kept, and two lessons are under way at once, over a reload', async ({
  app,
  page,
}) => {
  await app.openMesh('apiVersion: v1\nkind: Namespace\nmetadata: { name: mine }\n', 'mine.yaml');
  const banner = page.getByRole('banner');
  await begin(app, 'An external host');
  await press(page, 'Next');
  await expect(banner).toContainText('An external host');
  await begin(app, 'Policy for the way there');
  await expect(banner).toContainText('Policy for the way there');
  await app.saved();

  await page.reload();
  await expect(panel(page).getByRole('heading', { name: 'Policy for the way there' })).toBeVisible();
  await panel(page).getByRole('button', { name: 'Back to mine' }).click();
  await expect(app.rail.getByRole('button', { name: 'File mine.yaml' })).toBeVisible();
  await expect(panel(page)).toBeHidden();

  await begin(app, 'An external host');
  await expect(panel(page)).toContainText('Step 2 of 5');
  await expect(app.rail.getByRole('list', { name: 'Steps of the lesson' })).toContainText(
    'A call that nobody manages, read',
  );
});

test('hints come one by one, and a step and the lesson can be begun anew', async ({ app, page }) => {
  await app.open();
  await toTheTrap(app);
  await press(page, 'Give me a hint');
  await expect(panel(page).getByRole('region', { name: 'Hints' })).toContainText('port by port');
  await expect(panel(page)).not.toContainText('plain text. A TLS connection');
  await press(page, 'Another hint (1 left)');
  await expect(panel(page)).toContainText('plain text. A TLS connection');

  const before = await app.text();
  await app.caretBehind('parcel-tracking');
  await page.keyboard.type('-mine');
  await expect(app.node(/parcel-tracking-mine/)).toBeVisible();
  await panel(page).getByRole('button', { name: 'More of this lesson' }).click();
  await page.getByRole('menuitem', { name: 'Restart this step' }).click();
  await expect(app.node(/parcel-tracking-mine/)).toBeHidden();
  await expect(panel(page).getByRole('button', { name: 'Give me a hint' })).toBeVisible();
  await app.rail.getByRole('button', { name: 'File carrier.yaml' }).click();
  await expect.poll(() => app.text()).toContain('name: parcel-tracking\n');
  await app.undo.click();
  await expect(app.node(/parcel-tracking-mine/)).toBeVisible();
  expect(before).not.toContain('-mine');

  await panel(page).getByRole('button', { name: 'More of this lesson' }).click();
  await page.getByRole('menuitem', { name: 'Restart the lesson' }).click();
  await expect(panel(page)).toContainText('Step 1 of 5');
  await expect(app.rail.getByRole('button', { name: 'File carrier.yaml' })).toBeHidden();
});

test('what is missing leads to the place in the files', async ({ app, page }) => {
  await app.open();
  await toTheTrap(app);
  await goals(page).first().getByRole('button').click();
  await expect(app.form.getByRole('heading', { name: /parcel|checkout/ })).toBeVisible();
});

test('“show me” plays a solution edit by edit, each an undo step of its own', async ({ app, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.open();
  await toTheTrap(app);
  const before = await app.undo.getAttribute('aria-label');
  await press(page, 'Show me');
  const show = panel(page).getByRole('region', { name: 'Show me' });
  await expect(show).toContainText('lead');
  await expect(show.getByRole('button', { name: 'Play' })).toBeVisible();
  const [next, end] = [
    show.getByRole('button', { name: 'Next edit' }),
    show.getByText('That is a solution.'),
  ];
  for (let edit = 0; edit < 12; edit++) {
    await expect(next.or(end)).toBeVisible();
    if (await end.isVisible()) break;
    await next.click();
  }
  await expect(end).toBeVisible();
  await expect(panel(page).getByText('All goals are met.')).toBeVisible();
  await expect(app.form.getByRole('heading', { name: 'parcel-tracking' })).toBeVisible();
  expect(await app.undo.getAttribute('aria-label')).not.toBe(before);
  await app.undo.click();
  await expect(panel(page).getByText('All goals are met.')).toBeHidden();
});

test('“show me” goes on by itself, and stops', async ({ app, page }) => {
  await app.open();
  await toTheTrap(app);
  await press(page, 'Show me');
  const show = panel(page).getByRole('region', { name: 'Show me' });
  await expect(show).toContainText(/Edit \d+ of/);
  await show.getByRole('button', { name: 'Stop showing' }).click();
  await expect(show).toBeHidden();
});

test('a link opens a lesson at its step, one that cannot be followed says why', async ({
  app,
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/#lesson=external-host/4');
  await expect(step(page, 'Known, and still refused')).toBeVisible();
  await expect(app.node(/parcel-tracking/)).toBeVisible();
  expect(page.url()).not.toContain('#');

  await panel(page).getByRole('button', { name: 'More of this lesson' }).click();
  await page.getByRole('menuitem', { name: 'Copy a link to this step' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('#lesson=external-host/4');

  await page.evaluate(() => (location.hash = '#lesson=external-host/2'));
  await expect(step(page, 'Let out only what is known')).toBeVisible();
  for (const [hash, why] of [
    ['#lesson=no-such-lesson', 'There is no lesson “no-such-lesson”'],
    ['#lesson=external-host/99', 'has 5 steps'],
    ['#lesson=external-host/zero', 'names a step that cannot be'],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(page.getByText(why)).toBeVisible();
  }
  await expect(step(page, 'Let out only what is known')).toBeVisible();
});

test('all of it works by keyboard', async ({ app, page }) => {
  await app.open();
  await begin(app, 'An external host');
  await page.keyboard.press('Control+Shift+l');
  await expect(panel(page)).toBeHidden();
  await page.keyboard.press('Control+Shift+l');
  await expect(step(page, 'A call that nobody manages')).toBeFocused();
  await page.keyboard.press('n');
  await expect(step(page, 'Let out only what is known')).toBeFocused();
  await page.keyboard.press('h');
  await expect(panel(page).getByRole('region', { name: 'Hints' })).toContainText('list of files');
  await page.keyboard.press('b');
  await expect(step(page, 'A call that nobody manages')).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing in the list and the panel', async ({ app, page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await app.open();
      await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole('menuitem', { name: 'Lessons…', exact: true }).click();
      await expect(page.getByRole('list', { name: 'Lessons' })).toBeVisible();
      expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
      await page.keyboard.press('Escape');
      await page.evaluate(() => (location.hash = '#lesson=external-host/4'));
      await expect(goals(page).first()).toContainText('Not met yet');
      await press(page, 'Give me a hint');
      await press(page, 'Show me');
      await expect(panel(page).getByRole('region', { name: 'Show me' })).toContainText('lead');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await press(page, 'Skip');
      await press(page, 'Finish');
      const end = await new AxeBuilder({ page }).include('[data-pane=lesson]').analyze();
      expect(end.violations).toEqual([]);
    });
  });
}

for (const [width, height] of [
  [1280, 800],
  [800, 900],
  [600, 900],
] as const) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height } });

    test('a lesson has its place beside or under the canvas', async ({ app, page }) => {
      await page.goto('/#lesson=external-host/2');
      await expect(step(page, 'Let out only what is known')).toBeVisible();
      if (width > 720) await expect(app.canvas).toBeVisible();
      await press(page, 'Skip');
      await expect(step(page, 'Introduce the host')).toBeVisible();
      const found = await new AxeBuilder({ page }).analyze();
      expect(found.violations).toEqual([]);
    });
  });
}
