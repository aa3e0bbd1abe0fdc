import { expect, test } from './app.ts';

const document = (kind: string, name: string, namespace: string, spec: string) =>
  `apiVersion: ${kind === 'Service' ? 'v1' : 'networking.istio.io/v1'}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;

/** Namespaces with so many Services each; every one has a route to itself, and one names a subset that is nowhere. */
const mesh = (namespaces: number, each: number) =>
  Array.from({ length: namespaces }, (_, n) =>
    Array.from({ length: each }, (_unused, s) => {
      const [name, namespace] = [`app-${n}-${s}`, `team-${n}`];
      const subset = n === 1 && s === 0 ? ', subset: nowhere' : '';
      return [
        document('Service', name, namespace, '{ports: [{port: 80, name: http}]}'),
        document(
          'VirtualService',
          `${name}-routes`,
          namespace,
          `{hosts: [${name}], http: [{route: [{destination: {host: ${name}${subset}}}]}]}`,
        ),
      ];
    }),
  )
    .flat(2)
    .join('---\n');

const CROWD = mesh(5, 40);
const FEW = mesh(2, 2);

test('a crowd begins with its namespaces, and one is opened to show what is found in it', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: CROWD }]);
  const shown = page.getByRole('group', { name: 'What is shown' });
  await expect(shown).toContainText('5 of 5 namespaces collapsed');
  await expect(app.node(/^Namespace team-3, 80 resources/)).toBeAttached();
  await app.canvas.focus();
  await page.keyboard.press('/');
  const field = page.getByRole('textbox', { name: 'Find on the canvas' });
  await expect(field).toBeFocused();
  await page.keyboard.type('app-3-7-routes');
  const found = page.getByRole('search', { name: 'Find on the canvas' });
  await expect(found).toContainText('in collapsed namespace team-3: Enter opens it');
  await page.keyboard.press('Enter');
  await expect.poll(() => app.current()).toMatch(/^VirtualService app-3-7-routes/);
  await expect(app.node(/^VirtualService app-3-7-routes/)).toBeInViewport();
  await expect(shown).toContainText('4 of 5 namespaces collapsed');
  await expect(app.announced).toContainText('1 of 1: Namespace team-3 opened.');
  await page.keyboard.press('Escape');
  await expect(app.canvas).toBeFocused();
  await shown.getByRole('button', { name: 'Show all' }).click();
  await expect(shown).toBeHidden();
});

test('only what is found, only problems, and a namespace hidden: each is said and taken back', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: FEW }]);
  const shown = page.getByRole('group', { name: 'What is shown' });
  await page.getByRole('button', { name: 'Find on the canvas …' }).click();
  await page.keyboard.type('app-0-1');
  await expect(page.getByRole('search')).toContainText('1 of 2');
  await page.getByRole('button', { name: 'Only these' }).click();
  await expect(app.node(/^Service app-0-1/)).toBeVisible();
  await expect(app.node(/^Service/)).toHaveCount(1);
  await expect(shown).toContainText('Only “app-0-1”');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'No longer: Only “app-0-1”' }).click();
  await expect(app.node(/^Service/)).toHaveCount(4);

  await page.keyboard.press('p');
  await expect(app.node(/^VirtualService/)).toHaveCount(1);
  await expect(app.node(/^VirtualService app-1-0-routes.*problem/)).toBeVisible();
  await page.keyboard.press('p');

  await page.getByRole('button', { name: 'What is shown: all' }).click();
  await page.getByRole('menuitem', { name: 'Namespaces …' }).click();
  await page.getByRole('group', { name: 'Namespace team-0' }).getByRole('button', { name: 'Hidden' }).click();
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(app.node(/^Service app-0/)).toHaveCount(0);
  await expect(app.node(/^Service app-1/)).toHaveCount(2);
  await shown.getByRole('button', { name: 'Show all' }).click();
  await expect(app.node(/^Service app-0/)).toHaveCount(2);
});

test('what was looked at, and from where, is there after a reload', async ({ app, page }) => {
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: FEW }]);
  await app.node(/^VirtualService app-0-0/).click();
  await page.keyboard.press('n');
  await page.keyboard.press('o');
  await page.getByRole('button', { name: 'Show the map' }).click();
  await app.canvas.focus();
  const zoom = page.getByRole('button', { name: /^Zoom, / });
  await page.keyboard.press('0');
  await page.keyboard.press('-');
  await expect(zoom).toHaveAccessibleName('Zoom, 80 %');
  await app.saved();
  // Kept some time after the last change.
  await page.waitForTimeout(1500);
  const before = await app.node(/^Namespace team-0/).boundingBox();
  await page.reload();
  await expect(app.node(/^Namespace team-0/)).toBeVisible();
  await expect(app.node(/^VirtualService app-1-1/)).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Outline of the canvas' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Hide the map' })).toBeVisible();
  await expect(zoom).toHaveAccessibleName('Zoom, 80 %');
  const after = await app.node(/^Namespace team-0/).boundingBox();
  expect(Math.hypot((after?.x ?? 0) - (before?.x ?? 0), (after?.y ?? 0) - (before?.y ?? 0))).toBeLessThan(2);
});

test('what is selected elsewhere and not drawn takes the ring away, and is said', async ({ app, page }) => {
  const odd = `apiVersion: networking.istio.io/v1alpha3\nkind: EnvoyFilter\nmetadata: {name: odd, namespace: team-0}\nspec: {}\n`;
  await app.open();
  await app.openFiles('Replace', [{ name: 'mesh.yaml', text: `${FEW}---\n${odd}` }]);
  await app.node(/^Service app-0-0/).click();
  await expect.poll(() => app.current()).toMatch(/^Service app-0-0/);
  await app.rail.getByRole('button', { name: 'EnvoyFilter odd team-0', exact: true }).click();
  await expect.poll(() => app.current()).toBe('');
  await expect(app.announced).toHaveText(/EnvoyFilter odd is not drawn on the canvas\./);
  await expect(page.locator('[data-node][data-selected]')).toHaveCount(0);
});

test('a node is moved by mouse and by key, as steps of undo, and stands there after a reload', async ({
  app,
  page,
}) => {
  await app.open();
  const node = app.node(/^ServiceEntry/);
  const place = async () => {
    const box = await node.boundingBox();
    if (!box) throw new Error('the node is not drawn');
    return box;
  };
  const start = await place();
  await page.mouse.move(start.x + 60, start.y + 30);
  await page.mouse.down();
  await page.mouse.move(start.x + 160, start.y + 50, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(100);
  expect(Math.round((await place()).y - start.y)).toBe(20);
  await expect(node).not.toHaveAttribute('data-selected');

  await page.mouse.move(start.x + 160, start.y + 50);
  await page.mouse.down();
  await page.mouse.move(start.x + 300, start.y + 50, { steps: 5 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(100);

  await node.click({ position: { x: 60, y: 40 } });
  await expect(node).toHaveAttribute('data-selected');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(120);
  await expect(app.announced).toContainText('Moved external-api-entry right');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(140);
  // All presses of the key are one step, and the drag before is another.
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.announced).toHaveText(/^Undone: Move external-api-entry/);
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(100);
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(app.announced).toHaveText(/^Done again: Move external-api-entry/);
  await expect.poll(async () => Math.round((await place()).x - start.x)).toBe(100);
  const beside = async () => {
    const other = await app.node(/^DestinationRule/).boundingBox();
    return Math.round((await place()).x - (other?.x ?? 0));
  };
  const before = await beside();
  // Kept some time after the last change.
  await page.waitForTimeout(1500);
  await page.reload();
  await expect(node).toBeVisible();
  await expect.poll(beside).toBe(before);
});
