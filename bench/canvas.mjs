const NODES = 2000;
const FRAMES = 180;

const document = (kind, name, namespace, spec) =>
  `apiVersion: ${kind === 'Service' ? 'v1' : 'networking.istio.io/v1'}\nkind: ${kind}\nmetadata: {name: ${name}, namespace: ${namespace}}\nspec: ${spec}\n`;

/** A mesh of so many nodes: Services with their rules and subsets, in 20 namespaces, some sending to another's. */
function meshOf(nodes) {
  return Array.from({ length: Math.ceil(nodes / 3) }, (_, n) => {
    const [name, namespace] = [`app-${n}`, `team-${n % 20}`];
    const other = `app-${(n * 7) % Math.ceil(nodes / 3)}.team-${((n * 7) % Math.ceil(nodes / 3)) % 20}.svc.cluster.local`;
    return [
      document('Service', name, namespace, '{ports: [{port: 80, name: http}]}'),
      document(
        'VirtualService',
        name,
        namespace,
        `{hosts: [${name}], http: [{match: [{uri: {prefix: /v2}}], route: [{destination: {host: ${name}, subset: v2}}]}, {route: [{destination: {host: ${name}, subset: v1}, weight: 90}, {destination: {host: ${other}}, weight: 10}]}]}`,
      ),
      document(
        'DestinationRule',
        name,
        namespace,
        `{host: ${name}, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]}`,
      ),
    ].join('---\n');
  }).join('---\n');
}

async function open(page, text) {
  await page.getByRole('button', { name: 'Open…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open' });
  await dialog.getByRole('button', { name: 'Replace' }).click();
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  const file = { name: 'mesh.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) };
  await (await chooser).setFiles([file]);
  await page.getByText('20 of 20 namespaces collapsed').waitFor();
}

/** Milliseconds from the key that asks for all of the mesh to the frame in which it stands. */
function showAll() {
  const key = { key: 'A', code: 'KeyA', shiftKey: true, bubbles: true, cancelable: true };
  const before = performance.now();
  globalThis.document.querySelector('#mesh-canvas').dispatchEvent(new KeyboardEvent('keydown', key));
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - before)));
  });
}

/** Moves the picture a little with every frame, there and back; gives the frames of a second. */
function pan(frames) {
  const pane = globalThis.document.querySelector('#mesh-canvas .react-flow__pane');
  const { left, top, width, height } = pane.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, bubbles: true, cancelable: true };
  return new Promise((resolve) => {
    let [first, count] = [0, 0];
    const step = (now) => {
      first ||= now;
      const way = count % 120 < 60 ? 1 : -1;
      pane.dispatchEvent(new WheelEvent('wheel', { ...at, deltaX: 16 * way, deltaY: 12 * way }));
      if (count++ === frames) resolve((frames * 1000) / (now - first));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/**
 * A mesh of 2,000 nodes in the built page: how long until all of it stands there, how many frames a second it moves with,
 * and how long scripts run for each of these.
 */
export async function measureCanvas(browser, address) {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1680, height: 1010 },
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('.react-flow__node').first().waitFor();
  await open(page, meshOf(NODES));
  // What comes after an opening (the editor, the checks, saving) is not what is measured.
  await page.waitForTimeout(3000);
  await page.locator('#mesh-canvas').focus();
  const first = await page.evaluate(showAll);
  await page.waitForTimeout(2000);
  await page.keyboard.press('0');
  await page.waitForTimeout(1500);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const scripts = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration').value * 1000;
  };
  const before = await scripts();
  const fps = await page.evaluate(pan, FRAMES);
  const scripting = ((await scripts()) - before) / FRAMES;
  await context.close();
  return { first, fps, scripting };
}
