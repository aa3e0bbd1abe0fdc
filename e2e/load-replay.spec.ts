import { expect, test } from './app.ts';
import { LOAD_MESH } from './load-mesh.ts';

/** As the load lab's mesh, with an outlier detection that may eject one of three. */
const EJECTS = LOAD_MESH.replace(
  'baseEjectionTime: 10s',
  'baseEjectionTime: 10s\n      maxEjectionPercent: 50',
);

test('a moment of the load on the canvas: an endpoint goes, with its countdown, and comes back', async ({
  app,
  page,
}) => {
  await app.openMesh(EJECTS, 'api.yaml');
  await app.drawer.getByRole('tab', { name: 'Load lab' }).click();
  const tab = app.drawer.getByRole('tabpanel', { name: 'Load lab' });
  await expect(tab.getByRole('status', { name: 'Result' })).toContainText('answered well');
  const slider = tab.getByRole('slider', { name: 'Time' });
  const replay = page.getByTestId('replay');
  const first = page.locator('[data-endpoint="10.0.0.1"]');
  const second = page.locator('[data-endpoint="10.0.0.2"]');

  await test.step('nothing is drawn before a time is chosen', async () => {
    await expect(slider).toHaveAttribute('aria-valuetext', 'Not on the canvas');
    await expect(replay).toHaveCount(0);
  });

  await test.step('the keyboard moves the time, and is told what there is', async () => {
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(slider).toHaveAttribute('aria-valuetext', /^At 0\.\d s: \d+ requests a second/);
    await expect(replay.locator('path')).not.toHaveCount(0);
    await expect(first).toHaveAttribute('data-state', 'answering');
  });

  await test.step('while it is out it is grey, its line is gone, and its countdown goes down', async () => {
    const why = tab.getByRole('list', { name: 'Causes and suggestions' });
    await why
      .getByRole('button', { name: /10\.0\.0\.1 is ejected/ })
      .first()
      .click();
    await expect(slider).toHaveAttribute('aria-valuetext', /10\.0\.0\.1 ejected for another \d+ s/);
    await expect(first).toHaveAttribute('data-state', 'ejected');
    await expect(first).toContainText(/out · \d+ s/);
    await expect(second).toContainText(/\d+\/s/);
    const before = Number(/(\d+) s/.exec((await first.textContent()) ?? '')?.[1]);
    await slider.focus();
    for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
    await expect(first).toContainText(new RegExp(`out · (${before - 2}|${before - 1}) s`));
  });

  await test.step('plays to where somebody stops it', async () => {
    // As slow as the load itself: it must not come to its end before it is stopped.
    await tab.getByRole('button', { name: 'Speed: 5 times' }).click();
    await tab.getByRole('button', { name: 'Speed: 20 times' }).click();
    await expect(tab.getByRole('button', { name: 'Speed: 1 times' })).toBeVisible();
    await slider.fill('0');
    await tab.getByRole('button', { name: 'Replay on the canvas' }).click();
    await expect.poll(async () => Number(await slider.inputValue())).toBeGreaterThan(0);
    await tab.getByRole('button', { name: 'Pause the replay' }).click();
    await expect(tab.getByRole('button', { name: 'Replay on the canvas' })).toBeVisible();
  });

  await test.step('follows the text: without outlier detection it fails, and stays', async () => {
    await slider.fill('20000');
    await app.openMesh(EJECTS.replace('outlierDetection', 'nothing'), 'api.yaml');
    await expect(page.getByTestId('replay')).toHaveCount(0);
    await slider.fill('20000');
    await expect(first).toHaveAttribute('data-state', 'failing');
    await expect(first).toContainText('% fail');
  });

  await test.step('leaving the lab takes it off the canvas', async () => {
    await app.drawer.getByRole('tab', { name: 'Changes' }).click();
    await expect(replay).toHaveCount(0);
    await app.drawer.getByRole('tab', { name: 'Load lab' }).click();
    await expect(replay).toHaveCount(1);
    await slider.focus();
    await page.keyboard.press('Escape');
    await expect(replay).toHaveCount(0);
  });
});
