import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../many/random.ts';
import { arrivals, rateAt } from './arrivals.ts';
import { answerName } from './answer.ts';
import { backOff } from './back-off.ts';
import { drawLatency } from './latency.ts';
import { Limits } from './limits.ts';
import { localityShare, priorityShares } from './priorities.ts';
import { retriesReset, retriesStatus } from './retry-on.ts';
import { warmth } from './upstream.ts';
import { pool, rate, retries } from '../load.testkit.ts';

describe('shares of priorities', () => {
  // https://www.envoyproxy.io/docs/envoy/latest/intro/arch_overview/upstream/load_balancing/priority
  it.each([
    [
      [100, 100],
      [100, 0],
    ],
    [
      [72, 100],
      [100, 0],
    ],
    [
      [71, 100],
      [99, 1],
    ],
    [
      [50, 100],
      [70, 30],
    ],
    [
      [25, 100],
      [35, 65],
    ],
    [
      [0, 100],
      [0, 100],
    ],
    [
      [25, 25],
      [50, 50],
    ],
    [
      [5, 0],
      [100, 0],
    ],
  ] as const)('with %j percent healthy are %j', (healthy, loads) => {
    const levels = healthy.map((each) => ({ hosts: 100, healthy: each }));
    expect(priorityShares(levels, 0)).toEqual({ loads, panic: [false, false] });
  });

  it('panics below the threshold, and only where the other priorities cannot take over', () => {
    const half = { hosts: 10, healthy: 4 };
    expect(priorityShares([half], 50).panic).toEqual([true]);
    expect(priorityShares([half], 40).panic).toEqual([false]);
    expect(priorityShares([half, { hosts: 10, healthy: 10 }], 50).panic).toEqual([false, false]);
  });

  it('sends by how many hosts there are where nobody is healthy, and to nobody without panic', () => {
    const none = [
      { hosts: 3, healthy: 0 },
      { hosts: 1, healthy: 0 },
    ];
    expect(priorityShares(none, 10)).toEqual({ loads: [75, 25], panic: [true, true] });
    expect(priorityShares(none, 0)).toEqual({ loads: [100, 0], panic: [false, false] });
  });

  // One without hosts is 0 % healthy, and does not keep the others from panicking together.
  it('panics in all where all are below the threshold, those without hosts too', () => {
    const levels = [
      { hosts: 4, healthy: 1 },
      { hosts: 0, healthy: 0 },
      { hosts: 12, healthy: 1 },
    ];
    expect(priorityShares(levels, 50)).toEqual({ loads: [25, 0, 75], panic: [true, true, true] });
  });

  it('lets a locality keep its weight until less than 1/1.4 of it is healthy', () => {
    expect(localityShare(2, 5, 5)).toBe(2);
    expect(localityShare(2, 4, 5)).toBe(2);
    expect(localityShare(2, 3, 5)).toBeCloseTo(2 * 0.84);
    expect(localityShare(2, 0, 0)).toBe(0);
  });
});

describe('back-off', () => {
  it.each([
    [1, 24],
    [2, 49],
    [3, 99],
    [4, 199],
    [5, 249],
    [9, 249],
  ])('before retry %i is at most %i ms', (retry, most) => {
    expect(backOff(retry, 25, 250, () => 0)).toBe(0);
    expect(backOff(retry, 25, 250, () => 0.999_999)).toBe(most);
  });
});

describe('what is tried again', () => {
  const on = (words: string, codes: readonly number[] = []) =>
    retries({ on: new Set(words.split(',')), codes: new Set(codes) });

  it.each([
    ['5xx', 500, true],
    ['5xx', 499, false],
    ['gateway-error', 500, false],
    ['gateway-error', 502, true],
    ['gateway-error', 504, true],
    ['retriable-4xx', 409, true],
    ['retriable-4xx', 404, false],
    ['connect-failure,refused-stream', 503, false],
  ])('%s after %i: %s', (words, status, again) => {
    expect(retriesStatus(on(words), status)).toBe(again);
  });

  it('takes codes only with the word that stands for them', () => {
    expect(retriesStatus(on('retriable-status-codes', [418]), 418)).toBe(true);
    expect(retriesStatus(on('5xx', [418]), 418)).toBe(false);
  });

  it.each([
    ['connect-failure', 'connect', true],
    ['connect-failure', 'remote', false],
    ['connect-failure', 'timeout', false],
    ['reset', 'remote', true],
    ['reset', 'timeout', true],
    ['5xx', 'timeout', true],
    ['gateway-error', 'connect', true],
    ['5xx,reset,connect-failure', 'overflow', false],
  ] as const)('%s after %s: %s', (words, reset, again) => {
    expect(retriesReset(on(words), reset, true)).toBe(again);
  });

  it('takes a reset before the request only as long as no try was on its way', () => {
    expect(retriesReset(on('reset-before-request'), 'connect', false)).toBe(true);
    expect(retriesReset(on('reset-before-request'), 'connect', true)).toBe(false);
    expect(retriesReset(on('reset-before-request'), 'remote', true)).toBe(false);
  });
});

describe('limits', () => {
  it('give retries a share of the requests that are under way and waiting, or the least', () => {
    const limits = new Limits(pool({ maxRetries: 1, retryBudget: { percent: 20, least: 3 } }));
    expect(limits.maxRetries).toBe(3);
    limits.requests = 30;
    limits.pending = 9;
    expect(limits.maxRetries).toBe(7);
    expect(new Limits(pool({ maxRetries: 1 })).maxRetries).toBe(1);
  });
});

describe('warming up', () => {
  it.each([
    [0, 1, 0.1],
    [300, 0.1, 0.1],
    [30_000, 1, 0.5],
    [60_000, 1, 1],
    [15_000, 2, 0.5],
  ])('at %i ms with aggression %f leaves %f', (age, aggression, share) => {
    expect(warmth({ duration: 60_000, leastPercent: 10, aggression }, age)).toBeCloseTo(share);
  });
});

describe('latencies', () => {
  it('lie half below p50 and one of a hundred above p99', () => {
    const random = randomFrom(1);
    const drawn = Array.from({ length: 20_000 }, () => drawLatency({ p50: 20, p99: 200 }, random));
    const above = (length: number) => drawn.filter((each) => each > length).length / drawn.length;
    expect(above(20)).toBeCloseTo(0.5, 1);
    expect(Math.abs(above(200) - 0.01)).toBeLessThan(0.004);
    expect(drawLatency({ min: 5, max: 7 }, () => 0.5)).toBe(6);
    expect(drawLatency({ p50: 5, p99: 5 }, random)).toBe(5);
  });
});

describe('arrivals', () => {
  const phases = {
    ...rate(10),
    phases: [
      { at: 0, rate: 10, ramp: 0 },
      { at: 10_000, rate: 30, ramp: 10_000 },
      { at: 30_000, rate: 0, ramp: 0 },
    ],
  };
  it.each([
    [0, 10],
    [10_000, 10],
    [15_000, 20],
    [25_000, 30],
    [30_000, 0],
  ])('at %i ms come %i a second', (time, expected) => {
    expect(rateAt(phases, time)).toBe(expected);
  });

  it('are as many as the rate says, on a ramp too, and end with it', () => {
    let count = 0;
    const next = arrivals(phases, Math.random);
    for (let time = next(0); time < Infinity; count++) time = next(time);
    expect(Math.abs(count - 600)).toBeLessThan(3);
  });
});

describe('names of answers', () => {
  it('have flags in the order of Envoy’s access log', () => {
    expect(answerName(200, [])).toBe('200');
    expect(answerName(504, ['URX', 'UT'])).toBe('504 UT,URX');
  });
});
