import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';

const CONFIG = `# which mesh
targetVersion: '1.31'   # until spring
assume: []
`;

test('settings are changed in a form, as one step, and nothing else of the file is', async ({
  app,
  page,
}) => {
  await app.open();
  await app.openFiles('Keep, and add', [{ name: 'meshwright.config.yaml', text: CONFIG }]);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Search or run' }).fill('settings');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Settings of this workspace' });
  const version = dialog.getByRole('combobox', { name: 'Target Istio version' });
  await expect(version).toBeFocused();
  await expect(version).toHaveValue('1.31');
  await version.selectOption('Istio 1.28');
  await dialog.getByRole('combobox', { name: 'Undefined hosts' }).selectOption('REGISTRY_ONLY');
  const root = dialog.getByRole('textbox', { name: 'Root namespace' });
  await root.fill('Mesh');
  await expect(dialog).toContainText('“Mesh” is no namespace');
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);
  await root.fill('mesh-system');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await app.rail.getByRole('button', { name: /^File meshwright/ }).click();
  await app.expectText(`# which mesh
targetVersion: '1.28'   # until spring
rootNamespace: 'mesh-system'
meshConfig:
  outboundTrafficPolicy:
    mode: 'REGISTRY_ONLY'
assume: []
`);
  await app.undo.click();
  await app.expectText(CONFIG);
});

test('on a narrow screen the settings are under More', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings, target Istio 1.32…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings of this workspace' });
  await dialog.getByRole('combobox', { name: 'Target Istio version' }).selectOption('Istio 1.27');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('tab', { name: 'Files' }).click();
  await expect(page.getByRole('button', { name: /^File meshwright/ })).toBeVisible();
});
