import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

type Finger = readonly [x: number, y: number];

/** Fingers on the glass, which move in steps from where they begin to where they end. */
async function fingers(page: Page, from: readonly Finger[], to: readonly Finger[], hold = 0): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Finger[]) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: points.map(([x, y], id) => ({ x, y, id })),
    });
  await send('touchStart', from);
  const steps = from === to ? 0 : 8;
  for (let step = 1; step <= steps; step++) {
    const at = from.map(([x, y], index): Finger => {
      const [endX, endY] = to[index] ?? [x, y];
      return [x + ((endX - x) * step) / steps, y + ((endY - y) * step) / steps];
    });
    await send('touchMove', at);
  }
  if (hold) await page.waitForTimeout(hold);
  await send('touchEnd', []);
  await session.detach();
}

const view = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate((element) => {
    const { e, f, a } = new DOMMatrix(getComputedStyle(element).transform);
    return { x: e, y: f, zoom: a };
  });

test('one finger moves the picture, from paper and from a node, and two change its size', async ({
  app,
  page,
}) => {
  await page.goto('/');
  await expect(app.node(/^DestinationRule/)).toBeVisible();
  const start = await view(page);
  await fingers(page, [[30, 700]], [[60, 640]]);
  await expect.poll(async () => (await view(page)).y).toBeLessThan(start.y - 30);
  const box = await app.node(/^ServiceEntry/).boundingBox();
  if (!box) throw new Error('no node');
  const before = await view(page);
  await fingers(page, [[box.x + 50, box.y + 20]], [[box.x + 50, box.y + 90]]);
  await expect.poll(async () => (await view(page)).y).toBeGreaterThan(before.y + 30);
  await expect(app.node(/^ServiceEntry/)).not.toHaveAttribute('data-selected');
  await fingers(
    page,
    [
      [120, 400],
      [270, 400],
    ],
    [
      [170, 400],
      [220, 400],
    ],
  );
  await expect.poll(async () => (await view(page)).zoom).toBeLessThan(0.7);
});

test('a tap selects, and a finger that rests opens the menu of what is under it', async ({ app, page }) => {
  await page.goto('/');
  const node = app.node(/^DestinationRule/);
  await expect(node).toBeVisible();
  await node.tap();
  await expect(node).toHaveAttribute('data-selected');
  const box = await app.node(/^VirtualService/).boundingBox();
  if (!box) throw new Error('no node');
  const at: readonly Finger[] = [[box.x + 40, box.y + 15]];
  await fingers(page, at, at, 800);
  const menu = page.getByRole('menu', { name: 'What stands here' });
  await expect(menu.getByRole('menuitem', { name: 'Open in the form' })).toBeVisible();
  await expect(app.node(/^VirtualService/)).toHaveAttribute('data-selected');
});

test.describe('with less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('the view goes where it is asked to at once', async ({ app, page }) => {
    await page.goto('/');
    await expect(app.node(/^DestinationRule/)).toBeVisible();
    await app.canvas.focus();
    const zooms = await page.locator('.react-flow__viewport').evaluateHandle((element) => {
      const seen = new Set<number>();
      const look = () => {
        seen.add(new DOMMatrix(getComputedStyle(element).transform).a);
        requestAnimationFrame(look);
      };
      look();
      return seen;
    });
    const seen = () => zooms.evaluate((all) => [...all]);
    await page.keyboard.press('-');
    await expect.poll(async () => (await seen()).length).toBeGreaterThan(1);
    // Of a view that glides, the second that is seen is on the way.
    expect(await seen()).toEqual([1, 0.8]);
  });
});
