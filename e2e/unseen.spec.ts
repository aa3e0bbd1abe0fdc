import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

const MESH = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: counter, namespace: shop}
spec:
  hosts: [till]
  http:
  - match: [{uri: {prefix: /v2}}]
    route: [{destination: {host: till, subset: v2}}]
  - route:
    - {destination: {host: till, subset: v1}, weight: 80}
    - {destination: {host: shelf}, weight: 20}
---
apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: v1
kind: Service
metadata: {name: shelf, namespace: shop}
spec: {ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: till, namespace: shop}
spec: {host: till, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}
`;

test('along the ways by key alone, and every step is said', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: MESH }]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('go to the canvas');
  await page.keyboard.press('Enter');
  await expect(app.canvas).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => app.current()).toMatch(/^VirtualService counter/);
  await expect(app.announced).toContainText('VirtualService counter, 2 rules. 3 ways from here');

  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(app.announced).toContainText('rule 2 of 2, otherwise, of counter. 2 ways from here');
  await page.keyboard.press('w');
  await expect(app.announced).toContainText('1 of 2 ways from here: routes to till, subset v1, weight 80');
  await page.keyboard.press('w');
  await expect(app.announced).toContainText('2 of 2 ways from here: routes to shelf, weight 20');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.current()).toMatch(/^Service shelf/);
  await page.keyboard.press('ArrowUp');
  await expect(app.announced).toContainText('rule 2 of 2, otherwise, of counter');

  await page.keyboard.press('w');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => app.current()).toMatch(/^Service till/);
  await page.keyboard.press('Shift+W');
  await expect(app.announced).toContainText('1 of 2 ways to here: counter routes to till');
  await page.keyboard.press('Escape');
  await expect.poll(() => app.current()).toMatch(/^Service till/);
});

test('a way is taken away where the keyboard looks along it', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: MESH }]);
  await app.canvas.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  for (const way of ['1 of 3', '2 of 3', '3 of 3']) {
    await page.keyboard.press('w');
    await expect(app.announced).toContainText(`${way} ways from here`);
  }
  await expect(app.announced).toContainText('routes to shelf');
  await page.keyboard.press('Delete');
  await expect.poll(() => app.text()).not.toContain('host: shelf');
});

test('the outline says what the picture shows, and takes the same commands', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: MESH }]);
  await app.canvas.focus();
  await page.keyboard.press('o');
  const tree = page.getByRole('tree', { name: /^Lanes, nodes/ });
  const line = (name: RegExp) => tree.getByRole('treeitem', { name });
  await expect(line(/^Callers, 1/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(line(/^VirtualService counter, 2 rules/)).toBeFocused();
  await expect(app.form.getByRole('heading', { name: 'counter' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(line(/^\/v2\*/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(line(/^routes to till, subset v1, weight 80/)).toBeFocused();
  expect((await new AxeBuilder({ page }).include('[data-outline]').analyze()).violations).toEqual([]);

  await page.keyboard.press('Home');
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('F2');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('desk');
  await page.keyboard.press('Enter');
  await expect(line(/^VirtualService desk/)).toBeFocused();

  await page.keyboard.press('c');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(line(/^VirtualService desk/)).toBeFocused();

  await page.keyboard.press('Shift+F');
  await expect(page.getByRole('group', { name: 'What is shown' })).toContainText('Only the ways of desk');
  await page.keyboard.press('Shift+F');
  await page.keyboard.press('n');
  await expect(line(/^Namespace shop/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line(/^VirtualService desk/)).toBeVisible();

  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'What stands here' });
  await expect(menu.getByRole('menuitem', { name: 'Delete' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
});
