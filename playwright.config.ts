import { defineConfig } from '@playwright/test';
import { SLOWNESS } from './e2e/slow.ts';

const port = Number(process.env['MESHWRIGHT_PORT'] ?? 4183);
const executablePath = process.env['MESHWRIGHT_BROWSER'];

export default defineConfig({
  testDir: 'e2e',
  // Takes minutes, and what it meets depends on how fast the machine is: `npm run soak` asks for it by itself.
  testIgnore: process.env['MESHWRIGHT_SOAK'] ? [] : ['soak.spec.ts'],
  fullyParallel: true,
  // A browser and its page want two cores: where there are no more, the second would make slow what is tried in the first.
  workers: process.env['CI'] ? 1 : 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // To end what hangs; nothing is measured by it, and a machine that others use may stand still for seconds.
  timeout: 120_000 * SLOWNESS,
  expect: { timeout: 15_000 * SLOWNESS },
  use: {
    // What is kept for work without a network is tried by itself (offline.spec.ts); elsewhere each test meets the build as it is.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1680, height: 1010 },
    permissions: ['clipboard-read', 'clipboard-write'],
    // A recording of each test costs a third of its time. To see what happened: `npm run test:e2e -- --trace retain-on-failure`.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      // As root in a container there is no sandbox; the rest keeps the browser from calling home.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort`,
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
});
