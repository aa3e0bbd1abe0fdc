// `npm run bench`: measures the production build on this machine and prints one table. Needs `npm run build` first, or does it.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import path from 'node:path';
import process from 'node:process';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { findBrowser } from '../scripts/browser.mjs';
import { measureCanvas } from './canvas.mjs';
import { curveOf } from './curve.mjs';
import { measureScale } from './scale.mjs';
import { measureStartUp } from './startup.mjs';

const root = path.resolve(import.meta.dirname, '..');
const out = (name) => path.join(root, 'dist/bench', name);

async function buildParts() {
  if (!existsSync(path.join(root, 'dist/app/index.html'))) {
    execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'inherit' });
  }
  await build({
    configFile: false,
    logLevel: 'warn',
    root: path.join(root, 'bench/page'),
    base: './',
    build: { outDir: out('page'), emptyOutDir: true, target: 'es2022' },
  });
  for (const part of ['compare', 'checks', 'traffic', 'refactor']) {
    await build({
      configFile: false,
      logLevel: 'warn',
      root,
      build: {
        ssr: `bench/${part}.ts`,
        outDir: out(part),
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: `${part}.mjs` } },
      },
    });
  }
}

/** The worker that reads large input; a small workspace never starts it. */
function parserWorker() {
  const assets = path.join(root, 'dist/app/assets');
  const name = readdirSync(assets).find((file) => file.startsWith('parser.worker'));
  return name ? gzipSync(readFileSync(path.join(assets, name)), { level: 9 }).length / 1024 : 0;
}

const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const fps = (value) => `${value.toFixed(0)} fps`;
const kb = (value) => `${value.toFixed(0)} KB`;
const mb = (value) => `${value.toFixed(0)} MB`;

/** One row of the table; `limit` null where nothing was promised. */
const row = (what, value, limit, unit) => ({
  what,
  measured: unit(value),
  target: limit === null ? '–' : `≤ ${unit(limit)}`,
  verdict: limit === null ? '' : value <= limit ? 'ok' : 'OVER',
});

/** One row of what may not be less. */
const rowAtLeast = (what, value, limit, unit) => ({
  what,
  measured: unit(value),
  target: `≥ ${unit(limit)}`,
  verdict: value >= limit ? 'ok' : 'UNDER',
});

function print(rows) {
  const width = (key) => Math.max(...rows.map((entry) => entry[key].length), key.length);
  const columns = ['what', 'measured', 'target', 'verdict'];
  const line = (entry) => columns.map((key) => entry[key].padEnd(width(key))).join('  ');
  console.log(line({ what: 'what', measured: 'measured', target: 'target', verdict: '' }));
  console.log(columns.map((key) => '─'.repeat(width(key))).join('──'));
  for (const entry of rows) console.log(line(entry).trimEnd());
}

await buildParts();
const found = await findBrowser();
Object.assign(process.env, found.env);
const browser = await chromium.launch({
  executablePath: found.executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
const served = async (outDir, port) => {
  const server = await preview({
    configFile: false,
    root,
    build: { outDir },
    preview: { port, strictPort: true },
  });
  return { server, address: `http://localhost:${port}/` };
};

const app = await served('dist/app', 4193);
const start = await measureStartUp(browser, app.address);
const rows = [
  row('canvas usable (first visit, median of 5)', start.canvas, 500, ms),
  row('Monaco ready (first visit, median of 5)', start.monaco, 1500, ms),
  row('JavaScript before Monaco (gzip)', start.scriptsBeforeMonaco, 330, kb),
  row(
    '  with the worker that only large input starts (gzip)',
    start.scriptsBeforeMonaco + parserWorker(),
    330,
    kb,
  ),
  row('Monaco chunk, its worker included (gzip)', start.monacoScripts, 950, kb),
];

const canvas = await measureCanvas(browser, app.address);
rows.push(
  row('2,000 nodes: first render', canvas.first, 300, ms),
  rowAtLeast('2,000 nodes: pan fps', canvas.fps, 40, fps),
  row('  scripts for each of its frames', canvas.scripting, null, ms),
);

const bench = await served('dist/bench/page', 4194);
const page = await browser.newPage();
await page.goto(bench.address);
await page.waitForFunction(() => globalThis.bench !== undefined);
for (const [count, each, budget] of [
  [1000, 5, 1500],
  [5000, 100, 5000],
]) {
  const { total, stall } = await page.evaluate(([n, m]) => globalThis.bench.opening(n, m), [count, each]);
  rows.push(row(`opening ${count} resources in ${count / each} files`, total, budget, ms));
  rows.push(row('  the longest that the page did not answer meanwhile', stall, 100, ms));
}
const searched = await page.evaluate(() => globalThis.bench.searching(5000, 5));
rows.push(row('one more letter of a search, 5000 resources in 1000 files: p95', searched.p95, 30, ms));

// The curve: one file that grows. What an edit costs must follow what it touches, and not how much there is.
const curve = [];
for (const [count, each, budget] of [
  [100, 100, null],
  [300, 300, null],
  [1000, 1000, 16],
  [2000, 2000, null],
  [5000, 5000, 30],
  [1000, 5, 16],
]) {
  const times = await page.evaluate(([n, m]) => globalThis.bench.edits(n, m), [count, each]);
  if (each === count) curve.push({ count, ...times });
  if (budget === null) continue;
  const where = each === count ? 'in one file' : `in ${count / each} files`;
  rows.push(row(`keystroke, ${count} resources ${where}: p95`, times.typing.p95, budget, ms));
  rows.push(row(`form change, ${count} resources ${where}: p95`, times.form.p95, budget, ms));
  rows.push(row(`rename or other host, ${count} resources ${where}: p95`, times.renames.p95, budget, ms));
}
for (const [kind, what] of Object.entries({
  typing: 'keystroke',
  form: 'form change',
  renames: 'rename or other host',
})) {
  const points = curve.map((times) => ({ size: times.count, value: times[kind].p50 }));
  rows.push({ what: `${what} as one file grows: median`, ...curveOf(points, ms) });
}

const files = await page.evaluate(() => globalThis.bench.workspaceOf(5000, 5));
const scale = await measureScale(browser, app.address, files);
rows.push(
  row('the page with 5000 resources in 1000 files: opened after', scale.opened, 5000, ms),
  row('  memory of its JavaScript', scale.heap, 400, mb),
  row('  main thread for one key in the editor: p95', scale.key, 30, ms),
  row('  a letter of the search until it is listed: p95', scale.search, null, ms),
);
await browser.close();
await app.server.close();
await bench.server.close();

const inNode = (part, count) =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(out(part), `${part}.mjs`), String(count)], {
      encoding: 'utf8',
    }),
  );

const checked = inNode('checks', 1000);
for (const [what, { cold, edit }] of [
  ['1000 resources of routing', checked.plain],
  ['1000 resources of all kinds', checked.crowded],
]) {
  rows.push(row(`all checks, ${what}`, cold, 150, ms));
  rows.push(row('  after one edit: p95', edit.p95, 16, ms));
}

const sent = inNode('traffic', 1000);
rows.push(row('a request through 1000 resources: p95', sent.each, 2, ms));
rows.push(row('  the first after an edit: p95', sent.first, null, ms));
rows.push(row('  sent 10,000 times by a seed', sent.many, 200, ms));
rows.push(row('60 s of load, 1,000 requests a second over 20 endpoints', sent.loaded, 300, ms));
rows.push(row('traffic before and after a change of one rule, 1000 resources', sent.compared, 1000, ms));

rows.push(
  row(
    'plan of a namespace renamed in 1000 resources of 500 files',
    inNode('refactor', 1000).planned,
    1500,
    ms,
  ),
);

const versus = inNode('compare', 300);
rows.push(row('parse and check per keystroke, 300 resources', versus.ours, null, ms));
rows.push(row('  the same by yaml-language-server', versus.theirs, null, ms));
rows.push(row('  times as fast', versus.theirs / versus.ours, null, (value) => `${value.toFixed(0)} ×`));
print(rows);
process.exit(0);
