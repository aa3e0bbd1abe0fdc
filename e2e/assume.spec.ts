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
  await expect(app.node(/^Host till.*not defined/)).toBeVisible();
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
