import { expect, test } from './app.ts';

const resource = (kind: string, name: string, namespace: string, spec: string) =>
  `apiVersion: ${kind === 'Service' ? 'v1' : 'networking.istio.io/v1'}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\nspec: ${spec}\n`;

const SHOP = [
  resource('Service', 'till', 'shop', '{ports: [{port: 80, name: http}]}'),
  resource(
    'VirtualService',
    'till-routes',
    'shop',
    '\n  hosts: [till]\n  http:\n  - route:\n    - destination: {host: till, subset: blue} # agreed with depot',
  ),
].join('---\n');
const DEPOT = [
  resource('Service', 'crane', 'depot', '{ports: [{port: 80, name: http}]}'),
  resource('DestinationRule', 'till', 'shop', '{host: till.shop.svc.cluster.local, subsets: [{name: blue}]}'),
].join('---\n');

test('a word is found in all files, and gone to by keys', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [
    { name: 'shop.yaml', text: SHOP },
    { name: 'depot.yaml', text: DEPOT },
  ]);
  await app.canvas.focus();
  await page.keyboard.press('ControlOrMeta+Shift+F');
  const field = app.drawer.getByRole('textbox', { name: 'Find in all files' });
  await expect(field).toBeFocused();
  await field.fill('depot');
  const found = app.drawer.getByRole('list', { name: 'What was found' });
  await expect(found.getByRole('button', { name: 'Resources 1 resource' })).toBeVisible();
  await app.drawer.getByRole('button', { name: 'Lines 2' }).click();
  await expect(found.getByRole('button', { name: 'shop.yaml 1 line' })).toBeVisible();
  await expect(found.getByRole('button', { name: 'depot.yaml 1 line' })).toBeVisible();

  // From the field to the list, and to the line: the YAML shows it, and the form its resource.
  await field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(found.getByRole('button', { name: 'shop.yaml 1 line' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const line = found.getByRole('button', { name: /agreed with depot/ });
  await expect(line).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line).toHaveAttribute('aria-current', 'true');
  await expect(app.rail.getByRole('button', { name: /Virtual Service till-routes/ })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await page.keyboard.press('Escape');
  await expect(field).toBeFocused();
});

test('a host is found however it is written, with its places, and only its ways are drawn', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [
    { name: 'shop.yaml', text: SHOP },
    { name: 'depot.yaml', text: DEPOT },
  ]);
  await app.drawer.getByRole('tab', { name: 'Search' }).click();
  await app.drawer.getByRole('textbox', { name: 'Find in all files' }).fill('till.shop');
  const found = app.drawer.getByRole('list', { name: 'What was found' });
  await app.drawer.getByRole('button', { name: 'Hosts 1' }).click();
  const host = found.getByRole('button', { name: 'till.shop.svc.cluster.local host 4 places' });
  await expect(host).toBeVisible();
  await expect(found.getByRole('button', { name: /^Service till shop.*defines it/ })).toBeVisible();
  await found.getByRole('button', { name: /^VirtualService till-routes.*destination\.host/ }).click();
  await expect.poll(() => app.current()).toBe('every request');
  await expect(app.node(/^Service crane/)).toBeVisible();
  await found.getByRole('button', { name: 'Only its ways' }).click();
  await expect(page.getByRole('group', { name: 'What is shown' })).toContainText('Only the ways of till');
  await expect(app.node(/^Service crane/)).toHaveCount(0);
  await expect(app.node(/^VirtualService till-routes/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(app.node(/^Service crane/)).toBeVisible();

  // The same from the canvas, by a part of the name.
  await app.canvas.focus();
  await page.keyboard.press('Shift+H');
  const dialog = page.getByRole('dialog', { name: 'Show only the ways of …' });
  await dialog.getByRole('combobox').fill('crane');
  await page.keyboard.press('Enter');
  await expect(app.node(/^Service till/)).toHaveCount(0);
  await expect(app.node(/^Service crane/)).toBeVisible();
});
