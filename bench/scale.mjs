import { percentile } from './statistics.mjs';

const KEYS = 40;
const WORD = 'api-17.partners';

async function open(page, files) {
  await page.getByRole('button', { name: 'Open…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open' });
  await dialog.getByRole('button', { name: 'Replace' }).click();
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const payload = files.map(({ path, text }) => ({
    name: path,
    mimeType: 'text/yaml',
    buffer: Buffer.from(text),
  }));
  const taken = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('change', () => resolve(performance.now()), { once: true, capture: true });
      }),
  );
  await (await chooser).setFiles(payload);
  const before = await taken;
  await page.getByText('20 of 20 namespaces collapsed').waitFor({ timeout: 60_000 });
  return (await page.evaluate(() => performance.now())) - before;
}

/** A check of what stands in the page, as often as frames are drawn; in milliseconds from the letter. */
function listed(words) {
  const field = document.querySelector('#drawer-search');
  const before = performance.now();
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, words);
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve, reject) => {
    const look = () => {
      if (performance.now() - before > 10_000) return reject(new Error(`no line with ${words} is listed`));
      const row = document.querySelector('[data-pane="drawer"] mark');
      if (row?.textContent.toLowerCase() === words) return resolve(performance.now() - before);
      return setTimeout(look);
    };
    look();
  });
}

/** The production page with so many files: milliseconds to open and for a key and a letter, and its memory in MB. */
export async function measureScale(browser, address, files) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1680, height: 1010 },
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const opened = await open(page, files);
  // What comes after an opening (the checks, saving) is not what is measured.
  await page.waitForTimeout(6000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const metric = async (name) =>
    (await session.send('Performance.getMetrics')).metrics.find((one) => one.name === name).value;

  await page.locator('.monaco-editor .view-line').nth(3).click();
  await page.keyboard.press('End');
  await page.keyboard.type(' #');
  await page.waitForTimeout(1000);
  const keys = [];
  for (let key = 0; key < KEYS; key++) {
    const before = await metric('ScriptDuration');
    await page.keyboard.type('x');
    await page.waitForTimeout(50);
    keys.push(((await metric('ScriptDuration')) - before) * 1000);
  }

  await page.getByRole('tab', { name: 'Search' }).click();
  await page.locator('#drawer-search').waitFor();
  // Lines only: what stands before them would leave none in sight.
  await page.getByRole('button', { name: /^Lines/ }).click();
  await page.waitForTimeout(3000);
  const letters = [];
  for (let length = 3; length <= WORD.length; length++)
    letters.push(await page.evaluate(listed, WORD.slice(0, length)));

  await session.send('HeapProfiler.collectGarbage');
  const heap = (await metric('JSHeapUsedSize')) / 1024 / 1024;
  await context.close();
  return { opened, heap, key: percentile(keys, 0.95), search: percentile(letters, 0.95) };
}
