import { expect, test } from './app.ts';

const rules = Array.from(
  { length: 6 },
  (_, n) => `
  - match: [{uri: {prefix: /r${n}}}]
    timeout: ${n + 1}s
    route:
    - {destination: {host: reviews, subset: v1}, weight: 60}
    - {destination: {host: reviews, subset: v2}, weight: 40}`,
).join('');

const DENSE = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: reviews, namespace: shop}
spec:
  hosts: [reviews]
  http:${rules}
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: reviews, namespace: shop}
spec:
  host: reviews
  subsets:
  - {name: v1, labels: {version: v1}}
  - {name: v2, labels: {version: v2}}
---
apiVersion: v1
kind: Service
metadata: {name: reviews, namespace: shop}
spec: {ports: [{name: http, port: 80}]}
`;

test('what many lines say is folded where it could not be told apart, and shown of what is looked at', async ({
  app,
}) => {
  await app.openMesh(DENSE);
  const weights = app.canvas.getByRole('slider');
  const folded = app.canvas.getByText(/^\+\d+$/);
  await expect(folded.first()).toBeVisible();
  await app.settled();
  const shown = await weights.count();
  expect(shown).toBeLessThan(12);
  const told = await folded.allTextContents();
  expect(shown + told.reduce((sum, words) => sum + Number(words), 0)).toBe(12);
  // No two cover each other.
  const boxes = await app.canvas
    .locator('[data-edge]:not(g)')
    .evaluateAll((pills) => pills.map((pill) => pill.getBoundingClientRect().toJSON() as DOMRect));
  for (const [n, a] of boxes.entries()) {
    for (const b of boxes.slice(n + 1)) {
      const apart =
        a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
      expect(apart).toBe(true);
    }
  }
  // Every rule that is selected shows its own.
  for (let n = 0; n < 6; n++) {
    await app.row(/^VirtualService reviews/, `/r${n}*`).click();
    await expect(app.canvas.locator('[role=slider][data-lit]')).toHaveText([/^v1 60%/, /^v2 40%/]);
  }
  // A press on what is folded selects one after the other.
  await app.node(/^Service reviews/).click();
  await expect(app.form.getByRole('heading', { name: 'reviews' })).toBeVisible();
  await folded.first().click();
  const first = await app.canvas.locator('[role=slider][data-selected]').getAttribute('data-edge');
  await folded.first().click();
  await expect(app.canvas.locator('[role=slider][data-selected]')).not.toHaveAttribute(
    'data-edge',
    first ?? '',
  );
});

const SERVICES = Array.from(
  { length: 320 },
  (_, n) => `apiVersion: v1
kind: Service
metadata: {name: app-${n}, namespace: team-${n % 8}}
spec: {ports: [{name: http, port: 80}]}
`,
).join('---\n');

for (const [width, height] of [
  [1680, 1010],
  [1280, 800],
] as const) {
  test(`hundreds of resources in eight namespaces are seen at once on ${width} × ${height}`, async ({
    app,
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await app.openMesh(SERVICES);
    for (let n = 0; n < 8; n++) {
      const node = app.node(new RegExp(`^Namespace team-${n}, `));
      await expect(node).toBeInViewport({ ratio: 0.99 });
      // Legible: the name is written in 13 pixels.
      const { height: tall } = (await node.boundingBox()) ?? { height: 0 };
      expect(tall).toBeGreaterThan(0.6 * 78);
    }
  });
}
