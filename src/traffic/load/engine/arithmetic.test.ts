import { describe, expect, it } from 'vitest';
import { answers, cluster, host, hosts, outlier, pool, ran, rate, retries, total } from '../load.testkit.ts';
import type { BalancerKind, LoadPlan, OutlierPlan } from './plan.ts';

/** What whole runs come to by Envoy's arithmetic, done by hand. Shares are in percent. */
const shareOf = (more: Partial<LoadPlan>, answer: string): number => {
  const run = ran({ duration: 60_000, arrivals: rate(200), ...more });
  return (100 * (answers(run)[answer] ?? 0)) / run.recorder.sentInAll;
};
const by = (kind: BalancerKind) => ({ kind, ringSize: 1024, tableSize: 65_537, warmup: null });
const always = (does: 'hangs' | 'refuses' | 'resets') => ({ script: [{ from: 0, to: Infinity, does }] });

describe('one host of some that hangs, with a timeout', () => {
  // Least request draws two hosts and takes the less busy one: the one that hangs only where both draws are it.
  it.each([
    ['least-request', 2, 25],
    ['least-request', 3, 100 / 9],
    ['least-request', 5, 4],
    ['round-robin', 3, 100 / 3],
    ['random', 5, 20],
  ] as const)('by %s of %i takes %d %%', (kind, count, expected) => {
    const list = [host('bad', always('hangs')), ...hosts(count - 1)];
    const late = shareOf(
      { timeout: 500, clusters: [cluster({ balancer: by(kind), hosts: list })] },
      '504 UT',
    );
    // What came in the last half second is not late yet.
    expect(Math.abs(late - expected)).toBeLessThan(1.5);
  });
});

describe('hosts that all fail by chance', () => {
  // A request fails where each of its tries does.
  it.each([
    [10, 0, '503', 10],
    [30, 1, '503 URX', 9],
    [50, 2, '503 URX', 12.5],
    [50, 3, '503 URX', 6.25],
  ])('%i %% with %i retries: %s for %d %%', (errors, attempts, answer, expected) => {
    const failed = shareOf(
      {
        retries: attempts ? retries({ attempts }) : null,
        clusters: [cluster({ hosts: hosts(4, { errors }) })],
      },
      answer,
    );
    expect(Math.abs(failed - expected)).toBeLessThan(1);
  });
});

describe('one host of two that is gone', () => {
  const istios = retries({ on: new Set(['connect-failure', 'refused-stream', 'unavailable', 'cancelled']) });
  const gone = (does: 'refuses' | 'resets') => [
    cluster({ balancer: by('round-robin'), hosts: [host('bad', always(does)), host('good')] }),
  ];

  // In turn the next host is the other one.
  it.each([
    ['refuses', null, '503 UF', 50],
    ['refuses', istios, '200', 100],
    ['resets', istios, '503 UC', 50],
    ['resets', retries({ on: new Set(['reset']) }), '200', 100],
  ] as const)('and %s, by the retries that there are', (does, plan, answer, expected) => {
    expect(Math.abs(shareOf({ retries: plan, clusters: gone(does) }, answer) - expected)).toBeLessThan(0.5);
  });
});

describe('a pool with a limit', () => {
  // So many at once, each of 95 ms of which ten arrivals of 10 ms begin and end it: one place serves ten a second.
  const slow = hosts(1, { latency: { p50: 95, p99: 95 }, connect: 1 });
  it.each([
    ['HTTP/1.1 connections', { maxConnections: 3, maxPending: 1 }, 31],
    ['HTTP/1.1 requests', { maxRequests: 4 }, 40],
    ['HTTP/2 requests', { http2: true, maxRequests: 4 }, 40],
    ['HTTP/2 connections, which limit nothing', { http2: true, maxConnections: 1 }, 100],
    [
      'HTTP/2 streams of one connection',
      { http2: true, maxConnections: 1, maxConcurrentStreams: 2, maxPending: 1 },
      21,
    ],
  ])('of %s lets %i of 100 a second through', (_, limit, expected) => {
    const run = ran({
      duration: 60_000,
      arrivals: rate(100),
      clusters: [cluster({ pool: pool(limit), hosts: slow })],
    });
    const { '200': well = 0, ...rest } = answers(run);
    expect(Math.abs(well / 60 - expected)).toBeLessThan(1.5);
    expect(Object.keys(rest)).toEqual(expected < 100 ? ['503 UO'] : []);
  });
});

describe('a host that always fails', () => {
  const times = (more: Partial<OutlierPlan>, duration: number) =>
    ran({
      duration,
      arrivals: rate(100),
      clusters: [
        cluster({
          outlier: outlier({ consecutive5xx: 5, maxEjectionPercent: 100, ...more }),
          hosts: hosts(1, { errors: 100, errorStatus: 500 }),
        }),
      ],
    }).recorder.ejections.map(({ at, until }) => [
      Math.floor(at / 1000),
      until === undefined ? null : until / 1000,
    ]);

  // Out for base × n, back with the next sweep; it fails again within the interval, and so n never goes down.
  it.each([
    [
      { interval: 5000, baseEjectionTime: 10_000 },
      100_000,
      [
        [0, 15],
        [15, 40],
        [40, 75],
        [75, null],
      ],
    ],
    [
      { interval: 10_000, baseEjectionTime: 30_000 },
      200_000,
      [
        [0, 40],
        [40, 110],
        [110, null],
      ],
    ],
    [
      { interval: 1000, baseEjectionTime: 200_000, maxEjectionTime: 300_000 },
      900_000,
      [
        [0, 201],
        [201, 502],
        [502, 803],
        [803, null],
      ],
    ],
  ] as const)('%j is out and back so', (more, duration, expected) => {
    expect(times(more, duration)).toEqual(expected);
  });
});

describe('half of four hosts that fail', () => {
  // 50 % healthy is no panic at 50: it is one below the threshold only.
  it.each([
    [0, 100],
    [50, 100],
    [51, 50],
  ])('with a panic threshold of %i leave %i %% of the answers well', (panicThreshold, expected) => {
    const well = shareOf(
      {
        clusters: [
          cluster({
            panicThreshold,
            balancer: by('random'),
            outlier: outlier({ consecutive5xx: 2, maxEjectionPercent: 100, baseEjectionTime: 300_000 }),
            hosts: [...hosts(2), ...hosts(2, { errors: 100, errorStatus: 500 })],
          }),
        ],
      },
      '200',
    );
    expect(Math.abs(well - expected)).toBeLessThan(1.5);
  });
});

describe('tries that are cut off', () => {
  const hang = [cluster({ hosts: hosts(2, always('hangs')) })];
  // Three tries of 100 ms and two back-offs of at most 24 and 49 ms.
  it.each([
    [Infinity, '504 UT,URX', 300, 373],
    [250, '504 UT', 250, 250],
  ])('end after all of them, or with a timeout of %d', (timeout, answer, least, most) => {
    const run = ran({ timeout, retries: retries({ perTryTimeout: 100 }), clusters: hang });
    expect(Object.keys(answers(run))).toEqual([answer]);
    const [low = 0, high = 0] = [0.01, 0.99].map((share) => run.recorder.percentile(share));
    // Latencies are kept to within 10 %.
    expect(low).toBeGreaterThanOrEqual(least);
    expect(high).toBeLessThanOrEqual(most * 1.1 + 3);
    expect(total(run.recorder.clusters[0]?.signals.try)).toBeGreaterThan(0);
  });
});
