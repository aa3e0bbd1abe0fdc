import { expect, test } from './app.ts';

test('the article’s configuration stands on the canvas, with its way from app to external host', async ({
  app,
}) => {
  await app.open();
  for (const name of [
    /any app in the mesh/,
    'VirtualService external-api-routing, 1 rule',
    /^ServiceEntry external-api-entry/,
    /^DestinationRule external-api-rule/,
    'External host api.safedata-zone.io',
  ]) {
    await expect(app.node(name)).toBeVisible();
  }
  const ways = [
    'any app in the mesh routes to external-api-routing',
    'external-api-routing routes to external-api-entry',
    'external-api-entry is governed by external-api-rule',
    'external-api-rule resolves to api.safedata-zone.io, TLS',
  ];
  for (const name of ways) await expect(app.canvas.getByRole('img', { name })).toBeAttached();
  await expect(app.canvas).toContainText('Istio service mesh · namespace mesh-network');
  await expect(app.yaml).toContainText('kind: VirtualService');
});

test('the mesh boundary holds the first four and leaves the external host outside', async ({ app }) => {
  await app.open();
  const label = await app.still(app.canvas.getByText('Istio service mesh', { exact: false }));
  const inside = await app.still(app.node(/^DestinationRule/));
  const outside = await app.still(app.node(/^External host/));
  expect(inside.y).toBeGreaterThan(label.y);
  expect(outside.y).toBeGreaterThan(inside.y + inside.height + 16);
});

test('one selection everywhere: a node selects its resource, its form and its lines', async ({ app }) => {
  await app.open();
  await app.node(/^DestinationRule/).click();
  await expect(app.form.getByRole('heading', { name: 'external-api-rule' })).toBeVisible();
  await expect(app.resource('external-api-rule')).toHaveAttribute('aria-current', 'true');
  await expect(app.yaml).toContainText('maxConnections: 30');
});
