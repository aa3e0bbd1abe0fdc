import { expect, test } from './app.ts';

const GATEWAY = `apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: front, namespace: shop}
spec:
  selector: {istio: ingressgateway}
  servers:
    - port: {number: 443, name: https, protocol: HTTPS}
      hosts: ['*.shop.example']
      tls: {mode: SIMPLE, credentialName: shop-cert, ecdhCurves: [X25519]}
`;

test('the target version is kept as text; forms and problems follow it', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'front.yaml', text: GATEWAY }]);
  await app.node(/^Gateway front/).click();
  await page.getByRole('button', { name: 'Target version: Istio 1.32' }).click();
  await page.getByRole('menuitemradio', { name: 'Istio 1.30' }).click();
  await expect(page.getByRole('button', { name: 'Target version: Istio 1.30' })).toBeVisible();
  await expect(app.rail).toContainText('meshwright.config.yaml');
  await expect(app.node(/^Gateway front.*problem/)).toBeVisible();

  await app.node(/^Gateway front/).click();
  await expect(app.form.getByText('since 1.32')).toBeVisible();
  await page.getByRole('button', { name: 'Add field…' }).click();
  const search = page.getByRole('combobox', { name: 'Search all fields' });
  await search.fill('insecureSkipVerify');
  const field = page.getByRole('option').filter({ hasText: 'insecureSkipVerify' });
  await expect(search).toHaveValue('insecureSkipVerify');
  await expect(field).toHaveCount(0);
  await page.keyboard.press('Escape');

  await app.undo.click();
  await expect(app.node(/^Gateway front.*problem/)).toHaveCount(0);
  await app.node(/^Gateway front/).click();
  await page.getByRole('button', { name: 'Add field…' }).click();
  await search.fill('insecureSkipVerify');
  await expect(field).toBeVisible();
});
