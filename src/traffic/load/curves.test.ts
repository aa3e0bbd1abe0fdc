import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../yaml/index.ts';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { loadAsCsv } from './csv.ts';
import { curvesOf, isAnsweredWell, shareAnsweredWell, type CurveView } from './curves.ts';
import { runLoad } from './load.ts';
import type { LoadReport } from './report.ts';
import { readScenario } from './scenario/read.ts';

withRegexes();

const MESH = [
  'VirtualService shop/v { hosts: [a.example], http: [{ retries: { attempts: 1, retryOn: 5xx }, route: [{ destination: { host: a.example } }] }] }',
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.0.0.1, locality: eu/a }, { address: 10.0.0.2, locality: us/a }] }',
  'DestinationRule shop/d { host: a.example, trafficPolicy: { connectionPool: { tcp: { maxConnections: 3 }, http: { http1MaxPendingRequests: 1 } }, outlierDetection: { consecutive5xxErrors: 3, interval: 1s, baseEjectionTime: 3s, maxEjectionPercent: 100 } } }',
];

function run(more: string, rate = 200): LoadReport {
  const { scenario, objections } = readScenario(
    parseDocument(
      `request: { from: { namespace: shop }, url: http://a.example/ }\nduration: 10s\nload: { rate: ${rate} }\n${more}`,
    ).value,
  );
  if (!scenario) throw new Error(objections.map(({ message }) => message).join(' '));
  return runLoad(meshOf(MESH), scenario);
}
const DOWN = run(
  'behaviours: [{ latency: 20ms }, { where: { endpoint: 10.0.0.1 }, script: [{ from: 2s, to: 6s, answers: 503 }] }]',
);
const FEW = run('', 8);
const VIEWS: readonly CurveView[] = ['answers', 'latency', 'pool', 'ejected', 'endpoints', 'localities'];
const total = (values: readonly (number | null)[] = []): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const named = (view: CurveView, name: string) =>
  curvesOf(DOWN, view).curves.find((curve) => curve.name === name);

describe('the curves of a run', () => {
  it.each(VIEWS)('%s: each has a value for every slice', (view) => {
    const { at, curves } = curvesOf(DOWN, view);
    expect(curves.length).toBeGreaterThan(0);
    for (const { values } of curves) expect(values).toHaveLength(at.length);
  });

  it('names connections that are passed on, which have no status, by what became of them', () => {
    const { scenario } = readScenario(
      parseDocument(
        `request: { from: { namespace: shop }, url: https://db.example/ }\nduration: 10s\nload: { rate: 20 }\nbehaviours: [{ where: {}, script: [{ from: 2s, to: 6s, does: refuses }] }]`,
      ).value,
    );
    if (!scenario) throw new Error('no scenario');
    const mesh = meshOf([
      'ServiceEntry shop/db { location: MESH_EXTERNAL, hosts: [db.example], ports: [{ number: 443, name: https, protocol: HTTPS }], resolution: DNS }',
    ]);
    const { curves } = curvesOf(runLoad(mesh, scenario), 'answers');
    expect(curves.map(({ name }) => name)).toEqual(['passed on', 'UF,URX']);
  });

  it('answers come in the order of their status, each looking like what it is', () => {
    const { curves, unit } = curvesOf(DOWN, 'answers');
    expect(unit).toBe('a second');
    expect(curves.map(({ name }) => name)).toContain('503 UO');
    expect(curves[0]).toMatchObject({ name: '200', tone: 'well' });
    expect(curves.at(-1)).toMatchObject({ name: 'retries sent', tone: 'retries' });
    expect(curvesOf(FEW, 'answers').curves.map(({ name }) => name)).toEqual(['200']);
    expect(named('answers', '503 UO')).toMatchObject({
      tone: 'overflow',
      about: expect.stringContaining('limit') as string,
    });
  });

  it('rates come to the counts', () => {
    const seconds = DOWN.bucket / 1000;
    for (const { answer, count } of DOWN.answers)
      expect(total(named('answers', answer)?.values) * seconds).toBeCloseTo(count, -1);
  });

  it('of few requests are taken over more than one slice, so that chance is not most of what is seen', () => {
    const { curves } = curvesOf(FEW, 'answers');
    const rates = (curves[0]?.values ?? []).map((value) => value ?? 0);
    // Eight requests a second in slices of 50 ms are none in most slices, and twenty a second in the others.
    expect(Math.max(...rates.slice(10, -10))).toBeLessThan(12);
    expect(Math.min(...rates.slice(10, -10))).toBeGreaterThan(4);
  });

  it('endpoints and localities share the same tries', () => {
    const sum = (view: CurveView) =>
      curvesOf(DOWN, view).curves.reduce((all, { values }) => all + total(values), 0);
    expect(sum('localities')).toBeCloseTo(sum('endpoints'), -1);
    expect(curvesOf(DOWN, 'localities').curves.map(({ name }) => name)).toEqual(['eu/a', 'us/a']);
  });

  it('only endpoints that were ejected have a curve of their own there', () => {
    expect(curvesOf(DOWN, 'ejected').curves.map(({ name }) => name)).toEqual(['ejected', '10.0.0.1']);
  });

  it('of a cluster that is not there are flat', () => {
    expect(total(curvesOf(DOWN, 'pool', 'none').curves[0]?.values)).toBe(0);
  });

  it('more than can be told apart are put together, and nothing is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (count) => {
        const many = run(`endpoints: [{ name: pod, count: ${count} }]`);
        const { curves } = curvesOf(many, 'endpoints');
        expect(curves.length).toBe(Math.min(count, 8));
        const tries = many.clusters[0]?.endpoints.reduce((sum, { sent }) => sum + sent, 0) ?? 0;
        const drawn = curves.reduce((sum, { values }) => sum + total(values), 0);
        expect(Math.abs(drawn * (many.bucket / 1000) - tries)).toBeLessThan(0.02 * tries + 5);
      }),
      { numRuns: 8 },
    );
  });
});

describe('what was answered well', () => {
  it.each([
    [200, true],
    [302, true],
    [404, true],
    [500, false],
    [503, false],
    [0, false],
  ])('%i: %s', (status, well) => {
    expect(isAnsweredWell(status)).toBe(well);
  });

  it('is told of those that ended', () => {
    const good = DOWN.answers.find(({ status }) => status === 200)?.share;
    expect(shareAnsweredWell(DOWN)).toBe(good);
    expect(shareAnsweredWell({ ...DOWN, ended: 0 })).toBeUndefined();
  });
});

describe('a run as comma-separated values', () => {
  it('has a line for each slice, and as many cells in each', () => {
    const [head = '', ...rows] = loadAsCsv(DOWN).trimEnd().split('\n');
    expect(rows).toHaveLength(DOWN.series.at.length);
    expect(head).toContain('p50 ms,p90 ms,p99 ms,200,');
    for (const row of rows) expect(row.split(',')).toHaveLength(head.split(',').length);
  });
});
