import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { openWorkspace as OpenWorkspace } from '../../src/index.ts';
import { expect, type App } from '../app.ts';
import { UNDO, type Hands } from './hands.ts';

/** The files of a workspace, by path. */
export type Files = ReadonlyMap<string, string>;

/** How many lines the picture draws each by itself, seen from far away. */
const EDGES_DRAWN = 450;

/** Three hundred resources on a machine that does other things as well: the picture comes, but one may have to wait for it. */
const PATIENCE = { timeout: 60_000 };

// The library as it is built: what `meshwright graph` prints comes from it.
const library = new URL('../../dist/lib/index.js', import.meta.url).href;

/** All files, by the way out that takes them all: the archive. */
export async function filesOf({ page }: App): Promise<Files> {
  await page.getByRole('button', { name: 'Export YAML' }).click();
  const all = page.getByRole('menuitem', { name: /^Download all files/ });
  if ((await all.getAttribute('aria-disabled')) === 'true') {
    await page.keyboard.press('Escape');
    return new Map();
  }
  const coming = page.waitForEvent('download');
  await all.click();
  // Until it is gone the menu has the keyboard, and the keys that come next with it.
  await expect(page.getByRole('menu')).toHaveCount(0);
  const archive = unzipSync(await readFile(await (await coming).path()));
  return new Map(Object.entries(archive).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

/** Where two states of the files differ, in few words: a whole mesh in a message helps nobody. */
export function difference(wanted: Files, found: Files): string[] {
  const paths = new Set([...wanted.keys(), ...found.keys()]);
  return [...paths].flatMap((path) => {
    const [one, other] = [wanted.get(path), found.get(path)];
    if (one === other) return [];
    if (one === undefined) return [`${path} came from nowhere`];
    if (other === undefined) return [`${path} is gone`];
    let at = 0;
    while (one[at] === other[at]) at++;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 30), at + 30));
    return [`${path} at ${at}: ${around(one)} became ${around(other)}`];
  });
}

/**
 * What follows from the text is on the page: the picture has the nodes and edges that the command line finds in the same
 * files; or, where a document is broken, its file is marked.
 */
export async function expectPicture(hands: Hands, files: Files): Promise<'compared' | 'marked'> {
  const { app, page } = hands;
  const { openWorkspace } = (await import(library)) as { openWorkspace: typeof OpenWorkspace };
  const workspace = openWorkspace([...files].map(([path, text]) => ({ path, text })));
  const unread = new Set(workspace.unread().map(({ file }) => file));
  for (const path of unread) {
    await expect(app.rail.getByRole('button', { name: new RegExp(`^File ${path}.*error`) })).toBeAttached();
  }
  if (unread.size > 0) return 'marked';
  const { nodes, edges } = workspace.topology();
  if (nodes.length === 0) {
    await expect(page.getByRole('heading', { name: 'Your mesh will be drawn here' })).toBeVisible();
    return 'compared';
  }
  await hands.toCanvas();
  await hands.keys('Escape', 'Shift+A');
  const nodesAstray = async () => {
    // What was done last may still be bringing a part of the picture into view.
    await hands.keys('f');
    const astray = await strays(app, '[data-node]', 'data-node', nodes);
    return astray.length === 0 ? astray : [await lookedAt(app), ...astray];
  };
  await expect.poll(nodesAstray, { ...PATIENCE, message: 'nodes' }).toEqual([]);
  // From so far away more than that are drawn as one.
  if (edges.length <= EDGES_DRAWN) {
    const edgesAstray = () => strays(app, 'g[data-edge]', 'data-edge', edges);
    await expect.poll(edgesAstray, { ...PATIENCE, message: 'edges' }).toEqual([]);
  }
  return 'compared';
}

/** From where the picture is seen, and what the keys go to: what to know of nodes that are not there. */
function lookedAt({ page }: App): Promise<string> {
  return page.evaluate(() => {
    const view = document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform;
    const { width, height } = document.querySelector('#mesh-canvas')?.getBoundingClientRect() ?? {};
    const active = document.activeElement;
    return `${view} in ${width} × ${height}, the keyboard on ${active?.tagName} ${active?.getAttribute('aria-label')}`;
  });
}

/** What of these is not drawn, and what is drawn that is none of these. */
async function strays(
  { page }: App,
  selector: string,
  attribute: string,
  wanted: readonly { readonly id: string }[],
): Promise<string[]> {
  const drawn = await page
    .locator(`[data-pane=canvas] ${selector}`)
    .evaluateAll((elements, name) => elements.map((element) => element.getAttribute(name) ?? ''), attribute);
  const missing = new Set(wanted.map(({ id }) => id));
  const extra = drawn.filter((id) => !missing.delete(id));
  return [...[...missing].map((id) => `not drawn: ${id}`), ...extra.map((id) => `in no file: ${id}`)];
}

/** Undoes until nothing is left; gives the number of steps. */
export async function undoEverything(hands: Hands): Promise<number> {
  for (let steps = 0; ; steps++) {
    if ((await hands.app.undo.getAttribute('aria-disabled')) === 'true') return steps;
    await hands.pressMany(UNDO, 1);
  }
}

/** Bytes that the page's own program holds once everything that nobody needs is collected. */
export async function heapOf({ page }: App): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
