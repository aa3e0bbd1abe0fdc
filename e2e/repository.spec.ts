import { expect, test, type App } from './app.ts';
import { Checkout, type Disk } from './folder.ts';

const TEAMS = ['cart', 'orders', 'search', 'reviews', 'pricing', 'mailer', 'audit', 'wallet'];

const files = (name: string): Disk => ({
  [`apps/${name}/kustomization.yaml`]: 'resources:\n- routing.yaml\n- service.yaml\n',
  [`apps/${name}/routing.yaml`]:
    `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}, namespace: shop}\n` +
    `spec: {hosts: [${name}], http: [{route: [{destination: {host: ${name}}}]}]}\n`,
  [`apps/${name}/service.yaml`]:
    `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\n` +
    'spec: {ports: [{port: 80, name: http}]}\n',
});

const overlay = (name: string): Disk => ({
  [`overlays/${name}/kustomization.yaml`]: 'resources:\n- ../../apps/audit\npatches:\n- path: timeout.yaml\n',
  [`overlays/${name}/timeout.yaml`]:
    'apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: audit, namespace: shop}\n' +
    'spec: {http: [{timeout: 3s}]}\n',
});

const repository: Disk = Object.assign(
  {
    // Overlays that change one rule of what they build: patches, and no resources of their own.
    ...overlay('blue'),
    ...overlay('green'),
  },
  { 'chart/Chart.yaml': 'apiVersion: v2\nname: shop\n', 'chart/templates/a.yaml': 'kind: {{ .Kind }}\n' },
  ...TEAMS.map(files),
);

/** Whether two things on the screen share ground. */
async function cover(app: App, one: string, other: string): Promise<boolean> {
  const box = (selector: string) =>
    app.page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().toJSON() as DOMRect);
  const [a, b] = [await box(one), await box(other)];
  return a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
}

test('a repository opens on a file that routes, and nothing on a small screen lies over what is worked with', async ({
  app,
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const repo = new Checkout(page);
  await repo.prepare();
  await app.open();
  await repo.write(repository);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('open a folder');
  await page.keyboard.press('Enter');

  // Not on the chart, nor on a kustomization; its row says the whole path and shows the name.
  await expect(page.getByRole('banner').getByTitle('apps/audit/routing.yaml')).toBeVisible();
  const row = app.rail.getByRole('button', { name: 'File apps/audit/routing.yaml' });
  await expect(row).toHaveAttribute('aria-current', 'true');

  // What is told of the folder leaves the drawer free.
  await expect(page.getByRole('region', { name: 'Notices' })).toContainText('chart/templates/');
  await expect.poll(() => cover(app, '[data-notice]', 'section[aria-label=Drawer]')).toBe(false);
  await page.getByRole('button', { name: 'Close this notice' }).click();

  // Patches of Kustomize are what they are, not more resources of the same name.
  await app.rail.getByRole('searchbox', { name: 'Filter resources' }).fill('audit');
  await expect(app.rail.getByRole('heading', { name: 'Kustomize patches 2' })).toBeVisible();
  const problems = await app.problems();
  await expect(problems).toContainText('Kustomize merges this patch into the VirtualService audit');
  await expect(problems).not.toContainText('There is another VirtualService');
  await app.rail.getByRole('searchbox', { name: 'Filter resources' }).fill('');

  // The outline begins below the tools, and below what is shown.
  await page.getByRole('button', { name: 'Show or hide the outline of the canvas' }).click();
  await expect(page.locator('[data-outline]')).toBeVisible();
  await expect.poll(() => cover(app, '[data-outline]', '[data-over=head]')).toBe(false);
  await page.getByRole('button', { name: 'Close the outline' }).click();

  // Only the ways of one: what is first in them is seen below the tools.
  await app.rail.getByRole('button', { name: 'Virtual Service audit', exact: true }).click();
  await app.canvas.focus();
  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('group', { name: 'What is shown' })).toContainText('Only the ways of audit');
  await expect(app.node(/^VirtualService/)).toHaveCount(1);
  const top = app.node(/any app in the mesh/);
  await expect
    .poll(async () => {
      const head = await page.locator('[data-over=head]').boundingBox();
      return (await top.boundingBox())!.y - head!.y - head!.height;
    })
    .toBeGreaterThan(0);
});
