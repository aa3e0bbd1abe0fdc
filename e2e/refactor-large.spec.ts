import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

const FILES = 60;
const fileOf = (index: number, namespace = 'shop') => `apiVersion: v1
kind: Service
metadata: {name: app-${index}, namespace: ${namespace}}   # ours
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: app-${index}
  namespace: ${namespace}
spec:
  hosts: [app-${index}.${namespace}.svc.cluster.local]
  http:
${[1, 2, 3, 4]
  .map(
    (version) =>
      `  - match: [{uri: {prefix: /v${version}/}}]\n    route:\n    - destination: {host: app-${index}.${namespace}.svc.cluster.local, subset: v${version}}   # version ${version}\n`,
  )
  .join('')}---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: app-${index}, namespace: ${namespace}}
spec:
  host: app-${index}.${namespace}.svc.cluster.local
  subsets:
${[1, 2, 3, 4].map((version) => `  - name: v${version}\n    labels: {version: v${version}}\n`).join('')}`;
const MESH = Array.from({ length: FILES }, (_, index) => ({
  name: `app-${100 + index}.yaml`,
  text: fileOf(100 + index),
}));

/** What the page does in slices rests after the first while this holds it: no machine is too fast to be stopped. */
async function holdsSlices(page: Page) {
  await page.addInitScript(() => {
    const held: (() => void)[] = [];
    const later = window.setTimeout;
    let isHeld = false;
    Object.assign(window, {
      setTimeout: (work: () => void, delay?: number, ...rest: unknown[]) =>
        isHeld && !delay ? held.push(work) : later(work, delay, ...rest),
      holdSlices(hold: boolean) {
        isHeld = hold;
        if (!hold) for (const work of held.splice(0)) later(work, 0);
      },
    });
  });
  return (hold: boolean) =>
    page.evaluate((on) => (window as unknown as { holdSlices(on: boolean): void }).holdSlices(on), hold);
}

test('a namespace is renamed in many files: with progress, a way to stop, and one step back', async ({
  app,
  page,
}) => {
  const hold = await holdsSlices(page);
  await app.open();
  await app.openFiles('Replace', MESH);
  await expect(app.rail.getByRole('button', { name: /^File app-100\.yaml/ })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('rename a namespace');
  await page.getByRole('option', { name: /^Refactor: Rename a namespace…/ }).click();
  const dialog = page.getByRole('dialog', { name: /^Refactor/ });
  await expect(dialog.getByRole('radio', { name: 'Rename a namespace' })).toBeChecked();
  const preview = dialog.getByRole('region', { name: 'What it changes' });
  await expect(preview).toContainText('As it stands, this changes nothing');

  await hold(true);
  const name = dialog
    .getByRole('combobox', { name: 'New name' })
    .or(dialog.getByRole('textbox', { name: 'New name' }));
  await name.fill('depot');
  await expect(preview.getByRole('progressbar', { name: 'Work it out' })).toBeVisible();
  await name.fill('store');
  await expect(name).toHaveValue('store');
  await preview.getByRole('button', { name: 'Stop: Work it out' }).click();
  await expect(preview).toContainText('You stopped it before it was worked out. Nothing has changed.');
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await hold(false);
  await preview.getByRole('button', { name: 'Begin again: Work it out' }).click();
  await expect(preview).toContainText(`${FILES} files: +`);
  await expect(preview).not.toContainText('You stopped it');

  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await app.expectText(fileOf(100, 'store'));
  await app.undo.click();
  await app.expectText(fileOf(100));
});
