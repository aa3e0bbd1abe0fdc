import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../yaml/index.ts';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { runLoad, startLoad } from './load.ts';
import type { LoadReport } from './report.ts';
import { readScenario } from './scenario/read.ts';
import type { LoadScenario } from './scenario/scenario.ts';

withRegexes();

const scenario = (more = ''): LoadScenario => {
  const { scenario } = readScenario(
    parseDocument(
      `request: { from: { namespace: shop }, url: http://a.example/x }\nduration: 20s\nload: { rate: 100 }\n${more}`,
    ).value,
  );
  if (!scenario) throw new Error('unreadable');
  return scenario;
};
const entry =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.0.0.1, labels: { v: one } }, { address: 10.0.0.2, labels: { v: two } }] }';
const rule = (policy = '') =>
  `DestinationRule shop/d { host: a.example, trafficPolicy: { ${policy} }, subsets: [{ name: one, labels: { v: one } }, { name: two, labels: { v: two } }] }`;
const split =
  'VirtualService shop/v { hosts: [a.example], http: [{ route: [{ destination: { host: a.example, subset: one }, weight: 70 }, { destination: { host: a.example, subset: two }, weight: 30 }], mirror: { host: a.example, subset: two } }] }';
const sum = (counts: readonly number[] = []) => counts.reduce((all, count) => all + count, 0);
const tries = (report: LoadReport, cluster: number) =>
  (report.series.clusters[cluster]?.endpoints ?? []).reduce((all, { sent }) => all + sum(sent), 0);

describe('a report tells where its requests pass', () => {
  it('by the destinations of the rule, in its order, and its mirrors', () => {
    const { way } = runLoad(meshOf([entry, rule(), split]), scenario());
    expect(way.caller).toEqual({ kind: 'sidecar', namespace: 'shop' });
    expect(way.common.map(({ resource }) => resource)).toEqual(['VirtualService/shop/v']);
    expect(way.routes.map(({ cluster, weight }) => [cluster, weight])).toEqual([
      ['outbound|80|one|a.example', 70],
      ['outbound|80|two|a.example', 30],
    ]);
    expect(way.routes[1]?.passed).toMatchObject([
      { resource: 'ServiceEntry/shop/e', port: 80 },
      { resource: 'DestinationRule/shop/d', subset: 'two' },
    ]);
    expect(way.mirrors).toEqual(['outbound|80|two|a.example']);
  });

  it('counts copies slice by slice, apart from the tries of requests', () => {
    const report = runLoad(meshOf([entry, rule(), split]), scenario());
    const [one, two] = report.series.clusters;
    expect(sum(one?.copies)).toBe(0);
    expect(sum(two?.copies)).toBe(report.copies);
    // Nothing fails: each request is tried once, each copy too; what is under way at the end is counted when it is sent.
    expect(tries(report, 0) + tries(report, 1)).toBe(report.sent + report.copies);
  });

  it('names the place in a file of each endpoint, also of a declared one that is there', () => {
    const at = (more = '') =>
      runLoad(meshOf([entry, rule()]), scenario(more)).clusters[0]?.endpoints.map(
        ({ at }) => at && [at.resource, ...at.path].join(' '),
      );
    const [first, second] = [0, 1].map((index) => `ServiceEntry/shop/e spec endpoints ${index}`);
    expect(at()).toEqual([first, second]);
    expect(at('endpoints: [{ name: 10.0.0.2 }, { name: eu, labels: { v: one } }, { name: x }]')).toEqual([
      second,
      first,
      undefined,
    ]);
    const pods =
      'ServiceEntry shop/w { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, workloadSelector: { labels: { app: a } } }';
    const workload = 'WorkloadEntry shop/one { address: 10.0.0.9, labels: { app: a } }';
    const { clusters } = runLoad(meshOf([pods, workload]), scenario());
    expect(clusters[0]?.endpoints[0]?.at).toEqual({ resource: 'WorkloadEntry/shop/one', path: [] });
  });

  it('names the limits of a pool, warming up, and refusals slice by slice', () => {
    const pool =
      'connectionPool: { tcp: { maxConnections: 1 }, http: { http1MaxPendingRequests: 2 } }, loadBalancer: { simple: ROUND_ROBIN, warmup: { duration: 7s } }';
    const slow = 'behaviours: [{ latency: 300ms }]';
    const report = runLoad(meshOf([entry, rule(pool)]), scenario(slow));
    expect(report.clusters[0]).toMatchObject({
      limits: { connections: 1, pending: 2, requests: null },
      warmup: 7000,
    });
    const refused = report.answers.find(({ flags }) => flags.includes('UO'))?.count ?? 0;
    expect(refused).toBeGreaterThan(0);
    expect(sum(report.series.clusters[0]?.overflow)).toBe(refused);
    expect(runLoad(meshOf([entry]), scenario()).clusters[0]).toMatchObject({
      limits: { connections: null, pending: null, requests: null },
      warmup: 0,
    });
  });

  it('says when an ejection is due to end, with the sweep after its time', () => {
    const watch =
      'outlierDetection: { consecutive5xxErrors: 2, interval: 4s, baseEjectionTime: 5s, maxEjectionPercent: 100 }';
    const down = 'behaviours: [{ where: { endpoint: 10.0.0.1 }, script: [{ from: 1s, answers: 503 }] }]';
    const load = startLoad(meshOf([entry, rule(watch)]), scenario(down));
    load.run.advance(3000);
    const [early] = load.report().ejections;
    expect(early).toMatchObject({ due: 8000 });
    expect(early && 'to' in early).toBe(false);
    load.run.advance(Infinity);
    expect(load.report().ejections[0]).toMatchObject({ to: 8000, due: 8000 });
  });
});
