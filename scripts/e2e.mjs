// Runs Playwright against the production build, in whatever Chromium scripts/browser.mjs finds or installs.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import process from 'node:process';
import { findBrowser } from './browser.mjs';

const browser = await findBrowser();
console.log(`browser: ${browser.executablePath}`);
const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
const { status } = spawnSync(process.execPath, [cli, 'test', ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...browser.env, MESHWRIGHT_BROWSER: browser.executablePath },
});
process.exit(status ?? 1);
