// `npm run soak [-- GESTURES [SEED …]]`: somebody works on 300 resources in the built page without a plan, 2,000 gestures for each
// seed, and what must always hold is looked at again and again (e2e/soak/). A fault is told with the seed and the last gestures.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';

const [gestures = '2000', ...seeds] = process.argv.slice(2);
const e2e = path.join(import.meta.dirname, 'e2e.mjs');
let failed = 0;
for (const seed of seeds.length ? seeds : [String(Date.now() % 100_000)]) {
  console.log(`Seed ${seed}, ${gestures} gestures`);
  const env = { ...process.env, MESHWRIGHT_SOAK: gestures, MESHWRIGHT_SEED: seed };
  const { status } = spawnSync(process.execPath, [e2e, 'e2e/soak.spec.ts', '--workers', '1'], {
    stdio: 'inherit',
    env,
  });
  if (status !== 0) failed++;
}
process.exit(failed === 0 ? 0 : 1);
