import { expect, test } from './app.ts';
import { SHOP } from './shop.ts';

test('a subset is renamed with a preview, applied as one step, and taken back', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.goTo('next');
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('rename a subset');
  await page.getByRole('option', { name: /^Refactor: Rename a subset…/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Refactor orders-rule' });
  await expect(dialog.getByRole('radio', { name: 'Rename a subset' })).toBeChecked();
  const preview = dialog.getByRole('region', { name: 'What it changes' });
  await expect(preview).toContainText('As it stands, this changes nothing');
  await dialog.getByRole('textbox', { name: 'New name' }).fill('fresh');
  await expect(preview).toContainText('+2 −2 lines');
  await expect(preview).toContainText('subset: fresh');
  await expect(preview).toContainText('No new problems');
  await expect(preview).toContainText('each goes where it went');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await app.expectOneStep(
    SHOP,
    SHOP.replace('- name: next', '- name: fresh').replace('subset: next', 'subset: fresh'),
  );
});

test('a resource goes to a new file, and what cannot be is told', async ({ app, page }) => {
  await app.openMesh(SHOP);
  await app.node(/^Gateway front/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Refactor…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refactor front' });
  await dialog.getByRole('radio', { name: 'Move to another file' }).check();
  const file = dialog.getByLabel('File', { exact: true });
  await file.fill('shop.yaml');
  await expect(dialog).toContainText('It stands in shop.yaml already.');
  await expect(dialog.getByRole('button', { name: 'Apply' })).toBeDisabled();
  await file.fill('gateways/front.yaml');
  await expect(dialog.getByRole('region', { name: 'What it changes' })).toContainText('gateways/front.yaml');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(app.rail.getByRole('button', { name: /^File gateways\/front\.yaml/ })).toBeVisible();
  await app.undo.click();
  await expect(app.rail.getByRole('button', { name: /^File gateways\/front\.yaml/ })).toBeHidden();
  await app.expectText(SHOP);
});

const OUTSIDE = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: pay
  namespace: shop
spec:
  hosts: [pay.example]   # theirs
  ports:
    - {number: 443, name: https, protocol: HTTPS}
  resolution: DNS
  location: MESH_EXTERNAL
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: pay
  namespace: shop
spec:
  host: pay.example
  trafficPolicy:
    tls: {mode: SIMPLE}
`;

test('TLS begins at the proxy, and the preview tells which calls work now', async ({ app, page }) => {
  await app.openMesh(OUTSIDE);
  await app.node(/^ServiceEntry pay/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Refactor…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refactor pay' });
  await dialog.getByRole('radio', { name: 'Begin TLS at the proxy' }).check();
  const preview = dialog.getByRole('region', { name: 'What it changes' });
  await expect(preview).toContainText('Apps have to call http://pay.example from now on.');
  await expect(preview).toContainText('GET https://pay.example/');
  await expect(preview).toContainText('1 problem less');
  await expect(preview).toContainText('targetPort: 443');
  await dialog.getByRole('button', { name: 'Apply' }).click();
  await expect(dialog).toBeHidden();
  await app.expectText(/hosts: \[pay\.example\] {3}# theirs[^]*targetPort: 443[^]*mode: DISABLE/);
  await app.undo.click();
  await app.expectText(OUTSIDE);
});
