import { expect, test } from './app.ts';
import { LOAD_MESH } from './load-mesh.ts';

/** What stands before a scenario in its file is no part of it, and is counted all the same. */
const HEAD = '# when the first one fails\n---\n';
const SCENARIO = `${HEAD}request: { from: { namespace: shop }, url: http://api.example/ }
load: { rate: 100 }
behaviours:
- where: { endpoint: 10.0.0.1 }
  script:
  - { from: 15s, to: 35s, answers: 503 }
expect:
- { errors: under 1%, while: 10.0.0.1 }
`;

test('a scenario in its file: what is expected and not so is marked, its fields are offered, explained and renamed', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Replace', [
    { name: 'api.yaml', text: LOAD_MESH },
    { name: 'down.load.yaml', text: SCENARIO },
  ]);
  await app.rail.getByRole('button', { name: 'File down.load.yaml' }).click();
  await expect(app.yaml).toContainText('errors: under 1%');
  await app.drawer.getByRole('tab', { name: 'Load lab' }).click();
  const tab = app.drawer.getByRole('tabpanel', { name: 'Load lab' });
  const goal = tab.getByRole('listitem').filter({ hasText: 'Under 1 % of the answers are errors' });
  const underlined = app.yaml.locator('.squiggly-warning');

  await test.step('what is not met is underlined, and says what was found', async () => {
    await expect(goal).toContainText('Fails');
    await expect(underlined).not.toHaveCount(0);
    await app.yaml.getByText('while', { exact: true }).hover();
    const hover = page.getByRole('tooltip').filter({ hasText: 'Not met in the load lab: Under 1 %' });
    await expect(hover).toContainText(/Found: \d/);
    await expect(hover).toContainText('during whose trouble it is looked at');
  });

  await test.step('a line that cannot be read is told by its number in the file, and the form stays', async () => {
    await app.caretBehind('rate: 1');
    await page.keyboard.insertText('x');
    await expect(tab.getByRole('alert')).toContainText('Line 4 of the scenario');
    await app.undo.click();
    await expect(tab.getByRole('alert')).toBeHidden();
  });

  await test.step('fields, and the endpoints of the files, are offered', async () => {
    await app.caretBehind('while: 10.0.0.1 }');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText('- ejected: ');
    await page.keyboard.press('ControlOrMeta+Space');
    const list = page.getByRole('listbox', { name: 'Suggest' });
    await expect(list.getByRole('option', { name: /^10\.0\.0\.2/ })).toBeVisible();
    await list.getByRole('option', { name: /^10\.0\.0\.2/ }).click();
    await expect(tab.getByRole('listitem').filter({ hasText: '10.0.0.2 is ejected' })).toContainText('Fails');
  });

  await test.step('a host is renamed from its URL, wherever it stands', async () => {
    await app.caretBehind('http://api.exa');
    await page.keyboard.press('F2');
    const field = page.getByRole('textbox', { name: /^Rename input/ });
    await expect(field).toBeFocused();
    await field.fill('stock.example');
    await page.keyboard.press('Enter');
    await expect(app.yaml).toContainText('http://stock.example/');
    await expect(tab.getByRole('status', { name: 'Result' })).toContainText('answered well');
    await app.rail.getByRole('button', { name: 'File api.yaml' }).click();
    await app.expectText(LOAD_MESH.replaceAll('api.example', 'stock.example'));
  });
});

test('a link takes the draft of the load lab along, and opens it there', async ({ app, page, context }) => {
  await app.openMesh(LOAD_MESH, 'api.yaml');
  await app.drawer.getByRole('tab', { name: 'Load lab' }).click();
  const tab = app.drawer.getByRole('tabpanel', { name: 'Load lab' });
  await expect(tab.getByRole('status', { name: 'Result' })).toContainText('answered well');
  await tab.getByRole('textbox', { name: 'Requests / s' }).fill('321');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Share…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: /^Share/ });
  // Who looks at the lab means it.
  await expect(dialog.getByRole('checkbox', { name: /load lab, open on its draft/ })).toBeChecked();
  const url = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();

  const other = await context.newPage();
  await other.goto(url);
  const lab = other.getByRole('tabpanel', { name: 'Load lab' });
  await expect(lab.getByRole('textbox', { name: 'Requests / s' })).toHaveValue('321');
  await expect(lab.getByRole('combobox', { name: 'Scenario' })).toHaveValue(/\.load\.yaml$/);
  await expect(lab.getByRole('status', { name: 'Result' })).toContainText('answered well');
  await other.close();
});
