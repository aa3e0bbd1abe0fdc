import { gzipSync } from 'node:zlib';

const RUNS = 5;

/** Notes the moment at which a selector first matches something with a size, in milliseconds since navigation. */
function watch(marks) {
  const seen = (globalThis.benchMarks = {});
  const look = () => {
    for (const [name, selector] of Object.entries(marks)) {
      if (seen[name] === undefined && document.querySelector(selector)?.getClientRects().length) {
        seen[name] = performance.now();
      }
    }
    if (Object.keys(seen).length < Object.keys(marks).length) requestAnimationFrame(look);
  };
  look();
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** First visit in a fresh profile, `RUNS` times: milliseconds to a usable canvas and to Monaco, and the gzip size of the scripts. */
export async function measureStartUp(browser, address) {
  const times = [];
  const sizes = new Map();
  // Scripts that cannot run without Monaco: fetched with it, in whichever order.
  const ofMonaco = new Set();
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 1680, height: 1010 },
    });
    const page = await context.newPage();
    await page.addInitScript(watch, { canvas: '.react-flow__node', monaco: '.monaco-editor .view-line' });
    const scripts = [];
    context.on('request', (request) => {
      if (new URL(request.url()).pathname.endsWith('.js')) scripts.push(request);
    });
    await page.goto(address);
    await page.waitForFunction(() => globalThis.benchMarks?.monaco !== undefined, undefined, {
      timeout: 30_000,
    });
    times.push(await page.evaluate(() => globalThis.benchMarks));
    if (run === 0) {
      for (const request of scripts) {
        const body = (await (await request.response())?.body()) ?? '';
        const { pathname } = new URL(request.url());
        sizes.set(pathname, gzipSync(body, { level: 9 }).length);
        if (/\bfrom\s*"\.\/monaco-/.test(String(body))) ofMonaco.add(pathname);
      }
    }
    await context.close();
  }
  const isMonaco = (name) => /monaco|editor\.worker/i.test(name) || ofMonaco.has(name);
  const names = [...sizes.keys()];
  // In the order in which they were asked for: what comes with or after Monaco is not on the way to the first screen.
  const before = names.slice(0, names.findIndex(isMonaco));
  const sum = (some) => some.reduce((total, name) => total + sizes.get(name), 0) / 1024;
  return {
    canvas: median(times.map(({ canvas }) => canvas)),
    monaco: median(times.map(({ monaco }) => monaco)),
    scriptsBeforeMonaco: sum(before),
    monacoScripts: sum(names.filter((name) => isMonaco(name) && !ofMonaco.has(name))),
  };
}
