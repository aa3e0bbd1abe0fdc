import { expect, test } from './app.ts';

const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: front, namespace: shop}
spec:
  hosts: [front.shop.example]
  http:
    - route:
        - destination: {host: stock, port: {number: 8080}}
          weight: 50
        - destination: {host: till.attic.svc.cluster.local}
          weight: 50
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: vault-rule, namespace: shop}
spec: {host: vault}
`;

test('a Service that the files lack is assumed from its node, by mouse and by key', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'front.yaml', text: ROUTES }]);
  await app.node(/^Host stock/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Assume this Service exists' }).click();
  await expect(app.node(/^Service stock.*assumed to exist/)).toContainText('8080');
  await app.rail.getByRole('button', { name: /^File meshwright/ }).click();
  await expect(app.yaml).toContainText('name: stock');
  await app.node(/^Host till/).click();
  await page.keyboard.press('e');
  await expect(app.node(/^Service till.*assumed to exist/)).toBeVisible();
  await app.undo.click();
  await expect(app.node(/^Host till.*not defined in these files/)).toBeVisible();
});

test('the form and the menu say what to assume', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'front.yaml', text: ROUTES }]);
  await app.node(/^Host till/).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Assume this namespace exists' }).click();
  await app.rail.getByRole('button', { name: /^File meshwright/ }).click();
  await expect(app.yaml).toContainText('kind: Namespace');
  await app.node(/^DestinationRule vault-rule/).click();
  await app.form.getByRole('button', { name: 'Assume that the Service vault exists' }).click();
  await expect(app.node(/^Service vault.*assumed to exist/)).toBeVisible();
});

const TILL = `apiVersion: v1
kind: Service
metadata: {name: till, namespace: shop}
spec: {selector: {app: till}, ports: [{name: http, port: 80}]}
---
${ROUTES}`;

test('the workload that a Service picks is assumed by key, and what a route lacks from the rail', async ({
  app,
  page,
}) => {
  await app.openMesh(TILL, 'till.yaml');
  await app.goTo('till');
  await page.keyboard.press('Shift+E');
  await expect(app.node(/^Workload till.*assumed to exist/)).toBeVisible();
  await app.rail.getByRole('button', { name: 'Virtual Service front' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Assume Service stock exists' }).click();
  await expect(app.node(/^Service stock.*assumed to exist/)).toContainText('8080');
  await app.undo.click();
  await expect(app.node(/^Service stock/)).toHaveCount(0);
  const settings = await app.text();
  expect(settings).toContain('kind: Workload');
  expect(settings).not.toContain('stock');
});
