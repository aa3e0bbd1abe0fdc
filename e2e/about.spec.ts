import { expect, test } from './app.ts';

test('the licence of everything that is built in can be read', async ({ app, page }) => {
  await app.open();
  await app.canvas.focus();
  await page.keyboard.press('F1');
  const about = page.getByRole('dialog', { name: 'About Meshwright' });
  const written = (await (await page.request.get('./licences.json')).json()) as { name: string }[];
  expect(written.length).toBeGreaterThan(20);
  await expect(about.getByRole('listitem')).toHaveCount(written.length);
  for (const [name, words] of [
    ['react-dom', 'Permission is hereby granted'],
    ['monaco-editor', 'Microsoft Corporation'],
    ['monaco-editor: what it contains', 'markedjs'],
    ['Istio API: names and descriptions of fields', 'Copyright Istio Authors'],
    ['@fontsource-variable/inter', 'SIL Open Font License'],
    ['yaml', 'Eemeli Aro'],
  ] as const) {
    const entry = about.getByRole('listitem').filter({ hasText: new RegExp(`^${name} \\d`) });
    await entry.locator('summary').click();
    await expect(entry).toContainText(new RegExp(words, 'i'));
  }
});
