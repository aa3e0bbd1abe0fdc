import { expect, test } from './app.ts';

declare global {
  interface Window {
    /** Answers of comparisons that the worker has given and the page has not heard yet. */
    held: (() => void)[] | null;
  }
}

const mesh =
  'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata:\n  name: api\nspec:\n  hosts:\n' +
  Array.from({ length: 60 }, (_, at) => `  - h${at}.example.com\n`).join('');

test('a comparison whose answer comes when the text has become shorter is of the text now', async ({
  app,
  page,
}) => {
  await page.addInitScript(() => {
    window.held = null;
    window.Worker = class extends Worker {
      constructor(...given: ConstructorParameters<typeof Worker>) {
        super(...given);
        this.addEventListener('message', (event: MessageEvent<{ res?: { changes?: unknown } } | null>) => {
          if (!window.held || !event.isTrusted || !event.data?.res?.changes) return;
          event.stopImmediatePropagation();
          const { data } = event;
          window.held.push(() => this.dispatchEvent(new MessageEvent('message', { data })));
        });
      }
    };
  });
  await app.openMesh(mesh, 'api.yaml');
  await app.yaml.getByRole('button', { name: 'Changes' }).click();
  const now = app.yaml.getByRole('textbox', { name: /^The file now/ });
  await now.focus();
  await page.keyboard.press('ControlOrMeta+End');

  await page.evaluate(() => (window.held = []));
  await page.keyboard.type('# the last line');
  await expect.poll(() => page.evaluate(() => window.held?.length)).toBeGreaterThan(0);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('# nothing else');
  await page.evaluate(() => {
    const held = window.held ?? [];
    window.held = null;
    for (const tell of held) tell();
  });
  await expect(app.yaml.locator('.char-insert, .line-insert').first()).toBeVisible();
  await app.expectText('# nothing else');
});
