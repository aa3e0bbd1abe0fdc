import { expect, test } from './app.ts';

const service = (name: string) =>
  `apiVersion: v1\nkind: Service\nmetadata: {name: ${name}, namespace: shop}\nspec: {ports: [{port: 80, name: http}]}\n`;
const policy = (n: number) =>
  `apiVersion: security.istio.io/v1\nkind: AuthorizationPolicy\nmetadata: {name: rule-${n}, namespace: shop}\nspec: {rules: [{}]}\n`;
const mesh = [
  `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: orders, namespace: shop}
spec:
  hosts: [orders]
  http:
  - match: [{uri: {prefix: /new}}]
    route:
    - {destination: {host: orders, subset: v1}, weight: 100}
    - {destination: {host: stock}, weight: 0}
  - route: [{destination: {host: orders, subset: v1}}]
  - match: [{uri: {prefix: /late}}]
    route: [{destination: {host: orders, subset: v1}}]
`,
  `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: orders, namespace: shop}
spec: {host: orders, subsets: [{name: v1}, {name: v2}]}
`,
  service('orders'),
  service('stock'),
  ...Array.from({ length: 14 }, (_, n) => policy(n)),
].join('---\n');

test('what traffic never reaches says why on the picture, in the outline and in the form', async ({
  app,
  page,
}) => {
  await app.openMesh(mesh);
  const why = 'Rule 2 before it takes every such request.';
  await expect(app.row(/^VirtualService orders/, '/late').and(page.getByTitle(why))).toBeVisible();
  await app.row(/^VirtualService orders/, '/late').click();
  const notes = app.form.getByRole('region', { name: 'Without traffic' });
  await expect(notes).toContainText(why);
  await expect(notes).toContainText('Its weight is 0');
  await notes.getByRole('button', { name: '→ stock' }).click();
  await expect(app.form).toContainText('spec.http[0].route[1].destination');

  await app.canvas.focus();
  await page.keyboard.press('o');
  const tree = page.getByRole('tree', { name: /^Lanes, nodes/ });
  await tree.getByRole('treeitem', { name: /^DestinationRule orders/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(
    tree.getByRole('treeitem', { name: /^v2, No rule in these files sends to subset v2/ }),
  ).toBeVisible();
});

test('a line says why it is there, to the mouse and to the keyboard', async ({ app, page }) => {
  await app.openMesh(mesh);
  const tip = page.getByRole('tooltip').filter({ hasText: 'spec.http' });
  await app.goTo('orders VirtualService');
  await app.canvas.focus();
  await page.keyboard.press('w');
  await expect(tip).toContainText('orders · /new* → orders · 80 HTTP');
  await expect(tip).toContainText('Routes to orders, subset v1, weight 100');
  await expect(tip).toContainText('Virtual Service orders, spec.http[0].route[0].destination');
  await page.keyboard.press('w');
  await expect(tip).toContainText('Its weight is 0');
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();

  const line = app.line(/^orders routes to stock/);
  await app.still(line);
  const at = await line.evaluate((group) => {
    const path = group.querySelector<SVGPathElement>('path:nth-of-type(2)');
    const point = path?.getPointAtLength(path.getTotalLength() * 0.8);
    const place = point?.matrixTransform(path?.getScreenCTM() ?? undefined);
    return { x: place?.x ?? 0, y: place?.y ?? 0 };
  });
  await page.mouse.move(at.x - 60, at.y);
  await page.mouse.move(at.x, at.y);
  await expect(tip).toContainText('Its weight is 0');
  await page.mouse.move(at.x - 200, at.y - 200);
  await expect(tip).toBeHidden();
});

test('many policies on one node stand together by kind, and presses go through them', async ({ app }) => {
  await app.openMesh(mesh);
  const badge = app.node(/any app/i).locator('[data-badge]');
  await expect(badge).toHaveCount(1);
  await expect(badge).toHaveText(/14$/);
  await badge.click();
  await expect(app.form.getByRole('form', { name: 'AuthorizationPolicy rule-0' })).toBeVisible();
  await badge.click();
  await expect(app.form.getByRole('form', { name: 'AuthorizationPolicy rule-1' })).toBeVisible();
});
