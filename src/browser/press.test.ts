import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchPresses, type Presses } from './press.ts';

let page: EventTarget;
let presses: Presses;
let done: string[];

const tell = (type: string, more: object = {}) => page.dispatchEvent(Object.assign(new Event(type), more));
const wait = (name: string) => presses.released().then(() => done.push(name));

beforeEach(() => {
  vi.useFakeTimers();
  page = new EventTarget();
  presses = watchPresses(page);
  done = [];
});
afterEach(() => {
  presses.dispose();
  vi.useRealTimers();
});

describe('released', () => {
  it('is at once while nothing is pressed', async () => {
    await wait('first');
    expect(done).toEqual(['first']);
  });

  it.each(['pointerup', 'pointercancel', 'dragend'])(
    'waits for %s, and lets the click go first',
    async (end) => {
      tell('pointerdown');
      void wait('late');
      await vi.runAllTimersAsync();
      expect(done).toEqual([]);
      tell(end);
      done.push('click');
      await vi.runAllTimersAsync();
      expect(done).toEqual(['click', 'late']);
    },
  );

  it('waits on where the next press follows at once', async () => {
    tell('pointerdown');
    void wait('late');
    tell('pointerup');
    tell('pointerdown');
    await vi.runAllTimersAsync();
    expect(done).toEqual([]);
    tell('pointerup');
    await vi.runAllTimersAsync();
    expect(done).toEqual(['late']);
  });

  it('finds out later what was let go outside the window', async () => {
    tell('pointerdown');
    void wait('late');
    tell('pointermove', { buttons: 1 });
    await vi.runAllTimersAsync();
    expect(done).toEqual([]);
    tell('pointermove', { buttons: 0 });
    await vi.runAllTimersAsync();
    expect(done).toEqual(['late']);
  });
});
