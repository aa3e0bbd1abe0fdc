import type { Page } from '@playwright/test';

/**
 * A hunt for races: `MESHWRIGHT_SLOW=2 npm run test:e2e` runs the page two times slower, and lets every answer of a
 * worker and every chunk come late, each by another time. What then fails waits for too little, or loses what a person did
 * when something comes late.
 */
export const SLOWNESS = Number(process.env['MESHWRIGHT_SLOW'] ?? 1);

/** The longest that an answer or a chunk is held back, in milliseconds. */
const LATE = 300;

export async function slowDown(page: Page): Promise<void> {
  await page.addInitScript((late) => {
    const queues = new WeakMap<Worker, Promise<unknown>>();
    // Holds back what goes to a worker, in its order: so its answers come late, whoever listens to them.
    window.Worker = class extends Worker {
      override postMessage(message: unknown, more?: Transferable[] | StructuredSerializeOptions): void {
        const held = new Promise((go) => setTimeout(go, Math.random() * late));
        const turn = Promise.all([queues.get(this), held]);
        queues.set(
          this,
          turn.then(() => super.postMessage(message, more as Transferable[])),
        );
      }
    };
  }, LATE);
  await page.addInitScript(() => {
    // Playwright scrolls what is out of view; the picture puts that back a frame later, and a click in between hits
    // something else, or not, as time has it. A test goes there first as a person does: by `goTo`, or by Fit.
    document.addEventListener(
      'scroll',
      ({ target }) => {
        const moved = target instanceof Element && (target.scrollLeft !== 0 || target.scrollTop !== 0);
        if (moved && target.closest('.react-flow'))
          console.error(`The picture was scrolled: ${target.className}`);
      },
      true,
    );
  });
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((go) => setTimeout(go, Math.random() * LATE));
    await route.continue().catch(() => {});
  });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWNESS });
}
