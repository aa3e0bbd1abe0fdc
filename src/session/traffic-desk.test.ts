import { beforeAll, describe, expect, it } from 'vitest';
import { loadRegexes } from '../istio/index.ts';
import {
  createTrafficDesk,
  type Asked,
  type QuestionKind,
  type Told,
  type TrafficDesk,
} from './traffic-desk.ts';

beforeAll(async () => void (await loadRegexes()));

const MESH = `apiVersion: networking.istio.io/v1
kind: ServiceEntry
metadata: {name: e, namespace: shop}
spec: {hosts: [a.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: DNS}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: v, namespace: shop}
spec:
  hosts: [a.example]
  http:
  - match: [{uri: {prefix: /x}}]
    route: [{destination: {host: a.example}}]
`;
/** Three in four leave through a gateway, the rest directly. */
const EGRESS = `${MESH.split('---')[0]}---
apiVersion: v1
kind: Service
metadata: {name: out, namespace: shop}
spec: {clusterIP: 10.0.0.1, selector: {istio: out}, ports: [{port: 80, name: http}]}
---
apiVersion: networking.istio.io/v1
kind: Gateway
metadata: {name: g, namespace: shop}
spec: {selector: {istio: out}, servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: [a.example]}]}
---
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: {name: v, namespace: shop}
spec:
  hosts: [a.example]
  gateways: [mesh, g]
  http:
  - match: [{gateways: [mesh]}]
    route:
    - {destination: {host: out.shop.svc.cluster.local}, weight: 75}
    - {destination: {host: a.example}, weight: 25}
  - route: [{destination: {host: a.example}}]
`;
const EXPECTED = `expectations:
- name: x arrives
  request: {from: shop, url: 'http://a.example/x'}
  expect: {outcome: forward, path: /x}
- name: nonsense
  request: {from: shop, url: 'http://a.example/y'}
  expect: {outcome: forward}
`;
const files = (mesh = MESH) => [
  { path: 'mesh.yaml', text: mesh },
  { path: 'all.expect.yaml', text: EXPECTED },
];
const caller = { kind: 'sidecar', namespace: 'shop' } as const;

function ask<K extends QuestionKind>(desk: TrafficDesk, kind: K, asked: Asked<K>): Told<K> {
  const work = desk.ask(kind, asked);
  for (;;) {
    const { done, value } = work.next();
    if (!done) continue;
    if ('refused' in value) throw new Error(value.refused);
    return value.told;
  }
}

describe('the desk', () => {
  it('answers by the files as they are now', () => {
    const desk = createTrafficDesk();
    const kindOf = () =>
      ask(desk, 'route', { request: { caller, url: 'http://a.example/y' }, pick: 1 }).trace.outcome.kind;
    desk.update(files());
    expect(kindOf()).toBe('not-found');
    desk.update(files(MESH.replace('/x', '/y')));
    expect(kindOf()).toBe('forward');
    desk.update([]);
    expect(kindOf()).toBe('passthrough');
  });

  it('counts a thousand by a seed', () => {
    const desk = createTrafficDesk();
    desk.update(files());
    const request = { caller, url: 'http://a.example/x' };
    const { many } = ask(desk, 'route', { request, pick: 1, many: { count: 1000, seed: 42 } });
    expect(many?.[0]?.destinations.map(({ count }) => count)).toEqual([1000]);
  });

  it('follows a request through an egress gateway, with as many as came there', () => {
    const desk = createTrafficDesk();
    desk.update([{ path: 'mesh.yaml', text: EGRESS }]);
    const { onward, many } = ask(desk, 'route', {
      request: { caller, url: 'http://a.example/x' },
      pick: 1,
      many: { count: 1000, seed: 42 },
    });
    expect(onward.map(({ trace }) => trace.outcome.destinations?.[0]?.host)).toEqual(['a.example']);
    const [first, second] = many ?? [];
    const toGateway = first?.destinations.find(({ host }) => host.startsWith('out.'))?.count ?? 0;
    expect(toGateway).toBeGreaterThan(700);
    expect(toGateway).toBeLessThan(800);
    expect(second?.count).toBe(toGateway);
    expect(second?.destinations.map(({ count }) => count)).toEqual([toGateway]);
  });

  it('says why a request cannot be sent', () => {
    const desk = createTrafficDesk();
    const work = desk.ask('route', { request: { caller, url: 'mailto:x' }, pick: 1 });
    expect(work.next().value).toMatchObject({ refused: expect.stringContaining('no URL') });
  });

  it('checks expectations one a step, with what they cover', () => {
    const desk = createTrafficDesk();
    desk.update(files());
    const work = desk.ask('expectations', {});
    expect(work.next().done).toBe(false);
    expect(work.next().done).toBe(false);
    const { value } = work.next();
    if (!value || !('told' in value)) throw new Error('no answer');
    const { expectations, coverage } = value.told;
    expect(expectations.map(({ expectation, departures }) => [expectation.name, departures])).toEqual([
      ['x arrives', []],
      ['nonsense', ['the outcome is not-found, not forward']],
    ]);
    expect(coverage.reached).toBe(1);
  });

  it('suggests, finds a request that comes to a place, and says why a rule takes another not', () => {
    const desk = createTrafficDesk();
    desk.update(files());
    const { requests } = ask(desk, 'suggest', {});
    expect(requests.map(({ request }) => request.url)).toEqual(['http://a.example/x']);
    const here = ask(desk, 'here', { resource: 'ServiceEntry/shop/e', path: [] });
    expect('request' in here && here.request.url).toBe('http://a.example/x');
    const rule = { resource: 'VirtualService/shop/v', section: 'http', index: 0 } as const;
    const why = ask(desk, 'why-not', { request: { caller, url: 'http://a.example/y' }, rule });
    expect(why.nearest?.request.url).toBe('http://a.example/x');
  });

  it('compares what becomes of requests before and now, and tells how far it is', () => {
    const desk = createTrafficDesk();
    desk.update(files(MESH.replace('/x', '/y')), files());
    const work = desk.ask('compare', {});
    expect(work.next().value).toEqual({ compared: 1, done: 0, of: 0 });
    const told = ask(desk, 'compare', {});
    expect(told).toMatchObject({ resources: 1, unread: { before: [], after: [] } });
    expect(told.differences.map(({ verdict, requests }) => [verdict, requests[0]?.title])).toEqual([
      ['breaks', 'x arrives'],
      ['mended', 'nonsense'],
    ]);
    expect(JSON.parse(JSON.stringify(told))).toEqual(told);
    const { before, now } = ask(desk, 'ways', { request: { caller, url: 'http://a.example/x' } });
    expect([before, now].map(([hop]) => hop?.trace.outcome.kind)).toEqual(['forward', 'not-found']);
    desk.update(files());
    expect(ask(desk, 'compare', {})).toMatchObject({ resources: 0, differences: [], compared: 2 });
  });

  it('takes what cannot be read to be as the other side has it', () => {
    const desk = createTrafficDesk();
    const broken = files(MESH.replace('hosts: [a.example]\n  http', 'hosts: [a.example\n  http'));
    desk.update(broken, files());
    const told = ask(desk, 'compare', {});
    expect(told).toMatchObject({ resources: 0, differences: [] });
    expect(told.unread.after.map(({ file, line }) => [file, line])).toEqual([['mesh.yaml', 11]]);
    desk.update(files(), broken);
    expect(ask(desk, 'compare', {})).toMatchObject({ resources: 0, differences: [] });
  });
});
