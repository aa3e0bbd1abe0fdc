import { expect, it } from 'vitest';
import { createTypingBurst } from './typing.ts';

it('keeps one mark while typing goes on, and takes another after a pause or an end', () => {
  let time = 0;
  const burst = createTypingBurst(() => time);
  const first = burst.mark();
  time += 900;
  expect(burst.mark()).toBe(first);
  time += 900;
  expect(burst.mark()).toBe(first);
  time += 1001;
  const second = burst.mark();
  expect(second).not.toBe(first);
  burst.end();
  expect(burst.mark()).not.toBe(second);
});

it('never repeats a mark of another burst', () => {
  const a = createTypingBurst(() => 0);
  const b = createTypingBurst(() => 0);
  expect(a.mark()).not.toBe(b.mark());
});
