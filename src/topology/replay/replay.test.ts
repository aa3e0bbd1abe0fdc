import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meshOf } from '../../istio/mesh.testkit.ts';
import { runLoad } from '../../traffic/load/load.ts';
import { readScenario } from '../../traffic/load/scenario/read.ts';
import { withRegexes } from '../../traffic/traffic.testkit.ts';
import { parseDocument } from '../../yaml/index.ts';
import { document, documents, topologyFrom } from '../topology.testkit.ts';
import { WHOLE_VIEW } from '../view/options.ts';
import { viewOf } from '../view/view.ts';
import { frameAt, type LoadFrame } from './frame.ts';
import type { ReplayedLoad } from './load.ts';
import { replayOf, type Replay } from './replay.ts';
import { sayMoment } from './say.ts';

withRegexes();

const WATCH =
  'outlierDetection: {consecutive5xxErrors: 2, interval: 4s, baseEjectionTime: 5s, maxEjectionPercent: 100}';
const mesh = (policy = WATCH, mirror = '') =>
  documents(
    document(
      'VirtualService',
      'v',
      `hosts: [a.example], http: [{route: [{destination: {host: a.example, subset: one}, weight: 75}, {destination: {host: a.example, subset: two}, weight: 25}]${mirror}}]`,
    ),
    document(
      'ServiceEntry',
      'e',
      'hosts: [a.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 10.0.0.1, labels: {v: one}}, {address: 10.0.0.2, labels: {v: one}}, {address: 10.0.0.3, labels: {v: two}}]',
    ),
    document(
      'DestinationRule',
      'd',
      `host: a.example, trafficPolicy: {${policy}}, subsets: [{name: one, labels: {v: one}}, {name: two, labels: {v: two}}]`,
    ),
  );
const DOWN = 'behaviours: [{where: {endpoint: 10.0.0.1}, script: [{from: 2s, to: 6s, answers: 503}]}]';
const sidecar = { kind: 'sidecar', namespace: 'shop', resource: null } as const;

function ran(yaml: string, more = DOWN): Replay {
  const { scenario, objections } = readScenario(
    parseDocument(
      `request: {from: {namespace: shop}, url: http://a.example/x}\nduration: 20s\nload: {rate: 100}\n${more}`,
    ).value,
  );
  if (!scenario) throw new Error(objections.map(({ message }) => message).join(' '));
  const topology = topologyFrom(yaml);
  return replayOf(topology, topology, runLoad(meshOf(yaml), scenario), sidecar);
}
const short = (id: string): string => id.replaceAll('/shop/', '/');
const endpoint = (replay: Replay, { spots }: LoadFrame, name: string) => {
  const at = replay.spots.findIndex(({ endpoints }) => endpoints.some((each) => each.name === name));
  return spots[at]?.find((each) => each.name === name);
};

describe('a load on the picture', () => {
  it('takes the edges of its rule, its destinations and its endpoints', () => {
    const replay = ran(mesh());
    expect(
      replay.lines.map(({ leg: { from, to, edge } }) => [
        short(from.node),
        from.row,
        short(to.node),
        to.row,
        edge !== null,
      ]),
    ).toEqual([
      ['Caller/any', null, 'VirtualService/v', 'http.0', true],
      ['VirtualService/v', 'http.0', 'ServiceEntry/e', 'port.80', true],
      ['ServiceEntry/e', 'port.80', 'DestinationRule/d', 'subset.one', true],
      ['DestinationRule/d', 'subset.one', 'ExternalHost/a.example', 'endpoint.10.0.0.1', true],
      ['DestinationRule/d', 'subset.one', 'ExternalHost/a.example', 'endpoint.10.0.0.2', true],
      ['ServiceEntry/e', 'port.80', 'DestinationRule/d', 'subset.two', true],
      ['DestinationRule/d', 'subset.two', 'ExternalHost/a.example', 'endpoint.10.0.0.3', true],
    ]);
    expect(replay.spots.map(({ id, isEndpoint }) => [id, isEndpoint])).toEqual([
      ['ExternalHost/a.example endpoint.10.0.0.1', true],
      ['ExternalHost/a.example endpoint.10.0.0.2', true],
      ['ExternalHost/a.example endpoint.10.0.0.3', true],
    ]);
    expect(replay.pools.map(({ stop }) => stop.row)).toEqual(['subset.one', 'subset.two']);
  });

  it('shows an endpoint fail, go, and come back, with the time that is left', () => {
    const replay = ran(mesh());
    const at = (time: number) => endpoint(replay, frameAt(replay, time), '10.0.0.1');
    expect(at(1000)).toMatchObject({ state: 'answering', out: 0, left: 0 });
    const [ejection] = replay.load.ejections;
    expect(ejection?.to).toBe(8000);
    const from = ejection?.from ?? 0;
    expect(at(from)).toMatchObject({ state: 'ejected', out: 1, left: 8000 - from });
    expect(at(5000)).toMatchObject({ state: 'ejected', left: 3000, rate: 0 });
    expect(at(8000)).toMatchObject({ state: 'returning', out: 0, left: 0 });
    expect(at(12_000)?.state).toBe('answering');
  });

  it('tells that one fails where nothing ejects it', () => {
    const replay = ran(mesh(''));
    const frame = frameAt(replay, 4000);
    expect(endpoint(replay, frame, '10.0.0.1')).toMatchObject({ state: 'failing' });
    expect(endpoint(replay, frame, '10.0.0.2')).toMatchObject({ state: 'answering', failing: 0 });
  });

  it('lets endpoints stand at the host where the files show none of them', () => {
    const yaml = documents(
      document('Service', 'a', 'selector: {app: a}, ports: [{port: 80, name: http}]'),
      document('VirtualService', 'v', 'hosts: [a.example], http: [{route: [{destination: {host: a}}]}]'),
    );
    const replay = ran(yaml, 'endpoints: [{name: eu, count: 3}]');
    expect(replay.spots).toMatchObject([{ id: 'Service/shop/a port.80', isEndpoint: false }]);
    expect(frameAt(replay, 0).spots[0]?.map(({ name }) => name)).toEqual(['eu-1', 'eu-2', 'eu-3']);
  });

  it('lets copies take their own lines', () => {
    const replay = ran(mesh('', ', mirror: {host: a.example, subset: two}'), '');
    const copies = replay.lines.flatMap(({ copies }, index) => (copies ? [index] : []));
    expect(copies.length).toBeGreaterThan(0);
    const { lines, sent } = frameAt(replay, 10_000);
    for (const index of copies) expect(lines[index]?.rate).toBeCloseTo(sent, -1);
    const own = lines.filter(
      (_, index) => replay.lines[index]?.leg.to.row === 'subset.two' && !copies.includes(index),
    );
    expect(own[0]?.rate).toBeLessThan(sent / 2);
  });

  it('shows connections that are refused as tries that fail', () => {
    const replay = ran(mesh(''), DOWN.replace('answers: 503', 'does: refuses'));
    const frame = frameAt(replay, 4000);
    expect(endpoint(replay, frame, '10.0.0.1')).toMatchObject({ state: 'failing', failing: 1 });
    expect(endpoint(replay, frame, '10.0.0.1')?.rate).toBeGreaterThan(10);
    const line = replay.lines.findIndex(({ leg }) => leg.to.row === 'endpoint.10.0.0.1');
    expect(frame.lines[line]).toMatchObject({ failing: 1 });
    expect(frame.lines[line]?.rate).toBeCloseTo(endpoint(replay, frame, '10.0.0.1')?.rate ?? 0, 6);
  });

  it('leads copies to each endpoint that they go to', () => {
    const pods = (name: string, app: string, v: string) => `apiVersion: apps/v1
kind: Deployment
metadata: {name: ${name}, namespace: shop}
spec: {selector: {matchLabels: {app: ${app}, v: ${v}}}, template: {metadata: {labels: {app: ${app}, v: ${v}}}}}
`;
    const yaml = documents(
      document('Service', 'a', 'selector: {app: a}, ports: [{port: 80, name: http}]'),
      document('Service', 'b', 'selector: {app: b}, ports: [{port: 80, name: http}]'),
      pods('a-1', 'a', 'one'),
      pods('b-1', 'b', 'one'),
      pods('b-2', 'b', 'two'),
      document(
        'VirtualService',
        'v',
        'hosts: [a.example], http: [{route: [{destination: {host: a}}], mirror: {host: b}}]',
      ),
    );
    const replay = ran(yaml, '');
    const { lines, sent } = frameAt(replay, 10_000);
    const copied = (to: string) =>
      lines.filter((_, index) => replay.lines[index]?.copies && replay.lines[index].leg.to.node === to);
    const [host] = copied('Service/shop/b');
    const [one, two] = [copied('Deployment/shop/b-1')[0], copied('Deployment/shop/b-2')[0]];
    expect(host?.rate).toBeCloseTo(sent, -1);
    // In a slice of time the halves are only about as large.
    for (const each of [one, two]) expect(each?.rate).toBeGreaterThan(sent / 4);
    expect((one?.rate ?? 0) + (two?.rate ?? 0)).toBeCloseTo(host?.rate ?? 0, 6);
  });

  it('says how full the pool is, of the limit that is nearest, and what it refuses', () => {
    const pool = 'connectionPool: {tcp: {maxConnections: 2}, http: {http1MaxPendingRequests: 100}}';
    const slow = 'behaviours: [{latency: 200ms}]';
    const replay = ran(mesh(pool), slow);
    const [one] = frameAt(replay, 10_000).pools;
    expect(one).toMatchObject({ fill: 1, limit: { of: 'connections', most: 2 } });
    expect(one?.refused).toBeGreaterThan(10);
    expect(frameAt(ran(mesh('')), 0).pools[0]).toEqual({ limit: null, fill: 0, refused: 0 });
  });

  it('passes what is drawn as one node by its lines', () => {
    const yaml = mesh();
    const { load } = ran(yaml);
    const topology = topologyFrom(yaml);
    const drawn = viewOf(topology, { ...WHOLE_VIEW, collapsedNamespaces: ['shop'] });
    const replay = replayOf(topology, drawn, load, sidecar);
    const nodes = new Set(drawn.nodes.map(({ id }) => id));
    for (const { leg } of replay.lines)
      expect([nodes.has(leg.from.node), nodes.has(leg.to.node)]).toEqual([true, true]);
    expect(replay.lines.every(({ leg }) => leg.from.node !== leg.to.node)).toBe(true);
    expect(replay.spots.flatMap(({ endpoints }) => endpoints)).toHaveLength(3);
  });
});

describe('a moment in words', () => {
  it.each([
    [1000, 'At 1.0 s: 100 requests a second.'],
    [5000, 'At 5.0 s: 100 requests a second, 10.0.0.1 ejected for another 3 s.'],
    [8000, 'At 8.0 s: 100 requests a second, 10.0.0.1 just back.'],
  ])('at %i', (time, words) => expect(sayMoment(ran(mesh()).load, time)).toBe(words));

  it('says of one that fails how much', () => {
    expect(sayMoment(ran(mesh('')).load, 3000)).toMatch(/, 10\.0\.0\.1 fails \d+ %\.$/);
  });

  it('counts where there are many', () => {
    const { load } = ran(
      mesh(''),
      'endpoints: [{name: x, count: 6, labels: {v: one}, errors: 100%}, {name: y, labels: {v: two}}]',
    );
    // Few requests come in a slice of time: whom they meet is chance, so that any moment will do.
    const said = Array.from({ length: 200 }, (_, index) => sayMoment(load, index * 100));
    expect(said.join('\n')).toMatch(/, 0 endpoints ejected, [456] others failing or just back\.$/m);
  });
});

describe('at any moment of any load', () => {
  const replay = ran(mesh(WATCH, ', mirror: {host: a.example, subset: two}'));
  const slices = 4;
  const counts = fc.array(fc.nat(1000), { minLength: slices, maxLength: slices });
  const ejection = fc
    .tuple(fc.constantFrom(0, 1, 2), fc.nat(3000), fc.nat(3000), fc.boolean())
    .map(([index, from, long, open]) => ({
      cluster: index < 2 ? 'outbound|80|one|a.example' : 'outbound|80|two|a.example',
      endpoint: `10.0.0.${index + 1}`,
      from,
      due: from + long,
      ...(!open && { to: from + long }),
    }));
  const loads = fc
    .record({
      sent: fc.array(fc.tuple(counts, counts), { minLength: 3, maxLength: 3 }),
      copies: counts,
      ejections: fc.array(ejection, { maxLength: 6 }),
      requests: counts,
    })
    .map(({ sent, copies, ejections, requests }): ReplayedLoad => {
      const of = (index: number) => {
        const [tries, failed] = sent[index] ?? [[], []];
        return { sent: tries, failed: failed.map((count, slice) => Math.min(count, tries[slice] ?? 0)) };
      };
      const { load } = replay;
      const [one, two] = load.series.clusters;
      if (!one || !two) throw new Error('no clusters');
      return {
        ...load,
        duration: slices * 1000,
        bucket: 1000,
        ejections,
        series: {
          at: [0, 1000, 2000, 3000],
          sent: requests,
          answers: {},
          clusters: [
            { ...one, copies: [0, 0, 0, 0], endpoints: [of(0), of(1)] },
            { ...two, copies, endpoints: [of(2)] },
          ],
        },
      };
    });
  const topology = topologyFrom(mesh(WATCH, ', mirror: {host: a.example, subset: two}'));
  const times = fc.nat(slices * 1000 - 1);

  it('what flows into a place flows out of it', () => {
    fc.assert(
      fc.property(loads, times, (load, time) => {
        const replayed = replayOf(topology, topology, load, sidecar);
        const { lines } = frameAt(replayed, time);
        for (const place of ['ServiceEntry/shop/e', 'DestinationRule/shop/d']) {
          const flow = (end: 'from' | 'to') =>
            replayed.lines.reduce(
              (sum, { leg, copies }, index) =>
                sum + (leg[end].node === place && !copies ? (lines[index]?.rate ?? 0) : 0),
              0,
            );
          expect(flow('to')).toBeCloseTo(flow('from'), 6);
        }
        for (const { rate, failing } of lines) {
          expect(rate).toBeLessThanOrEqual(replayed.busiest);
          expect(failing).toBeGreaterThanOrEqual(0);
          expect(failing).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('nothing is ejected outside of its ejection, and what is knows when it ends', () => {
    fc.assert(
      fc.property(loads, times, (load, time) => {
        const replayed = replayOf(topology, topology, load, sidecar);
        for (const { name, out, state, left } of frameAt(replayed, time).spots.flat()) {
          const during = load.ejections.filter(
            ({ endpoint, from, to = Infinity }) => endpoint === name && from <= time && time < to,
          );
          expect(out).toBe(during.length);
          expect(state === 'ejected').toBe(during.length === load.callers);
          expect(left).toBe(
            during.length ? Math.min(...during.map(({ due }) => Math.max(0, due - time))) : 0,
          );
        }
      }),
    );
  });
});
