import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlier } from '../load.testkit.ts';
import { OutlierDetector, watched, type EjectionCause, type Watched } from './outlier.ts';
import type { OutlierPlan } from './plan.ts';

function detecting(count: number, more: Partial<OutlierPlan>) {
  const hosts = Array.from({ length: count }, () => watched());
  const seen: string[] = [];
  const tell = (word: string) => (host: Watched, cause?: EjectionCause) =>
    void seen.push([word, hosts.indexOf(host), cause].filter((part) => part !== undefined).join(' '));
  const detector = new OutlierDetector(outlier(more), hosts, {
    ejected: tell('out'),
    kept: tell('kept'),
    returned: tell('back'),
  });
  const at = (index: number): Watched => hosts[index] ?? watched();
  const answers = (index: number, statuses: readonly number[], now = 0) => {
    for (const status of statuses) detector.answered(at(index), status, now);
  };
  return { detector, hosts, seen, at, answers };
}

const whole = { maxEjectionPercent: 100 };

describe('outlier detection', () => {
  it('counts 5xx that follow each other; an answer below 500 begins anew', () => {
    const { answers, seen } = detecting(1, { ...whole, consecutive5xx: 3 });
    answers(0, [500, 503, 404, 500, 500]);
    expect(seen).toEqual([]);
    answers(0, [502]);
    expect(seen).toEqual(['out 0 consecutive5xxErrors']);
  });

  it('counts 502, 503 and 504 as gateway errors, and a 500 ends their row', () => {
    const { answers, seen } = detecting(1, { ...whole, consecutive5xx: 0, consecutiveGateway: 2 });
    answers(0, [503, 500, 504]);
    expect(seen).toEqual([]);
    answers(0, [502]);
    expect(seen).toEqual(['out 0 consecutiveGatewayErrors']);
  });

  it('counts what never was answered as 503 and 504, or by itself where it is split', () => {
    const joint = detecting(1, { ...whole, consecutive5xx: 2 });
    joint.detector.failed(joint.at(0), 503, 0);
    joint.detector.failed(joint.at(0), 504, 0);
    expect(joint.seen).toEqual(['out 0 consecutive5xxErrors']);
    const split = detecting(1, { ...whole, consecutive5xx: 2, split: true, consecutiveLocalOrigin: 3 });
    split.detector.failed(split.at(0), 503, 0);
    split.detector.failed(split.at(0), 503, 0);
    split.detector.connected(split.at(0));
    split.detector.failed(split.at(0), 503, 0);
    split.detector.failed(split.at(0), 504, 0);
    expect(split.seen).toEqual([]);
    split.detector.failed(split.at(0), 503, 0);
    expect(split.seen).toEqual(['out 0 consecutiveLocalOriginFailures']);
  });

  // Envoy's error matcher: what matches is an error, as its own status where that is one; all else is a success, 5xx too.
  it('counts only the statuses that are named, where some are', () => {
    const { answers, seen } = detecting(1, {
      ...whole,
      consecutive5xx: 2,
      errorCodes: new Set([429, 503]),
    });
    answers(0, [429, 500, 503, 200, 429]);
    expect(seen).toEqual([]);
    answers(0, [503]);
    expect(seen).toEqual(['out 0 consecutive5xxErrors']);
  });

  it('ejects with the very answer that fills the count, and no second time for answers that were under way', () => {
    const { answers, seen, at } = detecting(2, { ...whole, consecutive5xx: 2 });
    answers(0, [500]);
    expect(at(0).ejected).toBe(false);
    answers(0, [500]);
    expect(at(0).ejected).toBe(true);
    answers(0, [500, 500, 500, 500]);
    expect(seen).toEqual(['out 0 consecutive5xxErrors']);
    expect(at(0).backoff).toBe(1);
  });

  it.each([
    [1, 10, 0],
    [1, 99, 0],
    [1, 100, 1],
    [2, 49, 0],
    [2, 50, 1],
    [10, 10, 1],
    [9, 10, 0],
    [20, 10, 2],
    [3, 66, 1],
    [3, 67, 2],
  ])('of %i hosts with at most %i %% ejects %i', (count, maxEjectionPercent, expected) => {
    const { answers, hosts, seen } = detecting(count, { maxEjectionPercent, consecutive5xx: 1 });
    for (const index of hosts.keys()) answers(index, [500]);
    expect(hosts.filter(({ ejected }) => ejected).length).toBe(expected);
    expect(seen.filter((each) => each.startsWith('kept')).length).toBe(count - expected);
  });

  it('lets a host return with the first sweep after its time, and keeps it out longer each time', () => {
    const { detector, answers, at } = detecting(1, { ...whole, consecutive5xx: 1 });
    answers(0, [500], 12_000);
    detector.sweep(40_000);
    expect(at(0).ejected).toBe(true);
    detector.sweep(50_000);
    expect(at(0).ejected).toBe(false);
    answers(0, [500], 51_000);
    expect(detector.ejectionTime(at(0))).toBe(60_000);
    detector.sweep(110_000);
    expect(at(0).ejected).toBe(true);
    detector.sweep(120_000);
    expect(at(0).ejected).toBe(false);
  });

  it('takes one step back for each interval that a host is in', () => {
    const { detector, answers, at } = detecting(1, { ...whole, consecutive5xx: 1 });
    answers(0, [500], 0);
    detector.sweep(30_000);
    answers(0, [500], 31_000);
    detector.sweep(91_000);
    expect(at(0).backoff).toBe(2);
    detector.sweep(101_000);
    detector.sweep(111_000);
    answers(0, [500], 112_000);
    expect(detector.ejectionTime(at(0))).toBe(30_000);
  });

  it('is never out longer than the longest', () => {
    const { detector, answers, at } = detecting(1, { ...whole, consecutive5xx: 1 });
    for (let now = 0; now < 100 * 300_000; now += 300_000) {
      answers(0, [500], now);
      detector.sweep(now + 300_000);
      expect(at(0).ejected).toBe(false);
    }
    answers(0, [500], 100 * 300_000);
    expect(detector.ejectionTime(at(0))).toBe(300_000);
  });

  it('never ejects more than its share, whatever comes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 100 }),
        fc.array(fc.tuple(fc.nat(11), fc.constantFrom(200, 500, 503, 0)), { maxLength: 150 }),
        (count, maxEjectionPercent, events) => {
          const { detector, hosts, at } = detecting(count, { maxEjectionPercent, consecutive5xx: 2 });
          for (const [now, [index, status]] of events.entries()) {
            if (status) detector.answered(at(index % count), status, now * 1000);
            else detector.sweep(now * 1000);
            const out = hosts.filter(({ ejected }) => ejected).length;
            expect((100 * out) / count).toBeLessThanOrEqual(maxEjectionPercent);
          }
        },
      ),
    );
  });
});
