import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './app.ts';
import { LOAD_MESH } from './load-mesh.ts';

test('two policies side by side: fields tried on a copy, then written, then compared with what was', async ({
  app,
  page,
}) => {
  await app.openMesh(LOAD_MESH, 'api.yaml');
  await app.drawer.getByRole('tab', { name: 'Load lab' }).click();
  const tab = app.drawer.getByRole('tabpanel', { name: 'Load lab' });
  await expect(tab.getByRole('status', { name: 'Result' })).toContainText('answered well');
  await tab.getByRole('button', { name: 'Compare', exact: true }).click();
  const compare = tab.getByRole('region', { name: 'Compare', exact: true });
  const sentence = compare.getByRole('status', { name: 'Which is better' });
  const row = (name: string) => compare.getByRole('row', { name });
  const legend = tab.getByRole('list', { name: 'Legend' });

  await test.step('there is no difference between the files and themselves', async () => {
    await expect(sentence).toContainText('There is no difference');
  });

  await test.step('a field that is tried changes no file', async () => {
    await compare.getByRole('combobox', { name: 'Compare with' }).selectOption('With these fields changed…');
    await expect(compare).toContainText('Choose a field');
    await compare.getByRole('combobox', { name: 'Field to try' }).selectOption('maxEjectionPercent');
    await compare.getByRole('textbox', { name: 'maxEjectionPercent' }).fill('100');
    await expect(sentence).toContainText('With these fields, more requests are answered well');
    await expect(row('Ejections').getByRole('cell').first()).toHaveText('0');
    await expect(row('Answered well').getByRole('cell').last()).toContainText('✓');
    await expect(legend).toContainText('with these fields');
    await app.expectText(LOAD_MESH);
  });

  await test.step('written into the files it is one step, compared with what was before', async () => {
    await compare.getByRole('button', { name: 'Write into the files' }).click();
    await expect(sentence).toContainText('Now, more requests are answered well');
    await expect(legend).toContainText('before the last change');
    await app.expectText(/maxEjectionPercent: 100/);
    const { violations } = await new AxeBuilder({ page }).include('[aria-label="Compare"]').analyze();
    expect(violations).toEqual([]);
    await app.undo.click();
    await app.expectText(LOAD_MESH);
    await expect(sentence).toContainText('Before the last change, more requests are answered well');
  });

  await test.step('leaves the causes where they were', async () => {
    await compare.getByRole('button', { name: 'Leave the comparison' }).click();
    await expect(tab.getByRole('list', { name: 'Causes and suggestions' })).toBeVisible();
  });
});
