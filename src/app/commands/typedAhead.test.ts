import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepTyping, nextTyped, takeTyped, typedNow } from './typedAhead.ts';

const page = new EventTarget();

beforeEach(() => void vi.stubGlobal('document', page));
afterEach(() => {
  takeTyped();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Whether the key was kept from the page. */
function press(key: string, more: Partial<KeyboardEvent> = {}): boolean {
  const event = new Event('keydown', { cancelable: true });
  for (const [name, value] of Object.entries({ key, ...more })) Object.defineProperty(event, name, { value });
  Object.defineProperty(event, 'isTrusted', { value: true });
  page.dispatchEvent(event);
  return event.defaultPrevented;
}

test('letters are kept until they are taken, with what was taken back, and whether Enter was pressed', () => {
  keepTyping();
  for (const key of ['c', 'x', 'Backspace', 'a', 'Enter']) expect(press(key)).toBe(true);
  expect(takeTyped()).toEqual({ text: 'ca', chosen: true });
  expect(press('c')).toBe(false);
  expect(takeTyped()).toEqual({ text: '', chosen: false });
});

test('keys with Control, Alt or ⌘ are not kept', () => {
  keepTyping();
  expect(press('z', { ctrlKey: true })).toBe(false);
  expect(press('z', { metaKey: true })).toBe(false);
  expect(press('F2')).toBe(false);
});

test('Escape takes back what is on its way; without that it is the page’s own', () => {
  const leave = vi.fn();
  keepTyping(leave);
  press('a');
  expect(press('Escape')).toBe(true);
  expect(leave).toHaveBeenCalledOnce();
  expect(press('b')).toBe(false);
  keepTyping();
  expect(press('Escape')).toBe(false);
});

test('a press elsewhere, or a time in which nothing came, ends it: the keyboard is never dead', () => {
  vi.useFakeTimers();
  keepTyping();
  page.dispatchEvent(new Event('pointerdown'));
  expect(press('a')).toBe(false);
  keepTyping();
  vi.advanceTimersByTime(60_000);
  expect(press('a')).toBe(false);
});

test('they are given in their order, letters together; what comes meanwhile joins them', () => {
  keepTyping();
  for (const key of ['a', 'b', 'ArrowDown', 'Enter']) press(key);
  const own = typedNow();
  expect(nextTyped()).toEqual({ text: 'ab' });
  // The dialog that was on its way keeps them further while it comes.
  keepTyping();
  expect(typedNow()).toBe(own);
  press('c');
  expect([nextTyped(), nextTyped(), nextTyped()]).toEqual([
    { key: 'ArrowDown' },
    { key: 'Enter' },
    { text: 'c' },
  ]);
  expect(nextTyped()).toBe(null);
  expect(press('d')).toBe(false);
});
