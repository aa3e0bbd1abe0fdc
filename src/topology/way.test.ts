import { describe, expect, it } from 'vitest';
import { document, documents, topologyFrom } from './topology.testkit.ts';
import { WHOLE_VIEW } from './view/options.ts';
import { viewOf } from './view/view.ts';
import { wayOf, type AskedWay, type RequestWay } from './way.ts';

const MESH = documents(
  document(
    'VirtualService',
    'v',
    'hosts: [a.shop.svc.cluster.local], http: [{match: [{uri: {prefix: /x}}], route: [{destination: {host: a, subset: v1}}], mirror: {host: m}}, {route: [{destination: {host: a, subset: v2}}]}]',
  ),
  document('Service', 'a', 'selector: {app: a}, ports: [{port: 80, name: http}, {port: 443, name: https}]'),
  document('Service', 'm', 'selector: {app: m}, ports: [{port: 80, name: http}]'),
  document(
    'DestinationRule',
    'd',
    'host: a, subsets: [{name: v1, labels: {version: v1}}, {name: v2, labels: {version: v2}}]',
  ),
  document('Pod', 'one', '', ', labels: {app: a, version: v1}'),
  document('Pod', 'two', '', ', labels: {app: a, version: v2}'),
  document('Pod', 'caller', '', ', labels: {app: c}'),
);
const fromApp: AskedWay['caller'] = { kind: 'sidecar', namespace: 'shop', resource: null };
const toV1: AskedWay = {
  caller: fromApp,
  places: [
    { resource: 'VirtualService/shop/v', path: ['spec', 'http', 0, 'match', 0] },
    { resource: 'Service/shop/a', port: 80 },
    { resource: 'DestinationRule/shop/d', subset: 'v1' },
  ],
  arrives: true,
  mirrored: true,
};

const words = (legs: RequestWay['legs']): string =>
  [legs[0]?.from, ...legs.map(({ to }) => to)]
    .map((stop) => stop && `${stop.node.replace('/shop/', '/')}${stop.row === null ? '' : `#${stop.row}`}`)
    .join(' > ');

describe('the way of a request', () => {
  it('goes along the edges of its rule, its subset and its endpoint', () => {
    const topology = topologyFrom(MESH);
    const way = wayOf(topology, topology, toV1);
    expect(words(way?.legs ?? [])).toBe(
      'Caller/Pod/caller > VirtualService/v#http.0 > Service/a#port.80 > DestinationRule/d#subset.v1 > Pod/one',
    );
    expect(way?.legs.every(({ edge }) => edge !== null)).toBe(true);
    expect(way?.lit.nodes.has('Pod/shop/two')).toBe(false);
    expect(way?.lit.rows.has('VirtualService/shop/v http.1')).toBe(false);
  });

  it('parts for its copies at the rule', () => {
    const topology = topologyFrom(MESH);
    const copies = wayOf(topology, topology, toV1)?.copies ?? [];
    expect(copies.map(words)).toHaveLength(1);
    expect(words(copies[0] ?? [])).toMatch(/^VirtualService\/v#http\.0 > Service\/m/);
    expect(copies[0]?.[0]?.edge).not.toBeNull();
    expect(wayOf(topology, topology, { ...toV1, mirrored: false })?.copies).toEqual([]);
  });

  it('ends where requests go themselves, and not where other rules send copies', () => {
    const topology = topologyFrom(
      documents(
        document(
          'ServiceEntry',
          'e',
          'hosts: [x.example], ports: [{number: 80, name: http, protocol: HTTP}], resolution: STATIC, endpoints: [{address: 10.0.0.1, labels: {v: one}}, {address: 10.0.0.2, labels: {v: two}}]',
        ),
        document(
          'DestinationRule',
          'd',
          'host: x.example, subsets: [{name: one, labels: {v: one}}, {name: two, labels: {v: two}}]',
        ),
        document(
          'VirtualService',
          'v',
          'hosts: [x.example], http: [{match: [{uri: {prefix: /x}}], route: [{destination: {host: x.example, subset: two}}]}, {route: [{destination: {host: x.example, subset: one}}], mirror: {host: x.example, subset: two}}]',
        ),
      ),
    );
    const way = wayOf(topology, topology, {
      caller: fromApp,
      places: [
        { resource: 'VirtualService/shop/v', path: ['spec', 'http', 0] },
        { resource: 'ServiceEntry/shop/e', port: 80 },
        { resource: 'DestinationRule/shop/d', subset: 'two' },
      ],
      arrives: true,
      mirrored: false,
    });
    const mirrors = topology.edges.filter(({ kind }) => kind === 'mirror');
    expect(mirrors.length).toBeGreaterThan(1);
    expect(mirrors.filter(({ id }) => way?.lit.edges.has(id))).toEqual([]);
  });

  it('leaps where the picture has no edge: a request that no rule is asked about', () => {
    const topology = topologyFrom(MESH);
    const way = wayOf(topology, topology, {
      caller: { ...fromApp, resource: 'Pod/shop/caller' },
      places: [{ resource: 'DestinationRule/shop/d' }],
      arrives: false,
      mirrored: false,
    });
    expect(way?.legs).toEqual([
      {
        from: { node: 'Caller/Pod/shop/caller', row: null },
        to: { node: 'DestinationRule/shop/d', row: null },
        edge: null,
      },
    ]);
  });

  it('goes to the node that stands for a collapsed namespace', () => {
    const topology = topologyFrom(MESH);
    const drawn = viewOf(topology, { ...WHOLE_VIEW, collapsedNamespaces: ['shop'] });
    const way = wayOf(topology, drawn, toV1);
    expect(way?.legs).toEqual([]);
    expect([...(way?.lit.nodes ?? [])]).toEqual(['Namespace/shop']);
  });

  it('shows at least who sends, and nothing where nothing of it is drawn', () => {
    const topology = topologyFrom(MESH);
    const nowhere = { ...toV1, places: [], arrives: false };
    expect([...(wayOf(topology, topology, nowhere)?.lit.nodes ?? [])]).toEqual(['Caller/Pod/shop/caller']);
    const empty = topologyFrom('');
    expect(wayOf(empty, empty, toV1)).toBeNull();
  });
});
