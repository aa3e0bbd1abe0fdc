import type { Locator, Page } from '@playwright/test';
import { expect, type App } from '../app.ts';
import type { Dice } from './dice.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** By file: those without any are left out. */
export type Errors = ReadonlyMap<string, number>;

export const UNDO = 'Control+z';
export const REDO = 'Control+Shift+z';

/** What asks for something and waits: a dialog, a menu, a list. */
const POPUPS = '[role=dialog], [role=alertdialog], [role=menu], [role=listbox]';
/** What a gesture must not press: it would leave the page, or open a window of the system. */
const NOT_TO_PRESS = /download|choose|reload|copy|save as|print|new window|files…|folder/i;

/** Hands that do what comes to mind, wherever that leads: by mouse and keys alone, on what can be seen and reached. */
export class Hands {
  serial = 0;

  constructor(
    readonly app: App,
    readonly dice: Dice,
  ) {}

  get page(): Page {
    return this.app.page;
  }

  /** The middle of one of the things that this selector names and that nothing lies over; null where there is none. */
  spot(selector: string): Promise<Point | null> {
    return this.page.evaluate(
      ([selector, share, never]) => {
        const points = [...document.querySelectorAll(selector)].flatMap((element) => {
          const box = element.getBoundingClientRect();
          const point = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          const top = document.elementFromPoint(point.x, point.y);
          const reached = top !== null && (element.contains(top) || top === element);
          const words = `${element.getAttribute('aria-label') ?? ''} ${element.textContent ?? ''}`;
          const pressable = element.matches('button, a, [role^=menuitem]');
          return reached && box.width > 1 && !(pressable && new RegExp(never, 'i').test(words))
            ? [point]
            : [];
        });
        return points[Math.floor(share * points.length)] ?? null;
      },
      [selector, this.dice.share(), NOT_TO_PRESS.source] as const,
    );
  }

  /** Presses one of these; false where there is none. */
  async press(selector: string, options: Parameters<Page['mouse']['click']>[2] = {}): Promise<boolean> {
    const point = await this.spot(selector);
    if (point) await this.page.mouse.click(point.x, point.y, options);
    return point !== null;
  }

  /** Drags one thing to a point of another, or some way off. */
  async drag(from: Point, to: Point): Promise<void> {
    const { mouse } = this.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 2 });
    await mouse.up();
  }

  async keys(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The same key, on the picture, so many times. */
  async pressMany(key: string, times: number): Promise<void> {
    await this.toCanvas();
    for (let left = times; left > 0; left--) await this.keys(key);
  }

  /** How many errors each file is marked with. */
  async errors(): Promise<Errors> {
    const marked = this.app.rail.getByRole('button', { name: /^File .*error/ });
    const words = await marked.allTextContents();
    return new Map(
      words.map((text) => [/[\w.-]+\.ya?ml/.exec(text)?.[0] ?? text, Number(/(\d+) error/.exec(text)?.[1])]),
    );
  }

  /** Undoes what a person would: the last few steps, while a file has more errors than before them. */
  async takeBack(before: Errors): Promise<void> {
    const worse = async () => {
      // Marks follow the text by a moment: one undo too many would take back what was good.
      await this.drawn();
      await this.app.settled();
      return [...(await this.errors())].some(([file, count]) => count > (before.get(file) ?? 0));
    };
    for (let tries = 0; tries < 4 && (await worse()); tries++) await this.pressMany(UNDO, 1);
  }

  /** The keyboard is on the picture. */
  async toCanvas(): Promise<void> {
    const { canvas } = this.app;
    if (await canvas.isVisible()) await canvas.focus();
  }

  /** The keyboard is somewhere in the YAML; false where there is none to see. */
  async toYaml(): Promise<boolean> {
    return this.press('[data-pane=source] .monaco-editor .view-line');
  }

  get popup(): Locator {
    return this.page.locator(POPUPS);
  }

  /** Answers whatever asks, one way or another, until nothing does. */
  async answer(): Promise<void> {
    if (this.dice.happens(0.5) && (await this.popup.count()) > 0) {
      await this.press('[role=dialog] button, [role=alertdialog] button, [role^=menuitem], [role=option]');
    }
    await this.closeAll();
  }

  async closeAll(): Promise<void> {
    for (let tries = 0; tries < 6 && (await this.popup.count()) > 0; tries++) await this.keys('Escape');
  }

  /** Closes what asks, also what comes late for what was done before, until this can be pressed. */
  async uncover(button: Locator): Promise<void> {
    await expect(async () => {
      await this.closeAll();
      await button.click({ trial: true, timeout: 1000 });
    }).toPass({ timeout: 30_000 });
  }

  /** The page has drawn what was done. */
  drawn(): Promise<void> {
    return this.page.evaluate(
      () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done()))),
    );
  }
}
