import { env } from 'node:process';
import { expect, test } from './app.ts';
import { soak } from './soak/soak.ts';

// Run by `npm run soak` alone: see scripts/soak.mjs.
const GESTURES = Number(env['MESHWRIGHT_SOAK']);
const SEED = Number(env['MESHWRIGHT_SEED'] ?? 1);

test.use({ viewport: { width: 1280, height: 800 } });

test('whatever somebody does to three hundred resources, text, picture and history hold', async ({
  app,
  page,
}) => {
  test.setTimeout(120_000 + GESTURES * 5_000);
  // What cannot be pressed for so long is covered for good.
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error.stack)));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const result = await soak(app, {
    seed: SEED,
    gestures: GESTURES,
    every: Math.min(50, GESTURES),
    // So that a short one can be repeated.
    patient: GESTURES <= 100,
    reloads: 0.2,
    faults: () => faults,
    // oxlint-disable-next-line no-console -- it takes minutes
    tell: (line: string) => console.log(line),
  });
  expect(result.compared).toBeGreaterThan(0);
  // What a stay adds is its history: some kilobytes a step. Pictures and editors that are never let go would be megabytes.
  for (const { gestures, bytes } of result.heap) expect(bytes).toBeLessThan(60e6 + gestures * 150e3);
});
