import { expect, test } from './app.ts';

const ROUTES = `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
  name: pay
  namespace: books
spec:
  hosts:
    - ledger.example
  gateways:
    - doors/front
  http:
    - match:
        - uri:
            prefix: /pay
      route:
        - destination:
            host: ledger.example
            subset: trial
`;
const RULES = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata:
  name: ledger
  namespace: books
spec:
  hosts:
    - ledger.example   # theirs
  ports:
    - number: 8443
      name: https
      protocol: HTTPS
  resolution: DNS
---
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata:
  name: ledger
  namespace: books
spec:
  host: ledger.example
  subsets:
    - name: steady
    - name: trial # soon
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata:
  name: front
  namespace: doors
spec:
  selector:
    istio: ingressgateway
  servers:
    - port: {number: 80, name: http, protocol: HTTP}
      hosts: ['*']
`;

test.beforeEach(async ({ app }) => {
  await app.open();
  await app.openFiles('Replace', [
    { name: 'routes.yaml', text: ROUTES },
    { name: 'rules.yaml', text: RULES },
  ]);
  await app.rail.getByRole('button', { name: /^File routes/ }).click();
});

test('a rule and its host are completed by key, with the indentation of the file', async ({ app, page }) => {
  const list = page.getByRole('listbox', { name: 'Suggest' });
  await app.caretBehind('            subset: trial');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('    - ');
  await page.keyboard.press('Control+Space');
  await page.keyboard.type('rule r');
  await expect(list.getByRole('option').first()).toHaveAccessibleName(/^rule · route,/);
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option', { name: /ledger\.example/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await page.keyboard.press('Enter');
  await page.keyboard.type('sub');
  await page.keyboard.press('Control+Space');
  await expect(list.getByRole('option', { name: /^subset/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option', { name: /^steady/ })).toBeVisible();
  await page.keyboard.press('Enter');
  const rule =
    '    - route:\n        - destination:\n            host: ledger.example\n            subset: steady';
  await expect.poll(() => app.text()).toContain(`${ROUTES.trimEnd()}\n${rule}\n`);
});

test('help is shown over a name: who defines it, and what it has', async ({ app, page }) => {
  await app.caretBehind('            host: ledger.exa');
  await app.yaml.getByText('ledger.example').last().hover();
  const help = page.getByRole('tooltip').filter({ hasText: 'is defined by ServiceEntry' });
  await expect(help).toContainText('Subsets: steady, trial');
});

test('F12 goes to where a name is defined, in another file', async ({ app, page }) => {
  await app.caretBehind('            subset: tri');
  await page.keyboard.press('F12');
  // Only what stands around the place is drawn.
  await expect(app.yaml).toContainText('name: trial # soon');
  await page.keyboard.type('X');
  await expect.poll(() => app.text()).toContain('    - Xname: trial # soon');
});

test('all references are listed beside the text, by file', async ({ app, page }) => {
  await app.caretBehind('            host: ledger.exa');
  await page.keyboard.press('Shift+F12');
  const tree = app.yaml.getByRole('tree', { name: /References/ });
  await expect(tree.getByRole('treeitem', { name: /symbols in routes\.yaml/ })).toBeVisible();
  await expect(tree.getByRole('treeitem', { name: /symbols in rules\.yaml/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(tree).toHaveCount(0);
});

test('F2 renames a subset in two files as one step, and says before how much that is', async ({
  app,
  page,
}) => {
  await app.caretBehind('            subset: tri');
  await page.keyboard.press('F2');
  const box = page.getByRole('textbox', { name: /^Rename input/ });
  await expect(box).toHaveValue('trial');
  await expect(box).toHaveAccessibleDescription('Changes 2 places in 2 files');
  await box.fill('brave');
  await page.keyboard.press('Enter');
  await expect(app.yaml).toContainText('subset: brave');
  await app.expectText(ROUTES.replace('subset: trial', 'subset: brave'));
  await app.rail.getByRole('button', { name: /^File rules/ }).click();
  await app.expectText(RULES.replace('name: trial', 'name: brave'));
  await app.undo.click();
  await app.rail.getByRole('button', { name: /^File rules/ }).click();
  await app.expectText(RULES);
  await app.rail.getByRole('button', { name: /^File routes/ }).click();
  await app.expectText(ROUTES);
});

test('F2 renames a host and a Gateway wherever they are written', async ({ app, page }) => {
  const rename = async (behind: string, name: string) => {
    await app.caretBehind(behind);
    await page.keyboard.press('F2');
    const box = page.getByRole('textbox', { name: /^Rename input/ });
    await box.fill(name);
    await page.keyboard.press('Enter');
    await expect(box).toBeHidden();
  };
  await rename('            host: ledger.exa', 'accounts.example');
  await rename('    - doors/fro', 'porch');
  await app.expectText(
    ROUTES.replaceAll('ledger.example', 'accounts.example').replace('doors/front', 'doors/porch'),
  );
  await app.rail.getByRole('button', { name: /^File rules/ }).click();
  await app.expectText(
    RULES.replaceAll('ledger.example', 'accounts.example').replace('name: front', 'name: porch'),
  );
});

test('what cannot be renamed says why', async ({ app, page }) => {
  await app.caretBehind('  namespace: boo');
  await page.keyboard.press('F2');
  await expect(app.yaml.getByText('A namespace is not renamed from here')).toBeVisible();
});

test('only selected lines are formatted, and none by typing', async ({ app, page }) => {
  await app.caretBehind('    - ledger.example');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('    -   a.example  ');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Shift+Home');
  await page.keyboard.type('    -   b.example');
  const typed = ROUTES.replace(
    '    - ledger.example\n',
    '    - ledger.example\n    -   a.example  \n    -   b.example\n',
  );
  await app.expectText(typed);
  await app.caretBehind('-   a.exam');
  await page.keyboard.press('Shift+Alt+F');
  await app.expectText(typed.replace('    -   a.example  \n', '    - a.example\n'));
  await expect(app.undo).toHaveAccessibleName(/Format lines of routes\.yaml/);
  await app.undo.click();
  await app.expectText(typed);
});

test('a name that means nothing is mended by key: the one that was meant, or what is missing', async ({
  app,
  page,
}) => {
  await app.caretBehind('            subset: tria');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type('ngle');
  await app.caretBehind('            subset: tria');
  await page.keyboard.press('ControlOrMeta+.');
  await page.getByRole('option', { name: /Add the subset triangle to DestinationRule ledger/ }).click();
  await app.rail.getByRole('button', { name: /^File rules/ }).click();
  await expect
    .poll(() => app.text())
    .toContain('    - name: trial # soon\n    - name: triangle\n      labels:\n        version: triangle\n');
});

test('the settings file is completed and checked like the rest', async ({ app, page }) => {
  await app.openFiles('Keep, and add', [{ name: 'meshwright.config.yaml', text: 'targetversion: "1.30"\n' }]);
  await app.rail.getByRole('button', { name: /^File meshwright/ }).click();
  await app.caretBehind('targetver');
  await page.keyboard.press('ControlOrMeta+.');
  await page.getByRole('option', { name: 'Change to targetVersion' }).click();
  await expect(app.yaml).toContainText('targetVersion');
  // The list of fixes gives the keyboard back in its own time.
  await expect(app.editor).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('assu');
  await page.keyboard.press('Control+Space');
  await page
    .getByRole('option', { name: /^assume/ })
    .first()
    .click();
  await app.expectText('targetVersion: "1.30"\nassume:\n  - kind: \n    name: ');
});

test('a file of expectations is completed, leads to what it names, and follows a rename', async ({
  app,
  page,
}) => {
  const calls = `expectations:
  - name: Payments go to the ledger
    request: {from: books, url: https://ledger.example:8443/pay}
    expect:
      subset: trial
`;
  await app.openFiles('Keep, and add', [{ name: 'calls.expect.yaml', text: calls }]);
  await app.rail.getByRole('button', { name: /^File calls/ }).click();
  const list = page.getByRole('listbox', { name: 'Suggest' });
  await app.caretBehind('      subset: trial');
  await page.keyboard.press('Enter');
  await page.keyboard.type('hos');
  await page.keyboard.press('Control+Space');
  await expect(list.getByRole('option', { name: /^host/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list.getByRole('option', { name: /ledger\.example/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  const written = `${calls}      host: ledger.example\n`;
  await expect.poll(async () => (await app.text()).trimEnd()).toBe(written.trimEnd());

  await app.caretBehind('      subset: tri');
  await page.keyboard.press('F2');
  const name = page.getByRole('textbox', { name: /rename/i });
  await expect(name).toHaveValue('trial');
  await name.fill('pilot');
  await page.keyboard.press('Enter');
  await expect(app.yaml).toContainText('subset: pilot');
  await app.caretBehind('      subset: pil');
  await page.keyboard.press('F12');
  await expect(app.yaml).toContainText('name: pilot # soon');
  await app.rail.getByRole('button', { name: /^File routes/ }).click();
  await expect(app.yaml).toContainText('subset: pilot');
});
