import { expect, test as base, type Locator, type Page } from '@playwright/test';
import { findIn } from './find.ts';
import { slowDown, SLOWNESS } from './slow.ts';

const NOT_COPIED = 'nothing is copied yet';

/** The page as a person meets it, with the places that they look at. Fails the test on a console error or a request to elsewhere. */
export class App {
  readonly canvas: Locator;
  readonly form: Locator;
  readonly yaml: Locator;
  readonly drawer: Locator;
  readonly rail: Locator;
  /** What screen readers were told last of the canvas. */
  readonly announced: Locator;
  readonly undo: Locator;
  readonly redo: Locator;

  constructor(readonly page: Page) {
    this.canvas = page.getByRole('application', { name: 'Picture of the mesh' });
    this.form = page.getByRole('region', { name: 'Form', exact: true });
    this.yaml = page.getByRole('region', { name: 'YAML', exact: true });
    this.drawer = page.getByRole('region', { name: 'Drawer' });
    this.rail = page.getByRole('region', { name: 'Files and resources' });
    this.announced = page.getByTestId('canvas-announcement');
    this.undo = page.getByRole('banner').getByRole('button', { name: /^Undo/ });
    this.redo = page.getByRole('banner').getByRole('button', { name: /^Redo/ });
  }

  /** Opens the page and waits for picture and editor. */
  async open(): Promise<void> {
    await this.page.goto('/');
    await expect(this.canvas.getByRole('group').first()).toBeVisible();
    await expect(this.editor).toBeAttached();
  }

  /** Monaco's own input. */
  get editor(): Locator {
    return this.yaml.getByRole('textbox', { name: /^YAML of the file/ });
  }

  node(name: RegExp | string): Locator {
    return this.canvas.getByRole('group', { name });
  }

  /** The node that the keyboard stands on. */
  async current(): Promise<string> {
    const id = await this.canvas.getAttribute('aria-activedescendant');
    if (!id) return '';
    const place = this.page.locator(`[id="${id}"]`);
    return (await place.getAttribute('aria-label')) ?? (await place.textContent()) ?? '';
  }

  resource(name: string): Locator {
    return this.rail.getByRole('button', {
      name: new RegExp(`(Virtual Service|Service Entry|Destination Rule) ${name}`),
    });
  }

  /** The list of problems, with the drawer open. */
  async problems(): Promise<Locator> {
    await this.drawer.getByRole('tab', { name: /^Problems/ }).click();
    return this.drawer.getByRole('tabpanel', { name: /^Problems/ });
  }

  saved(): Promise<void> {
    return expect(this.page.getByRole('banner')).toContainText('saved in this browser');
  }

  /** The text of the shown file, by a way out that every person has: copy. As it is now: see `expectText`. */
  async text(): Promise<string> {
    // What was copied before must not be taken for what is copied now: the browser writes in its own time.
    await this.page.evaluate((none) => navigator.clipboard.writeText(none), NOT_COPIED);
    await this.export('Copy this file');
    const copied = () => this.page.evaluate(() => navigator.clipboard.readText());
    await expect.poll(copied).not.toBe(NOT_COPIED);
    return copied();
  }

  /** The text of the shown file becomes this, or like this. What is done may be done by code that has yet to come. */
  async expectText(text: string | RegExp): Promise<void> {
    if (typeof text === 'string') await expect.poll(() => this.text()).toBe(text);
    else await expect.poll(() => this.text()).toMatch(text);
  }

  async export(item: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Export YAML' }).click();
    await this.page.getByRole('menuitem', { name: item }).click();
  }

  /** Opens the page with this one file and nothing else. */
  async openMesh(text: string, name = 'shop.yaml'): Promise<void> {
    await this.open();
    await this.openFiles('Replace', [{ name, text }]);
    await expect(this.rail.getByRole('button', { name: `File ${name}` })).toBeVisible();
  }

  /** A rule, subset, server or port inside a node, by what it shows. */
  row(node: RegExp | string, text: string): Locator {
    return this.node(node).locator('[data-row]', { hasText: text });
  }

  /** Goes to a node or a row by its words, as the keyboard does. */
  async goTo(words: string): Promise<void> {
    await this.canvas.focus();
    await this.page.keyboard.press('/');
    await this.page.getByRole('textbox', { name: 'Find on the canvas' }).fill(words);
    await this.page.keyboard.press('Enter');
    await this.page.keyboard.press('Escape');
    await expect(this.canvas).toBeFocused();
    await expect.poll(() => this.current()).not.toBe('');
  }

  /**
   * Where something is drawn: its middle, or a place in it from its left upper corner in shares of its size. Measured once
   * it stands still: the picture may be gliding, and its lines may be a sketch of what they will be.
   */
  async point(of: Locator, [right, down]: readonly [number, number] = [0.5, 0.5]): Promise<Point> {
    const box = await this.still(of);
    return { x: box.x + box.width * right, y: box.y + box.height * down };
  }

  /** The lines of the picture are where they stay: until then they, and what they say, may be sketched. */
  async settled(): Promise<void> {
    await expect(this.canvas.locator('[data-sketch]')).toHaveCount(0);
  }

  /** The place of something that does not move any more. */
  async still(of: Locator): Promise<Box> {
    await this.settled();
    return of.evaluate(async (element) => {
      const measure = () => element.getBoundingClientRect();
      let [before, frames] = [measure(), 0];
      // A glide begins a frame or two after it was asked for, and slowly.
      while (frames < 4) {
        await new Promise(requestAnimationFrame);
        const now = measure();
        const same = now.x === before.x && now.y === before.y && now.width === before.width;
        [before, frames] = [now, same ? frames + 1 : 0];
      }
      const { x, y, width, height } = before;
      if (width === 0 && height === 0) throw new Error('It is not on the screen');
      return { x, y, width, height };
    });
  }

  /** Presses at one place, goes to the other and lets go there; what `before` does happens in between. */
  async drag(from: Point, to: Point, before?: () => Promise<void>): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
    await mouse.move(to.x, to.y, { steps: 3 });
    await before?.();
    await mouse.up();
  }

  /**
   * The handle from which a line is drawn: of a rule, or of a node as a whole. It is there while the pointer is on the node,
   * and a picture that glides forgets the pointer until that moves again.
   */
  async handle(node: RegExp | string, row = ''): Promise<Point> {
    const handle = this.node(node).locator(`[data-handle="${row}"]`);
    await expect(async () => {
      await this.page.mouse.move(0, 0);
      await this.node(node).hover();
      await expect(handle).toBeAttached({ timeout: 1000 });
    }).toPass();
    return this.point(handle);
  }

  /** A line of the picture, by its words. */
  line(words: RegExp | string): Locator {
    return this.canvas.getByRole('img', { name: words });
  }

  /** The middle of a line, as it is drawn. */
  async onLine(words: RegExp | string): Promise<Point> {
    const path = this.line(words).locator('path').first();
    await this.still(path);
    return path.evaluate((element) => {
      const line = element as SVGPathElement;
      const { x, y } = line.getPointAtLength(line.getTotalLength() / 2);
      const { a, d, e, f } = line.getScreenCTM() ?? new DOMMatrix();
      return { x: x * a + e, y: y * d + f };
    });
  }

  /** What was done made `after` of `before`, as one step: undo and redo lead back and forth, to the byte. */
  async expectOneStep(before: string, after: string): Promise<void> {
    await this.expectText(after);
    await this.undo.click();
    await this.expectText(before);
    await this.redo.click();
    await this.expectText(after);
  }

  /** Opens files beside what is there, or instead of it. */
  async openFiles(
    how: 'Replace' | 'Keep, and add',
    files: readonly { name: string; text: string | Uint8Array }[],
  ): Promise<void> {
    await this.page.getByRole('button', { name: 'Open…' }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Open' });
    await dialog.getByRole('button', { name: how }).click();
    const chooser = this.page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await (
      await chooser
    ).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/yaml', buffer: Buffer.from(text) })));
    await expect(dialog).toBeHidden();
  }

  /** Writes into what was just asked for in the form, once the keyboard is there. */
  async write(text: string): Promise<void> {
    await expect(this.form.locator(':is(input, textarea):focus')).toBeVisible();
    await this.page.keyboard.type(text);
  }

  /** Puts the caret behind the first place where the YAML pane shows this text. */
  async caretBehind(text: string): Promise<void> {
    await this.select(text);
    await this.page.keyboard.press('ArrowRight');
  }

  /** Shows the whole picture. */
  fit(): Promise<void> {
    return this.page.getByRole('button', { name: 'Fit', exact: true }).click();
  }

  /** Pastes into whatever has the keyboard. */
  async paste(text: string): Promise<void> {
    await this.page.evaluate((clip) => navigator.clipboard.writeText(clip), text);
    await this.page.keyboard.press('ControlOrMeta+v');
  }

  /** Selects the first place where the YAML pane shows this text. */
  select(text: string): Promise<void> {
    return findIn(this.editor, text);
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

export const test = base.extend<{ app: App }>({
  app: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(String(error)));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== baseURL)
        faults.push(`request to ${request.url()}`);
    });
    if (SLOWNESS > 1) await slowDown(page);
    await use(new App(page));
    expect(faults).toEqual([]);
  },
});

export { expect };
