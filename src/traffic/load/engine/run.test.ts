import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answers,
  cluster,
  host,
  hosts,
  outlier,
  plan,
  pool,
  ran,
  rate,
  retries,
  total,
} from '../load.testkit.ts';
import { startRun } from './run.ts';

describe('connection pools', () => {
  // 100 a second, each of 95 ms: nearly ten at once.
  const slow = { latency: { p50: 95, p99: 95 } };
  const one = hosts(1, slow);

  it('refuse at once what may not wait for a connection', () => {
    const run = ran({
      clusters: [cluster({ pool: pool({ maxConnections: 2, maxPending: 1 }), hosts: one })],
    });
    const counted = answers(run);
    // Two connections carry 20 a second of 100; one more waits.
    expect(counted['200']).toBeGreaterThan(190);
    expect(counted['200']).toBeLessThan(220);
    expect((counted['200'] ?? 0) + (counted['503 UO'] ?? 0)).toBeGreaterThan(990);
    expect(Math.max(...(run.recorder.clusters[0]?.connections ?? []))).toBe(2);
  });

  it('of HTTP/2 carry all on one connection, up to maxRequests', () => {
    const run = ran({
      clusters: [cluster({ pool: pool({ http2: true, maxRequests: 5, maxConnections: 1 }), hosts: one })],
    });
    expect(Math.max(...(run.recorder.clusters[0]?.connections ?? []))).toBe(1);
    expect(Math.abs((answers(run)['200'] ?? 0) - 500)).toBeLessThan(12);
    expect(answers(run)['503 UO']).toBeGreaterThan(480);
  });

  it('let requests wait as long as there is room, and then answer late', () => {
    const run = ran({
      arrivals: rate(10),
      clusters: [
        cluster({ pool: pool({ maxConnections: 1 }), hosts: hosts(1, { latency: { p50: 200, p99: 200 } }) }),
      ],
    });
    expect(Object.keys(answers(run))).toEqual(['200']);
    expect(run.recorder.clusters[0]?.pending.at(-1)).toBeGreaterThan(40);
  });

  it('give each host a connection, whatever the limit', () => {
    const run = ran({ clusters: [cluster({ pool: pool({ maxConnections: 1 }), hosts: hosts(3) })] });
    expect(Math.max(...(run.recorder.clusters[0]?.connections ?? []))).toBe(3);
  });

  it('open a connection for each request where it may carry but one', () => {
    const kept = ran({ clusters: [cluster({ hosts: hosts(1, { connect: 20 }) })] });
    const closed = ran({
      clusters: [cluster({ pool: pool({ maxRequestsPerConnection: 1 }), hosts: hosts(1, { connect: 20 }) })],
    });
    expect(kept.recorder.percentile(0.5)).toBeLessThan(12);
    expect(closed.recorder.percentile(0.5)).toBeGreaterThan(29);
  });

  it('close what is idle', () => {
    const phases = [
      { at: 0, rate: 100, ramp: 0 },
      { at: 1000, rate: 0, ramp: 0 },
    ];
    const run = ran({
      arrivals: { ...rate(0), phases },
      clusters: [cluster({ pool: pool({ idleTimeout: 2000 }) })],
    });
    const connections = run.recorder.clusters[0]?.connections ?? [];
    expect(connections[8]).toBeGreaterThan(0);
    expect(connections[16]).toBe(0);
  });

  it('answer 503 UF where the connection is refused, or is not there in time', () => {
    const refused = ran({
      clusters: [cluster({ hosts: hosts(1, { script: [{ from: 0, to: Infinity, does: 'refuses' }] }) })],
    });
    expect(Object.keys(answers(refused))).toEqual(['503 UF']);
    const late = ran({
      clusters: [cluster({ pool: pool({ connectTimeout: 500 }), hosts: hosts(1, { connect: 600 }) })],
    });
    expect(Object.keys(answers(late))).toEqual(['503 UF']);
    expect(total(late.recorder.clusters[0]?.signals['connect-timeout'])).toBeGreaterThan(10);
  });
});

describe('worker threads', () => {
  it('share the limit of connections, but each has one to a host whatever the limit', () => {
    const most = (workers: number) =>
      Math.max(
        ...(ran({
          workers,
          clusters: [
            cluster({
              pool: pool({ maxConnections: 1 }),
              hosts: hosts(1, { latency: { p50: 95, p99: 95 } }),
            }),
          ],
        }).recorder.clusters[0]?.connections ?? []),
      );
    expect(most(1)).toBe(1);
    expect(most(4)).toBe(4);
  });
});

describe('timeouts', () => {
  const hang = [cluster({ hosts: hosts(1, { script: [{ from: 0, to: Infinity, does: 'hangs' }] }) })];

  it('answer 504 UT when all tries together take too long', () => {
    const run = ran({ timeout: 300, clusters: hang });
    expect(Object.keys(answers(run))).toEqual(['504 UT']);
    // Latencies are kept to within 10 %.
    expect(run.recorder.percentile(0.5)).toBeGreaterThanOrEqual(300);
    expect(run.recorder.percentile(0.5)).toBeLessThanOrEqual(330);
  });

  it('of a try are tried again after 5xx, and not by the words that Istio has by itself', () => {
    const tries = (on: string) =>
      ran({ retries: retries({ perTryTimeout: 100, on: new Set(on.split(',')) }), clusters: hang });
    expect(Object.keys(answers(tries('5xx')))).toEqual(['504 UT,URX']);
    expect(Object.keys(answers(tries('connect-failure,refused-stream')))).toEqual(['504 UT']);
    expect(total(tries('5xx').recorder.clusters[0]?.signals.retry)).toBeGreaterThan(1900);
  });

  it('leave requests under way where there are none', () => {
    const run = ran({ clusters: hang });
    expect(answers(run)).toEqual({});
    expect(run.recorder.underWay.at(-1)).toBe(run.recorder.sentInAll);
  });
});

describe('retries', () => {
  it('make attempts + 1 tries, elsewhere where there is an elsewhere', () => {
    const bad = ran({
      retries: retries({ attempts: 3 }),
      clusters: [cluster({ hosts: hosts(1, { errors: 100 }) })],
    });
    expect(Object.keys(answers(bad))).toEqual(['503 URX']);
    const tries = total(bad.recorder.clusters[0]?.signals.try);
    expect(tries / bad.recorder.endedInAll).toBeCloseTo(4, 0);
    const half = ran({
      retries: retries({ attempts: 1 }),
      clusters: [cluster({ hosts: [host('a'), host('b', { errors: 100 })] })],
    });
    // Five more draws to leave the host that was tried; where the other is busier, they may all be in vain.
    expect((answers(half)['503 URX'] ?? 0) / half.recorder.endedInAll).toBeLessThan(0.06);
  });

  // Half of the first tries fail; a retry draws once, and five times more as long as it draws the host that was tried.
  it.each([
    [true, 1 / 2 ** 7],
    [false, 1 / 4],
  ])('that avoid what was tried: %s, fail in %d of the requests', (avoidsTried, expected) => {
    let [failed, ended] = [0, 0];
    for (let seed = 1; seed <= 20; seed++) {
      const run = ran({
        seed,
        arrivals: rate(100),
        retries: retries({ attempts: 1, avoidsTried }),
        clusters: [
          cluster({
            balancer: { kind: 'random', ringSize: 1024, tableSize: 65_537, warmup: null },
            hosts: [host('a'), host('b', { errors: 100 })],
          }),
        ],
      });
      failed += answers(run)['503 URX'] ?? 0;
      ended += run.recorder.endedInAll;
    }
    // Four standard deviations of so many draws.
    const tolerance = 4 * Math.sqrt((expected * (1 - expected)) / ended);
    expect(Math.abs(failed / ended - expected)).toBeLessThan(tolerance);
  });

  it('wait 12 ms before the first on average, 24.5 before the second', () => {
    const took = (attempts: number): number => {
      let ended = 0;
      for (let seed = 1; seed <= 10; seed++)
        ended += ran({
          seed,
          arrivals: rate(Infinity, { concurrency: 1 }),
          retries: retries({ attempts }),
          clusters: [cluster({ hosts: hosts(1, { errors: 100, latency: { p50: 0, p99: 0 }, connect: 0 }) })],
        }).recorder.endedInAll;
      return 100_000 / ended;
    };
    // A client sends the next request a millisecond after each answer.
    expect(Math.abs(took(1) - 1 - 12)).toBeLessThan(0.7);
    expect(Math.abs(took(2) - 1 - 12 - 24.5)).toBeLessThan(1.5);
  });

  // Envoy drops an answer with its body to try again, and an HTTP/1.1 connection carries nothing after that.
  it.each([
    [false, 50],
    [true, 1],
  ])('cost the connection of the answer, unless it is HTTP/2: %s', (http2, expected) => {
    const run = ran({
      arrivals: rate(Infinity, { concurrency: 1 }),
      retries: retries({ attempts: 1, backoffBase: 1 }),
      clusters: [
        cluster({
          pool: pool({ http2 }),
          hosts: hosts(1, { errors: 100, latency: { p50: 0, p99: 0 }, connect: 49 }),
        }),
      ],
    });
    // Of each request the first try fails with its connection; the second keeps the one that it had to wait for.
    expect(10_000 / run.recorder.endedInAll).toBeCloseTo(expected, 0);
  });

  it('are not made beyond the limit, and then tell UO', () => {
    const run = ran({
      arrivals: rate(1000),
      retries: retries(),
      clusters: [cluster({ pool: pool({ maxRetries: 3 }), hosts: hosts(2, { errors: 100 }) })],
    });
    expect(Math.max(...(run.recorder.clusters[0]?.retrying ?? []))).toBeLessThanOrEqual(3);
    expect(answers(run)['503 UO']).toBeGreaterThan(5000);
  });

  it('leave the priority that was tried, where they may', () => {
    const levels = [host('a', { errors: 100 }), host('b', { priority: 1 })];
    const tries = (otherPriorities: boolean) =>
      answers(
        ran({ retries: retries({ attempts: 3, otherPriorities }), clusters: [cluster({ hosts: levels })] }),
      );
    expect(Object.keys(tries(true))).toEqual(['200']);
    expect(Object.keys(tries(false))).toEqual(['503 URX']);
  });
});

describe('outlier detection in a run', () => {
  const bad = host('bad', { script: [{ from: 2000, to: 9000, errors: 100 }] });
  const watching = (more: Parameters<typeof outlier>[0], panicThreshold = 0) =>
    ran({
      duration: 60_000,
      clusters: [
        cluster({
          outlier: outlier({ interval: 5000, baseEjectionTime: 10_000, ...more }),
          panicThreshold,
          hosts: [host('a'), bad],
        }),
      ],
    });

  it('ejects within the first errors, and lets the host return with a sweep', () => {
    const run = watching({ consecutive5xx: 2, maxEjectionPercent: 50 });
    const [first, ...more] = run.recorder.ejections;
    expect(first?.at).toBeGreaterThan(2000);
    expect(first?.at).toBeLessThan(2200);
    expect(first?.until).toBe(15_000);
    expect(more).toEqual([]);
    expect(answers(run)['503']).toBe(2);
  });

  it('keeps all where one would be more than its share', () => {
    const run = watching({ consecutive5xx: 2 });
    expect(run.recorder.ejections).toEqual([]);
    expect(total(run.recorder.clusters[0]?.signals.kept)).toBeGreaterThan(10);
  });

  it('leaves nobody where all are ejected, unless it panics', () => {
    const all = (panicThreshold: number) =>
      answers(
        ran({
          clusters: [
            cluster({
              panicThreshold,
              outlier: outlier({ consecutive5xx: 1, maxEjectionPercent: 100 }),
              hosts: hosts(2, { errors: 100 }),
            }),
          ],
        }),
      );
    expect(all(0)['503 UH']).toBeGreaterThan(900);
    expect(all(50)['503 UH']).toBeUndefined();
  });
});

describe('localities and priorities in a run', () => {
  const down = { script: [{ from: 0, to: Infinity, errors: 100 }] };
  it('spill over when fewer than 1/1.4 are healthy', () => {
    const near = hosts(4).map((each, index) => (index < 2 ? host(`n${index}`, down) : each));
    const run = ran({
      duration: 60_000,
      clusters: [
        cluster({
          outlier: outlier({ consecutive5xx: 1, maxEjectionPercent: 100, baseEjectionTime: 300_000 }),
          hosts: [...near, host('far', { priority: 1 })],
        }),
      ],
    });
    const sent = run.recorder.clusters[0]?.hosts.map((each) => total(each.sent)) ?? [];
    expect((sent[4] ?? 0) / total(sent)).toBeCloseTo(0.3, 1);
  });

  it('share by the weights of localities', () => {
    const run = ran({
      arrivals: rate(1000),
      clusters: [
        cluster({
          localityWeighted: true,
          hosts: [
            host('a', { locality: 'r/a', localityWeight: 80 }),
            host('b', { locality: 'r/b', localityWeight: 20 }),
          ],
        }),
      ],
    });
    expect(total(run.recorder.clusters[0]?.hosts[0]?.sent) / run.recorder.sentInAll).toBeCloseTo(0.8, 1);
  });
});

describe('faults, mirrors and routes', () => {
  it('come before the destination, and by weight', () => {
    const run = ran({
      arrivals: rate(1000),
      delay: { length: 100, percent: 50 },
      abort: { status: 418, percent: 10 },
      routes: [
        { cluster: 0, weight: 1 },
        { cluster: null, weight: 1 },
      ],
      mirrors: [{ cluster: 1, percent: 100 }],
      clusters: [cluster(), cluster()],
    });
    const counted = answers(run);
    const share = (name: string) => (counted[name] ?? 0) / run.recorder.endedInAll;
    expect(share('200')).toBeCloseTo(0.225, 1);
    expect(share('418 DI,FI')).toBeCloseTo(0.05, 1);
    expect(share('503 NC')).toBeCloseTo(0.225, 1);
    expect(run.recorder.copiesInAll).toBe(
      (counted['200'] ?? 0) + (counted['200 DI'] ?? 0) + (run.recorder.clusters[0]?.active.at(-1) ?? 0),
    );
  });
});

describe('mirrors', () => {
  it('get no copy of a request that no host could take', () => {
    const run = ran({
      mirrors: [{ cluster: 1, percent: 100 }],
      clusters: [cluster({ hosts: [] }), cluster()],
    });
    expect(Object.keys(answers(run))).toEqual(['503 UH']);
    expect(run.recorder.copiesInAll).toBe(0);
  });

  it('get no copy of a request that a limit refused at once, but one of each that waits', () => {
    const run = ran({
      mirrors: [{ cluster: 1, percent: 100 }],
      clusters: [
        cluster({
          pool: pool({ maxConnections: 1, maxPending: 2 }),
          hosts: hosts(1, { latency: { p50: 95, p99: 95 } }),
        }),
        cluster(),
      ],
    });
    const refused = answers(run)['503 UO'] ?? 0;
    expect(refused).toBeGreaterThan(800);
    expect(run.recorder.copiesInAll).toBe(run.recorder.sentInAll - refused);
  });

  it('are not tried again, and no answer of theirs is one', () => {
    const run = ran({
      retries: retries(),
      mirrors: [{ cluster: 1, percent: 100 }],
      clusters: [cluster(), cluster({ hosts: hosts(1, { errors: 100 }) })],
    });
    expect(Object.keys(answers(run))).toEqual(['200']);
    expect(total(run.recorder.clusters[1]?.signals.retry)).toBe(0);
    expect(total(run.recorder.clusters[1]?.signals.try)).toBe(run.recorder.copiesInAll);
  });
});

describe('a retry budget', () => {
  it('counts the request that fails among those under way', () => {
    // One at a time: the budget of 100 % lets one be tried again, as the one that fails is still there.
    const retried = (percent: number) =>
      ran({
        arrivals: rate(Infinity, { concurrency: 1 }),
        retries: retries({ attempts: 1 }),
        clusters: [
          cluster({
            pool: pool({ retryBudget: { percent, least: 0 } }),
            hosts: hosts(1, { errors: 100 }),
          }),
        ],
      });
    expect(Object.keys(answers(retried(100)))).toEqual(['503 URX']);
    expect(Object.keys(answers(retried(99)))).toEqual(['503 UO']);
  });
});

describe('clients', () => {
  it('with one request at a time send the next when the answer is there', () => {
    const run = ran({
      arrivals: rate(Infinity, { concurrency: 4 }),
      clusters: [cluster({ hosts: hosts(1, { latency: { p50: 99, p99: 99 } }) })],
    });
    expect(Math.abs(run.recorder.endedInAll - 400)).toBeLessThan(8);
    expect(Math.max(...run.recorder.underWay)).toBeLessThanOrEqual(4);
  });
});

describe('any run', () => {
  const anything = fc.record({
    seed: fc.nat(),
    perSecond: fc.integer({ min: 1, max: 400 }),
    http2: fc.boolean(),
    maxConnections: fc.integer({ min: 1, max: 10 }),
    maxPending: fc.integer({ min: 1, max: 10 }),
    maxRequests: fc.integer({ min: 1, max: 20 }),
    maxRetries: fc.integer({ min: 1, max: 5 }),
    perConnection: fc.integer({ min: 0, max: 3 }),
    attempts: fc.integer({ min: 0, max: 3 }),
    timeout: fc.constantFrom(50, 500, Infinity),
    perTry: fc.constantFrom(20, 200, Infinity),
    percent: fc.integer({ min: 0, max: 100 }),
    panic: fc.constantFrom(0, 50),
    kind: fc.constantFrom(
      'least-request' as const,
      'round-robin' as const,
      'random' as const,
      'ring-hash' as const,
      'maglev' as const,
    ),
    workers: fc.integer({ min: 1, max: 3 }),
    budget: fc.constantFrom(null, { percent: 20, least: 1 }),
    localityWeighted: fc.boolean(),
    keys: fc.constantFrom(0, 3, 'caller' as const),
    does: fc.constantFrom(
      'hangs' as const,
      'refuses' as const,
      'unreachable' as const,
      'resets' as const,
      'away' as const,
    ),
    concurrency: fc.constantFrom(3, Infinity),
    callers: fc.integer({ min: 1, max: 2 }),
    maxConnectionDuration: fc.constantFrom(250, Infinity),
    grpc: fc.boolean(),
  });

  it('ends each request once, exceeds no limit, and is the same however it is cut', () => {
    fc.assert(
      fc.property(anything, (any) => {
        const count = 4;
        const made = plan({
          seed: any.seed,
          duration: 4000,
          bucket: 100,
          callers: any.callers,
          workers: any.workers,
          grpc: any.grpc,
          arrivals: rate(any.perSecond, {
            concurrency: any.concurrency,
            spread: 'poisson',
            keys: any.keys,
          }),
          timeout: any.timeout,
          retries: any.attempts ? retries({ attempts: any.attempts, perTryTimeout: any.perTry }) : null,
          mirrors: [{ cluster: 1, percent: 50 }],
          clusters: [0, 1].map(() =>
            cluster({
              pool: pool({
                http2: any.http2,
                maxConnections: any.maxConnections,
                maxPending: any.maxPending,
                maxRequests: any.maxRequests,
                maxRetries: any.maxRetries,
                retryBudget: any.budget,
                maxRequestsPerConnection: any.perConnection,
                connectTimeout: 100,
                idleTimeout: 500,
                maxConnectionDuration: any.maxConnectionDuration,
              }),
              outlier: outlier({
                consecutive5xx: 2,
                interval: 300,
                baseEjectionTime: 300,
                maxEjectionPercent: any.percent,
              }),
              panicThreshold: any.panic,
              localityWeighted: any.localityWeighted,
              balancer: { kind: any.kind, ringSize: 64, tableSize: 101, warmup: null },
              hosts: hosts(count, { latency: { p50: 20, p99: 300 }, errors: 10, concurrency: 2 }).map(
                (each, index) =>
                  index
                    ? { ...each, locality: `r/${index % 2}`, priority: index === 3 ? 1 : 0 }
                    : host('h0', { script: [{ from: 1000, to: 3000, does: any.does }] }),
              ),
            }),
          ),
        });
        const run = startRun(made);
        run.advance(Infinity);
        const { recorder } = run;
        expect(recorder.endedInAll + (recorder.underWay.at(-1) ?? 0)).toBe(recorder.sentInAll);
        expect(total(Object.values(answers(run)))).toBe(recorder.endedInAll);
        for (const series of recorder.clusters) {
          const most = (values: Uint32Array) => Math.max(...values);
          expect(most(series.connections)).toBeLessThanOrEqual(
            any.callers * (any.maxConnections + count * any.workers),
          );
          expect(most(series.pending)).toBeLessThanOrEqual(any.callers * any.maxPending);
          expect(most(series.active)).toBeLessThanOrEqual(any.callers * any.maxRequests);
          // A budget goes by what was under way when each retry began.
          if (!any.budget) expect(most(series.retrying)).toBeLessThanOrEqual(any.callers * any.maxRetries);
          if (any.does !== 'away')
            expect(most(series.ejected)).toBeLessThanOrEqual(
              any.callers * Math.floor((any.percent * count) / 100),
            );
        }
        const sliced = startRun(made);
        for (let until = 37; !sliced.done; until += 37) sliced.advance(until);
        expect(answers(sliced)).toEqual(answers(run));
        expect(sliced.recorder.underWay).toEqual(recorder.underWay);
      }),
      { numRuns: 40 },
    );
  });
});
