import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';

/** Somebody who takes a lesson: reads, does what each step asks for, and looks whether its goals are met. */
export class Learner {
  readonly panel: Locator;
  readonly goals: Locator;

  constructor(
    readonly app: App,
    readonly page: Page,
  ) {
    this.panel = page.getByRole('region', { name: 'Lesson', exact: true });
    this.goals = this.panel.getByRole('region', { name: 'Goals' }).getByRole('listitem');
  }

  heading(title: string): Locator {
    return this.panel.getByRole('heading', { name: title });
  }

  press(name: string): Promise<void> {
    return this.panel.getByRole('button', { name, exact: true }).click();
  }

  /** From the menu to the first step of a lesson. */
  async begin(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'More', exact: true }).click();
    await this.page.getByRole('menuitem', { name: 'Lessons…' }).click();
    await this.page.getByRole('dialog', { name: 'Lessons' }).getByRole('button', { name: title }).click();
    await expect(this.panel.getByRole('heading', { name: title, level: 2 })).toBeVisible();
  }

  /** By a link to the first step, as a trainer hands it out. */
  async open(id: string): Promise<void> {
    await this.page.goto(`/#lesson=${id}`);
    await expect(this.panel).toContainText('Step 1 of');
    await expect(this.app.canvas.getByRole('group').first()).toBeVisible();
    await expect(this.app.editor).toBeAttached();
  }

  /** A step that is only read; its first request is sent, and ends so. */
  async read(title: string, ends: string | RegExp): Promise<void> {
    await expect(this.heading(title)).toBeVisible();
    await this.send(ends);
    await this.press('Next');
  }

  /** Sends the first request of the step, or the one that says so. */
  async send(ends: string | RegExp, which: RegExp = /^Send /): Promise<void> {
    await this.panel.getByRole('button', { name: which }).first().click();
    await expect(this.app.drawer.getByRole('status', { name: 'Outcome' })).toContainText(ends);
  }

  /** A step with goals: some are not met, then it is done, and all are. */
  async task(title: string, work: () => Promise<void>): Promise<void> {
    await expect(this.heading(title)).toBeVisible();
    await expect(this.goals.filter({ hasText: 'Not met yet' }).first()).toBeVisible();
    await work();
    await expect(this.panel.getByText('All goals are met.', { exact: true })).toBeVisible();
    const last = this.panel.getByRole('button', { name: 'Finish', exact: true });
    await ((await last.isVisible()) ? last.click() : this.press('Next'));
  }

  /** The end: what was learned, and that all was done without being shown. */
  async learned(tasks: number): Promise<void> {
    await expect(this.heading('What you have learned')).toBeVisible();
    await expect(this.panel.getByRole('region', { name: 'The trap' })).toBeVisible();
    await expect(this.panel.getByRole('region', { name: 'How it went' })).toContainText(
      `${tasks} of ${tasks} tasks done on your own`,
    );
  }

  /** Opens a file in the YAML pane, and writes something in the place of a text that stands there. */
  async edit(file: string, text: string, instead: string): Promise<void> {
    await this.app.rail.getByRole('button', { name: `File ${file}` }).click();
    await this.app.select(text);
    await this.app.paste(instead);
  }

  /** The same, with something written behind a text. */
  add(file: string, text: string, more: string): Promise<void> {
    return this.edit(file, text, text + more);
  }

  /** Drags a kind out of the rail onto a node. */
  async drop(kind: string, onto: RegExp): Promise<void> {
    await this.app.rail
      .getByRole('button', { name: `Add ${kind}`, exact: true })
      .dragTo(this.app.node(onto), { targetPosition: { x: 30, y: 12 } });
  }

  /** Drags a rule of a node above another; both by their place, from 0. */
  async reorder(node: RegExp, rule: number, above: number): Promise<void> {
    const { app } = this;
    const at = (index: number): Locator => app.node(node).locator(`[data-row="http.${index}"]`);
    await app.drag(await app.point(at(rule), [0.2, 0.5]), await app.point(at(above), [0.1, 0.1]));
  }

  /** Mends by what the menu of a node offers. */
  async fix(node: RegExp, title: string): Promise<void> {
    await this.app.node(node).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: `Fix: ${title}` }).click();
  }

  /** Fills a field of the form that takes suggestions. */
  async choose(field: Locator, value: string): Promise<void> {
    await field.fill(value);
    await field.press('Enter');
  }
}
