import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

/** How large a picture is once a page that is not ours has drawn it. */
const drawnSize = (page: Page, address: string) =>
  page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  }, address);

test('the canvas goes away as SVG, PNG and Mermaid', async ({ app, page }) => {
  await app.open();
  const names = await app.canvas.getByRole('group').locator('[data-name]').allTextContents();
  expect(names.length).toBeGreaterThan(3);
  await app.canvas.focus();
  await page.keyboard.press('i');
  const dialog = page.getByRole('dialog', { name: 'Export picture' });
  await expect(dialog.getByRole('img', { name: /^The canvas of/ })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('[role=dialog]').analyze()).violations).toEqual([]);

  const taken = async (what: string) => {
    const download = page.waitForEvent('download');
    await dialog.getByRole('button', { name: `Download ${what}` }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const svg = await taken('SVG');
  expect(svg.name).toMatch(/\.svg$/);
  const text = svg.bytes.toString('utf8');
  for (const name of names) expect(text).toContain(name);
  expect(text).toContain('font/woff2');
  const size = await drawnSize(page, `data:image/svg+xml;base64,${svg.bytes.toString('base64')}`);
  expect(size.width).toBeGreaterThan(200);

  await dialog.getByRole('button', { name: 'PNG' }).click();
  await dialog.getByRole('button', { name: '3×' }).click();
  const [width, height] = [size.width * 3, size.height * 3];
  await expect(dialog).toContainText(`${width} × ${height} pixels`);
  const png = await taken('PNG');
  expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
  expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([width, height]);

  await dialog.getByRole('button', { name: 'Part in view' }).click();
  await expect(dialog).not.toContainText(`${width} × ${height} pixels`);

  await dialog.getByRole('button', { name: 'Mermaid' }).click();
  await expect(dialog.getByRole('textbox', { name: 'Mermaid chart' })).toHaveValue(/^flowchart TD/);
  await dialog.getByRole('button', { name: 'Copy text' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toContain('external-api-routing');
});
