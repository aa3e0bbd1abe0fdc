import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../yaml/index.ts';
import { meshOf, withRegexes } from '../../traffic.testkit.ts';
import { runLoad } from '../load.ts';
import { readScenario } from '../scenario/read.ts';
import { compareLoads } from './compare-loads.ts';
import { sayLoads, sayNumber } from './say-loads.ts';

withRegexes();

const entry =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.0.0.1 }, { address: 10.0.0.2 }] }';
const rule = (most: number) =>
  `DestinationRule shop/d { host: a.example, trafficPolicy: { outlierDetection: { consecutive5xxErrors: 2, interval: 1s, baseEjectionTime: 60s, maxEjectionPercent: ${most} } } }`;
const retries =
  'VirtualService shop/v { hosts: [a.example], http: [{ retries: { attempts: 2, retryOn: 5xx }, route: [{ destination: { host: a.example } }] }] }';
const DOWN = 'behaviours: [{ where: { endpoint: 10.0.0.1 }, script: [{ from: 4s, answers: 503 }] }]';

function run(resources: readonly string[], more = DOWN, seed = 1) {
  const { scenario } = readScenario(
    parseDocument(
      `request: { from: { namespace: shop }, url: http://a.example/x }\nduration: 10s\nseed: ${seed}\nload: { rate: 60, arrivals: poisson }\n${more}`,
    ).value,
  );
  if (!scenario) throw new Error('unreadable');
  return runLoad(meshOf(resources), scenario);
}
const NAMES = { before: 'as opened', after: 'now' };

describe('two runs side by side', () => {
  const kept = run([entry, rule(10)]);
  const ejected = run([entry, rule(100)]);

  it('tells which is better in what', () => {
    const { facts, same, partsAt } = compareLoads(kept, ejected);
    const better = Object.fromEntries(facts.map((fact) => [fact.name, fact.better]));
    expect(better).toMatchObject({ 'Answered well': 'after', '503': 'after', Ejections: null });
    expect(facts.find(({ name }) => name === 'Ejections')).toMatchObject({ before: 0, after: 1 });
    expect(same).toBe(false);
    expect(partsAt).toBeGreaterThanOrEqual(3900);
    expect(partsAt).toBeLessThan(5000);
  });

  it('says so in a sentence, with both numbers', () => {
    const said = sayLoads(compareLoads(kept, ejected), NAMES);
    expect(said).toMatch(
      /^Now, more requests are answered well \(99\.\d % instead of \d+\.\d %\)\. They part at 4(\.\d+)? s\.$/,
    );
    const other = sayLoads(compareLoads(ejected, kept), NAMES);
    expect(other).toMatch(/^As opened, more requests are answered well/);
    const retried = run([entry, rule(10), retries]);
    expect(sayLoads(compareLoads(retried, kept), NAMES)).toMatch(
      /^Now, .*endpoints are asked less often \(1\.00 instead of 1\.\d\d\)\. But as opened, more requests are answered well/,
    );
  });

  it('names every failing answer of either, the most frequent first', () => {
    const slow = run(
      [
        entry,
        'DestinationRule shop/d { host: a.example, trafficPolicy: { connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 1 } } } }',
      ],
      'behaviours: [{ latency: 200ms }]',
    );
    const names = compareLoads(kept, slow).facts.map(({ name }) => name);
    expect(names).toContain('503 UO');
    expect(names.indexOf('503 UO')).toBeLessThan(names.indexOf('Most connections'));
  });

  it('shows no difference between a mesh and itself, at any seed', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.constantFrom(10, 100), (seed, most) => {
        const [one, two] = [run([entry, rule(most)], DOWN, seed), run([entry, rule(most)], DOWN, seed)];
        const compared = compareLoads(one, two);
        expect(compared).toMatchObject({ same: true, partsAt: null });
        for (const { before, after, better } of compared.facts)
          expect([after, better]).toEqual([before, null]);
        expect(sayLoads(compared, NAMES)).toMatch(/^There is no difference/);
      }),
      { numRuns: 12 },
    );
  });

  it('is the mirror of itself the other way round', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [one, two] = [run([entry, rule(10)], DOWN, a), run([entry, rule(100)], DOWN, b)];
        const [there, back] = [compareLoads(one, two), compareLoads(two, one)];
        const mirrored = back.facts.map((fact) => ({
          ...fact,
          before: fact.after,
          after: fact.before,
          better: fact.better === null ? null : fact.better === 'before' ? 'after' : 'before',
        }));
        expect(mirrored).toEqual(there.facts);
      }),
      { numRuns: 6 },
    );
  });

  it.each([
    [0.9912, 'share', '99.1 %'],
    [1.4, 'per-request', '1.40'],
    [4.2, 'ms', '4.2 ms'],
    [1210, 'ms', '1,210 ms'],
    [12_345, 'ms', '12.3 s'],
    [null, 'ms', '–'],
    [1500, 'count', '1,500'],
  ] as const)('reads %s %s as %s', (value, unit, words) => expect(sayNumber(value, unit)).toBe(words));
});
