import { expect, type Locator, type Page } from '@playwright/test';
import type { App } from './app.ts';

/** The drawer's “Send a request”, as a person uses it. */
export class Send {
  readonly tab: Locator;
  readonly panel: Locator;
  readonly url: Locator;
  readonly outcome: Locator;
  readonly steps: Locator;
  readonly suggested: Locator;
  readonly expectations: Locator;

  constructor(
    readonly app: App,
    readonly page: Page,
  ) {
    this.tab = app.drawer.getByRole('tab', { name: /^Send a request/ });
    this.panel = app.drawer.getByRole('tabpanel', { name: /^Send a request/ });
    this.url = this.panel.getByRole('combobox', { name: 'URL' });
    this.outcome = this.panel.getByRole('status', { name: 'Outcome' });
    this.steps = this.panel.getByRole('list', { name: 'Steps of the request' });
    this.suggested = this.panel.getByRole('list', { name: 'Suggested requests' });
    this.expectations = this.panel.getByRole('list', { name: 'Expectations' });
  }

  async open(): Promise<void> {
    await this.tab.click();
    // The fields are filled with something that can be sent.
    await expect(this.url).not.toHaveValue('');
  }

  /** Types a URL and sends it. */
  async send(url: string): Promise<void> {
    // The fields may have begun with the headers of a suggested request.
    const headers = this.panel.getByRole('button', { name: /^Remove header/ });
    while ((await headers.count()) > 0) await headers.first().click();
    await this.url.fill(url);
    await this.page.keyboard.press('Escape');
    await this.panel.getByRole('button', { name: 'Send', exact: true }).click();
  }

  /** Shows what stands beside the steps: facts, a thousand, expectations. */
  async show(view: string): Promise<void> {
    await this.panel.getByRole('group', { name: 'Show' }).getByRole('button', { name: view }).click();
  }

  fact(title: string): Locator {
    return this.panel
      .getByLabel('As the destination sees it')
      .locator('dl > div', { hasText: new RegExp(`^${title}`) })
      .locator('dd')
      .first();
  }

  /** Keeps what became of the request. */
  async keep(name: string): Promise<void> {
    await this.show('Expectations');
    await this.panel.getByRole('button', { name: 'Keep as expectation …' }).click();
    await this.panel.getByRole('textbox', { name: 'Name' }).fill(name);
    await this.panel.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(this.expectations).toContainText(name);
  }
}
