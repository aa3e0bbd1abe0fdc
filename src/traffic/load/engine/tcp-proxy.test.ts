import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answers, cluster, host, hosts, outlier, plan, pool, ran, rate, total } from '../load.testkit.ts';
import { isWell } from './answer.ts';
import { startRun } from './run.ts';

const tcp = { idleTimeout: 3_600_000, maxDuration: Infinity };
/** 100 connections a second, each open for 95 ms: nearly ten at once. */
const LASTING = { latency: { p50: 95, p99: 95 } };

describe('connections of TCP', () => {
  it('each open one to a host, which closes with it', () => {
    const run = ran({ tcp, clusters: [cluster({ hosts: hosts(1, LASTING) })] });
    expect(Object.keys(answers(run))).toEqual(['0']);
    expect(Math.max(...(run.recorder.clusters[0]?.connections ?? []))).toBeGreaterThanOrEqual(9);
  });

  it('over maxConnections are closed at once, and do not wait', () => {
    const run = ran({
      tcp,
      clusters: [cluster({ pool: pool({ maxConnections: 5 }), hosts: hosts(1, LASTING) })],
    });
    expect(Object.keys(answers(run)).sort()).toEqual(['0', '0 UO']);
    expect(Math.max(...(run.recorder.clusters[0]?.connections ?? []))).toBe(5);
    // Five of a hundred milliseconds each: 50 a second of 100.
    expect(Math.abs((answers(run)['0 UO'] ?? 0) - 500)).toBeLessThan(30);
  });

  it.each([
    ['refuses', 'connect-refused'],
    ['unreachable', 'connect-timeout'],
  ] as const)('to a host that %s fail with UF, the one attempt used up', (does, signal) => {
    const script = [{ from: 0, to: Infinity, does }];
    const run = ran({
      tcp,
      clusters: [cluster({ pool: pool({ connectTimeout: 200 }), hosts: hosts(1, { script }) })],
    });
    expect(Object.keys(answers(run))).toEqual(['0 UF,URX']);
    expect(total(run.recorder.clusters[0]?.signals[signal])).toBeGreaterThan(900);
  });

  it('count for outlier detection where they cannot be opened, and not by what is said on them', () => {
    const watched = (more: Parameters<typeof host>[1]) =>
      ran({
        tcp,
        clusters: [
          cluster({
            outlier: outlier({ consecutive5xx: 3, maxEjectionPercent: 50 }),
            hosts: [host('a'), host('b', more)],
          }),
        ],
      });
    expect(watched({ errors: 100 }).recorder.ejections).toEqual([]);
    const refused = watched({ script: [{ from: 1000, to: Infinity, does: 'refuses' }] });
    expect(refused.recorder.ejections[0]).toMatchObject({ host: 1, cause: 'consecutive5xxErrors' });
    expect(answers(refused)['0 UF,URX']).toBeLessThan(6);
  });

  it('that are silent are closed after the idle timeout, and all after the longest time', () => {
    const hang = hosts(1, { script: [{ from: 0, to: Infinity, does: 'hangs' }] });
    const idle = ran({ tcp: { ...tcp, idleTimeout: 2000 }, clusters: [cluster({ hosts: hang })] });
    expect(idle.recorder.percentile(0.5)).toBeGreaterThanOrEqual(2000);
    expect(Math.abs((idle.recorder.underWay.at(-1) ?? 0) - 200)).toBeLessThan(3);
    const cut = ran({ tcp: { ...tcp, maxDuration: 50 }, clusters: [cluster({ hosts: hosts(1, LASTING) })] });
    expect(cut.recorder.percentile(0.99)).toBeLessThan(57);
  });

  it('are well where nothing kept them from standing', () => {
    expect(['0', '0 UF,URX', '499', '200 DI', '503'].map(isWell)).toEqual([true, false, true, true, false]);
  });

  it('end once each, and never exceed the limit', () => {
    fc.assert(
      fc.property(
        fc.record({
          seed: fc.nat(),
          perSecond: fc.integer({ min: 1, max: 300 }),
          maxConnections: fc.integer({ min: 1, max: 20 }),
          does: fc.constantFrom(
            'hangs' as const,
            'refuses' as const,
            'unreachable' as const,
            'resets' as const,
            'away' as const,
          ),
        }),
        ({ seed, perSecond, maxConnections, does }) => {
          const run = startRun(
            plan({
              seed,
              duration: 4000,
              bucket: 100,
              tcp,
              arrivals: rate(perSecond, { spread: 'poisson' }),
              clusters: [
                cluster({
                  pool: pool({ maxConnections, connectTimeout: 100 }),
                  outlier: outlier({ consecutive5xx: 2, interval: 300, maxEjectionPercent: 50 }),
                  hosts: [
                    host('a', { latency: { p50: 20, p99: 300 } }),
                    host('b', { script: [{ from: 1000, to: 3000, does }] }),
                  ],
                }),
              ],
            }),
          );
          run.advance(Infinity);
          const { recorder } = run;
          expect(recorder.endedInAll + (recorder.underWay.at(-1) ?? 0)).toBe(recorder.sentInAll);
          expect(total(Object.values(answers(run)))).toBe(recorder.endedInAll);
          expect(Math.max(...(recorder.clusters[0]?.connections ?? []))).toBeLessThanOrEqual(maxConnections);
        },
      ),
      { numRuns: 30 },
    );
  });
});
