import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

const rule = (name: string, mode = 'SIMPEL') => `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ${name}
  namespace: shop
spec:
  host: ${name}.shop.svc.cluster.local
  trafficPolicy:
    tls:
      mode: ${mode}
      caCertificates: system
`;
const route = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: front
  namespace: shop
spec:
  hosts:
  - stock.shop.svc.cluster.local
  http:
  - rewrit:
      uri: /
    route:
    - destination:
        host: gone.shop.svc.cluster.local
`;
const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80, name: http}]}\n`;
const files = [
  {
    name: 'rules.yaml',
    text: [rule('stock'), rule('till'), rule('desk')].join('---\n'),
  },
  { name: 'routes.yaml', text: route },
  { name: 'services.yaml', text: ['stock', 'till', 'desk'].map(service).join('---\n') },
];

test('problems are filtered by what comes of them, grouped, mended one by one and all of a kind', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', files);
  // What was opened has problems, so the drawer is open.
  const list = app.drawer.getByRole('list', { name: 'Problems' });
  await expect(list).toContainText('SIMPEL');
  // Files, resources, nodes and the rows inside them carry a count.
  await expect(app.rail.getByRole('button', { name: /^File rules\.yaml/ })).toContainText('3 errors');
  await expect(app.node(/^VirtualService front, 1 rule, .*\d problems$/)).toBeVisible();
  await expect(app.row(/^VirtualService front/, 'every request').getByTitle('2 problems')).toHaveText('▲2');
  const effect = app.drawer.getByRole('group', { name: 'What comes of it' });
  await effect.getByRole('button', { name: /^Rejected 4/ }).click();
  await expect(list).toContainText('rewrit');
  await expect(list).not.toContainText('gone.shop');
  await effect.getByRole('button', { name: /^Misbehaves/ }).click();
  await expect(list).toContainText('gone.shop');
  await expect(list).not.toContainText('rewrit');
  await effect.getByRole('button', { name: /^All/ }).click();
  await app.drawer.getByRole('searchbox', { name: 'Filter problems' }).fill('till simpel');
  await expect(list.getByRole('button', { name: /^Rejected/ })).toHaveCount(1);
  await list.getByRole('button', { name: 'Change to SIMPLE' }).click();
  await expect(app.drawer).toContainText('No problem fits this filter');
  await app.drawer.getByRole('searchbox', { name: 'Filter problems' }).fill('');

  await app.drawer.getByRole('combobox', { name: 'Group problems' }).selectOption('By code');
  const heading = list.getByRole('heading', { name: /A value that is not among the allowed ones MW0204 2/ });
  await heading.getByRole('button').click();
  await expect(list).not.toContainText('SIMPEL');
  await heading.getByRole('button').click();
  await list.getByRole('button', { name: 'Fix all 2' }).click();
  await expect(list).not.toContainText('SIMPEL');
  await page.getByRole('region', { name: 'Notices' }).getByRole('button', { name: 'Undo' }).click();
  await expect(heading).toBeVisible();
  await app.undo.click();
  await expect(
    list.getByRole('heading', { name: /A value that is not among the allowed ones MW0204 3/ }),
  ).toBeVisible();
});

test('by key alone: go from problem to problem, mend, mend all, hide, read what it means', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', files);
  await page.getByRole('button', { name: 'Hide the drawer' }).click();
  await app.canvas.focus();
  await page.keyboard.press('F8');
  const list = app.drawer.getByRole('list', { name: 'Problems' });
  const current = list.locator('[aria-current=true]');
  await expect(current).toContainText('SIMPEL');
  await expect(app.form.getByRole('heading', { name: 'stock' })).toBeVisible();
  await page.keyboard.press('F8');
  await expect(app.form.getByRole('heading', { name: 'till' })).toBeVisible();
  await page.keyboard.press('Shift+F8');
  await expect(app.form.getByRole('heading', { name: 'stock' })).toBeVisible();

  await app.canvas.focus();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(2);
  await app.node(/^DestinationRule till/).click();
  await page.keyboard.press('ControlOrMeta+F8');
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(2);

  // In the list: arrows go, E explains, H hides.
  await list.getByRole('button', { name: /gone\.shop/ }).focus();
  await page.keyboard.press('e');
  const detail = app.drawer.getByRole('region', { name: 'About MW2001' });
  await expect(detail).toContainText('IST0101');
  await expect(detail).toContainText('KIA1101');
  await expect(detail).toContainText('Misbehaves.');
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  await page.keyboard.press('h');
  await expect(list.getByRole('button', { name: /gone\.shop/ })).toHaveCount(0);
  await expect(list.locator(':focus')).toBeVisible();
  await app.rail.getByRole('button', { name: /^File routes/ }).click();
  await expect.poll(() => app.text()).toContain('meshwright.io/suppress: MW2001');
});

test('the ways not to be told of a problem are in its menu, and its code explains it', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', files);
  const list = app.drawer.getByRole('list', { name: 'Problems' });
  await list.getByRole('button', { name: /gone\.shop/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Hide IST0101 on front, for istioctl too' }).click();
  await expect(list.getByRole('button', { name: /gone\.shop/ })).toHaveCount(0);
  await app.rail.getByRole('button', { name: /^File routes/ }).click();
  await expect.poll(() => app.text()).toContain('galley.istio.io/analyze-suppress: IST0101');
  await app.undo.click();
  await list.getByRole('button', { name: 'What MW2001 means' }).click();
  await expect(app.drawer.getByRole('region', { name: 'About MW2001' })).toContainText('In this workspace');
  expect((await new AxeBuilder({ page }).include('[data-pane=drawer]').analyze()).violations).toEqual([]);
});

test('the same fixes are in the form, in the menu of a node and at the caret', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', files);
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await app.node(/^DestinationRule stock/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Fix: Change to SIMPLE' }).click();
  const list = app.drawer.getByRole('list', { name: 'Problems' });
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(2);
  await app.node(/^DestinationRule till/).click();
  await app.form.getByRole('button', { name: 'Change to SIMPLE' }).click();
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(1);
  await app.undo.click();
  // By key, in the field itself.
  await app.node(/^DestinationRule till/).click();
  const mode = app.form.getByRole('combobox', { name: 'Mode' });
  await mode.focus();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(1);
  await app.undo.click();
  await app.node(/^DestinationRule till/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Show its/ }).click();
  await expect(app.drawer.getByRole('searchbox', { name: 'Filter problems' })).toHaveValue(
    'DestinationRule shop till',
  );
  await app.drawer.getByRole('searchbox', { name: 'Filter problems' }).fill('');
  await app.rail.getByRole('button', { name: /^File rules/ }).click();
  await app.caretBehind('SIMPE');
  await page.keyboard.press('ControlOrMeta+.');
  await page.getByRole('option', { name: 'Fix all 2 of this kind (MW0204)' }).click();
  await expect(list.getByRole('button', { name: /SIMPEL/ })).toHaveCount(0);
});

test('of a thousand problems only those in sight are drawn, and End goes to the last', async ({
  app,
  page,
}) => {
  await app.open();
  const many = Array.from({ length: 500 }, (_, index) => rule(`r${index}`)).join('---\n');
  await app.openFiles('Replace', [{ name: 'many.yaml', text: many }]);
  const list = app.drawer.getByRole('list', { name: 'Problems' });
  await expect(app.drawer.getByRole('group', { name: 'What comes of it' })).toContainText('Rejected 500');
  expect(await list.getByRole('listitem').count()).toBeLessThan(60);
  await list
    .getByRole('button', { name: /^Rejected/ })
    .first()
    .focus();
  await page.keyboard.press('End');
  await expect(list.locator(':focus')).toContainText(/SIMPEL|no call/);
  await expect(list.getByRole('listitem').last()).toContainText('many.yaml:59');
});
