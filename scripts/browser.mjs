// Finds a Chromium for the tests, or installs one: so that `npm test` needs nothing but Node.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';

const INSTALLED = {
  linux: [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

const tried = [];

/** Where a step looked and what it found, told only if all of them fail. */
function note(step, result) {
  tried.push(`  - ${step}: ${result}`);
}

function fromEnvironment() {
  const given = process.env.CHROME_PATH;
  if (!given) return note('$CHROME_PATH', 'not set');
  if (existsSync(given)) return { executablePath: given };
  return note('$CHROME_PATH', `no file at ${given}`);
}

function fromSystem() {
  const found = (INSTALLED[process.platform] ?? []).find((file) => existsSync(file));
  if (found) return { executablePath: found };
  return note('a browser of this system', 'none in the usual places');
}

async function fromPlaywright() {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  if (file && existsSync(file)) return { executablePath: file };
  return note("Playwright's own browsers", 'not downloaded');
}

async function byPlaywrightInstall() {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  try {
    execFileSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'pipe', timeout: 300_000 });
  } catch {
    return note('playwright install chromium', 'the download failed');
  }
  return fromPlaywright();
}

function byApt() {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/usr/bin/apt-get')) return note('apt-get', 'needs Debian or Ubuntu, and root');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...words) => execFileSync('apt-get', words, { stdio: 'pipe', timeout: 600_000, env });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    try {
      apt('update');
      apt('install', '-y', '--no-install-recommends', name, 'fonts-dejavu-core');
      const found = fromSystem();
      if (found) return found;
    } catch {
      note(`apt-get install ${name}`, 'failed');
    }
  }
  return undefined;
}

/** A Chromium inside an npm package, for a machine where nothing else can be had; it brings its libraries and fonts. */
async function fromPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return note('@sparticuz/chromium', 'is for Linux on x64');
  }
  try {
    const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
    const { default: chromium, inflate } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    const bin = path.join(
      entry.slice(0, entry.lastIndexOf('@sparticuz/chromium')),
      '@sparticuz/chromium/bin',
    );
    const libraries = await inflate(path.join(bin, 'al2023.tar.br'));
    const fonts = await inflate(path.join(bin, 'fonts.tar.br'));
    return {
      executablePath,
      env: {
        LD_LIBRARY_PATH: [path.join(libraries, 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
        FONTCONFIG_PATH: fonts,
      },
    };
  } catch (error) {
    return note('@sparticuz/chromium', String(error.message ?? error).split('\n')[0]);
  }
}

/**
 * The browser to test with: its file, and variables that it needs.
 * Throws, with all that was tried, where none can be found or installed.
 */
export async function findBrowser() {
  for (const step of [fromEnvironment, fromSystem, fromPlaywright, byPlaywrightInstall, byApt, fromPackage]) {
    const found = await step();
    if (found) return { env: {}, ...found };
  }
  throw new Error(
    `No browser for the tests on this machine (${os.platform()} ${os.arch()}). Tried:\n${tried.join('\n')}\n` +
      'Install Chrome or Chromium, or set CHROME_PATH to one, and run the tests again.',
  );
}
