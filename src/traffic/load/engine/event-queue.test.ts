import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventQueue } from './event-queue.ts';

describe('the queue of events', () => {
  it('gives the soonest first, and of the same time what was planned first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), (times) => {
        const queue = new EventQueue();
        const seen: (readonly [number, number])[] = [];
        for (const [order, time] of times.entries()) queue.plan(time, () => seen.push([time, order]));
        for (let event = queue.take(); event; event = queue.take()) event.run();
        expect(seen).toEqual(
          times.map((time, order) => [time, order]).sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d),
        );
      }),
    );
  });

  it('keeps nothing that never happens', () => {
    const queue = new EventQueue();
    queue.plan(Infinity, () => undefined);
    expect([queue.size, queue.next]).toEqual([0, Infinity]);
  });
});
