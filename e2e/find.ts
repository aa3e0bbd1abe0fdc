import { expect, type Locator } from '@playwright/test';

/** Selects the first place where an editor shows this text, by its find box, which selects while one types. */
export async function findIn(editor: Locator, text: string): Promise<void> {
  const page = editor.page();
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.press('ControlOrMeta+f');
  const find = page.getByRole('textbox', { name: 'Find' });
  // It shows a moment before it takes the keyboard.
  await expect(find).toBeFocused();
  // It begins with the word at the caret and counts that at first: what it counts next is what was asked for.
  await find.fill('nowhere \u2205');
  await expect(page.getByText('No results', { exact: true })).toBeAttached();
  await find.fill(text);
  // How many there are is hidden where the pane is narrow.
  await expect(page.getByText(/^1 of \d+$/)).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(editor).toBeFocused();
  // Monaco hears from a timer that the box has lost the keyboard: until then it takes Enter for “find the next one”.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 0)));
}
