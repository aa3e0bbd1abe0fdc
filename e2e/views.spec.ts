import { expect, test } from './app.ts';

const service = (name: string, namespace: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {ports: [{port: 80, name: http}]}\n---\n`;
const route = (host: string, name: string, namespace: string) =>
  `apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: {hosts: [${host}], http: [{route: [{destination: {host: ${host}}}]}]}\n---\n`;
const MESH = [
  service('till', 'shop'),
  route('till', 'till-routes', 'shop'),
  service('crane', 'depot'),
  route('crane', 'crane-routes', 'depot'),
].join('');

test('a namespace is collapsed by key, and opened by a double press or Enter', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: MESH }]);
  await app.node(/^Service till/).click();
  await page.keyboard.press('n');
  const namespace = app.node(/^Namespace shop, 2 resources.*1 Service/);
  await expect(app.node(/^Service till/)).toHaveCount(0);
  await expect(app.node(/^Service crane/)).toBeVisible();
  await app.resource('till-routes').click();
  await expect.poll(() => app.current()).toContain('Namespace shop');
  await namespace.dblclick();
  await expect(app.node(/^Service till/)).toBeVisible();
  await app.node(/^Service till/).click();
  await page.keyboard.press('n');
  await expect(namespace).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(app.node(/^Service till/)).toBeVisible();
  await expect(page.getByRole('group', { name: 'What is shown' })).toBeHidden();
});

test('kinds are hidden, and all comes back', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: MESH }]);
  await page.getByRole('button', { name: 'What is shown: all' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Show Virtual Service' }).click();
  await expect(app.node(/^VirtualService/)).toHaveCount(0);
  await expect(app.node(/^Service/)).toHaveCount(2);
  await page.getByRole('menuitem', { name: /^Show all of the mesh/ }).click();
  await expect(app.node(/^VirtualService/)).toHaveCount(2);
});

test('focus leaves the ways of what is selected', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: MESH }]);
  await app.node(/^VirtualService till-routes/).click();
  await page.keyboard.press('Shift+F');
  await expect(app.node(/^Service crane/)).toHaveCount(0);
  await expect(app.node(/^Service till/)).toBeVisible();
  await page.keyboard.press('Shift+F');
  await expect(app.node(/^Service crane/)).toBeVisible();
});

test('the whole picture stays in sight as the drawer takes its room and gives it back', async ({
  app,
  page,
}) => {
  await app.open();
  const external = app.node(/api\.safedata-zone\.io/).last();
  await expect(external).toBeInViewport({ ratio: 1 });
  const roomy = await app.still(external);
  await app.problems();
  await expect(external).toBeInViewport({ ratio: 1 });
  const under = () =>
    external.evaluate((node) => {
      const { left, top, width, height } = node.getBoundingClientRect();
      return node.contains(document.elementFromPoint(left + width / 2, top + height - 2));
    });
  await expect.poll(under).toBe(true);
  await page.getByRole('button', { name: 'Hide the drawer' }).click();
  const moved = async () => Math.abs((await external.boundingBox())!.y - roomy.y);
  await expect.poll(moved).toBeLessThan(5);
});
