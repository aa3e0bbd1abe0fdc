import { describe, expect, it } from 'vitest';
import { linkMesh } from '../../istio/index.ts';
import { parseDocument, splitDocuments } from '../../yaml/index.ts';
import { get, meshOf, withRegexes } from '../traffic.testkit.ts';
import { route } from '../route.ts';
import { checkExpectation, checkExpectations, departureText, expectationsIn } from './check.ts';
import { coverage } from './coverage.ts';
import { expectationValue, expectedOf } from './expected-of.ts';
import type { Expected } from './expectation.ts';
import { readExpectations } from './read.ts';

withRegexes();

const read = (text: string) => readExpectations(parseDocument(text).value);
const objections = (text: string): readonly string[] =>
  read(text).objections.map(({ path, message }) => `${path.join('.')}: ${message}`);

const MESH = [
  'ServiceEntry shop/a { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }], resolution: DNS, endpoints: [{ address: one.example, labels: { v: one } }, { address: two.example, labels: { v: two } }] }',
  'Service shop/reviews { clusterIP: 10.0.0.1, ports: [{ name: http, port: 80 }] }',
  'DestinationRule shop/a { host: a.example, trafficPolicy: { tls: { mode: SIMPLE } }, subsets: [{ name: one, labels: { v: one } }, { name: two, labels: { v: two } }] }',
  `VirtualService shop/v { hosts: [a.example], http: [
    { name: data, match: [{ uri: { prefix: /v2/data } }], rewrite: { uri: /data }, timeout: 5s, route: [{ destination: { host: a.example, subset: one } }], mirror: { host: reviews }, mirrorPercentage: { value: 10 } },
    { match: [{ uri: { prefix: /split } }], route: [{ destination: { host: a.example, subset: one }, weight: 90 }, { destination: { host: a.example, subset: two }, weight: 10 }] },
    { match: [{ uri: { prefix: /go } }], redirect: { uri: /gone } },
    { match: [{ uri: { prefix: /own } }], directResponse: { status: 418 } }] }`,
];
const check = (path: string, expected: Expected): readonly string[] => {
  const verdict = checkExpectation(meshOf(MESH), {
    name: 'x',
    request: get(`http://a.example${path}`),
    expect: expected,
  });
  return verdict.passed ? [] : verdict.departures.map(departureText);
};

describe('expectations', () => {
  it('are read from YAML', () => {
    const { expectations, objections } = read(`
expectations:
- name: data
  request: { from: shop, url: http://a.example/x, method: PUT, headers: { x-n: 1 } }
  expect: { outcome: forward, host: a.example, rule: 0 }
- request: { gateway: { namespace: edge, labels: { istio: edge } }, host: a.example, port: 443, protocol: tls, path: /y }
  expect: { status: 404, mirrors: [] }
`);
    expect(objections).toEqual([]);
    expect(expectations.map(({ expectation }) => expectation)).toEqual([
      {
        name: 'data',
        request: {
          caller: { kind: 'sidecar', namespace: 'shop' },
          url: 'http://a.example/x',
          method: 'PUT',
          headers: { 'x-n': '1' },
        },
        expect: { outcome: 'forward', host: 'a.example', rule: 0 },
      },
      {
        name: 'Expectation 2',
        request: {
          caller: { kind: 'gateway', namespace: 'edge', labels: { istio: 'edge' } },
          host: 'a.example',
          port: 443,
          protocol: 'http',
          tls: 'tls',
          path: '/y',
        },
        expect: { status: 404, mirrors: [] },
      },
    ]);
  });

  it.each([
    ['- 1', 'begins with "expectations:"'],
    ['expectations: 5', '"expectations" has to be a list, not 5.'],
    ['other: 5', 'has no "other"; it can say expectations.'],
    ['expectations: [5]', 'expectations.0: An expectation is a map'],
    ['expectations: [{ expect: { status: 1 } }]', 'needs a "request"'],
    ['expectations: [{ request: { url: "http://a/" }, expect: { status: 1 } }]', 'says who sends it'],
    ['expectations: [{ request: { from: a }, expect: { status: 1 } }]', 'needs a "url", or a "host"'],
    [
      'expectations: [{ request: { from: a, url: "ftp://a/" }, expect: { status: 1 } }]',
      'request.url: "ftp://a/" is no URL',
    ],
    [
      'expectations: [{ request: { from: a, url: "http://a/", path: /x }, expect: { status: 1 } }]',
      'A URL says the host',
    ],
    [
      'expectations: [{ request: { from: {}, url: "http://a/" }, expect: { status: 1 } }]',
      '"from" needs a "namespace".',
    ],
    [
      'expectations: [{ request: { from: a, url: "http://a/", headers: [x] }, expect: { status: 1 } }]',
      '"headers" has to be names with texts',
    ],
    ['expectations: [{ request: { from: a, url: "http://a/" } }]', 'says what to "expect"'],
    ['expectations: [{ request: { from: a, url: "http://a/" }, expect: {} }]', 'This expects nothing.'],
    [
      'expectations: [{ request: { from: a, url: "http://a/" }, expect: { outcome: gone } }]',
      '"outcome" has to be one of forward',
    ],
    [
      'expectations: [{ request: { from: a, url: "http://a/" }, expect: { stauts: 404 } }]',
      '"expect" has no "stauts"',
    ],
  ])('%s is objected to', (text, message) => {
    expect(objections(text).join('\n')).toContain(message);
  });

  it('hold, or say in what the outcome departs', () => {
    expect(
      check('/v2/data/7?x=1', {
        outcome: 'forward',
        host: 'a.example',
        subset: 'one',
        path: '/data/7?x=1',
        scheme: 'https',
        port: 443,
        tls: 'tls',
        sni: 'a.example',
        virtualService: 'v',
        rule: 'data',
        timeout: '5s',
        mirrors: [{ host: 'reviews', percent: 10 }],
      }),
    ).toEqual([]);
    expect(
      check('/v2/database', { path: '/v2/database', subset: 'two', rule: 1, mirrors: [], status: 200 }),
    ).toEqual([
      'the status is what the destination answers, not 200',
      'the subset is one, not two',
      'the path is /database, not /v2/database',
      'the rule is 0, not 1',
      'the mirrors are reviews.shop.svc.cluster.local 10 %, not none',
    ]);
  });

  it('compare timeouts by how long they are', () => {
    for (const timeout of ['5s', '5000ms', '0m5s']) expect(check('/v2/data', { timeout })).toEqual([]);
    expect(check('/v2/data', { timeout: '5m' })).toEqual(['the timeout is 5s, not 300s']);
  });

  it('tell of tries and delays', () => {
    expect(check('/v2/data', { attempts: 2 })).toEqual([]);
    expect(check('/v2/data', { attempts: 0, perTryTimeout: '1s', delay: '2s' })).toEqual([
      'the number of further attempts is 2, not 0',
      'the timeout of each try is none, not 1s',
      'the delay is none, not 2s',
    ]);
  });

  it('look at every destination, and at shares', () => {
    expect(check('/split', { host: 'a.example' })).toEqual([]);
    expect(check('/split', { subset: 'one' })).toEqual(['the subset is two, not one']);
    const destinations = [
      { host: 'a.example', subset: 'two', weight: 1 },
      { host: 'a.example', subset: 'one', weight: 9 },
    ];
    expect(check('/split', { destinations })).toEqual([]);
    expect(check('/split', { destinations: destinations.slice(0, 1) })[0]).toContain('the destinations are');
    expect(check('/nothing', { host: 'a.example', outcome: 'not-found' })).toEqual([
      'the host is nobody, not a.example',
    ]);
  });

  it('know answers that no destination gives', () => {
    expect(check('/go', { outcome: 'redirect', status: 301, location: 'http://a.example/gone' })).toEqual([]);
    expect(check('/own', { status: 418 })).toEqual([]);
    expect(check('/own', { outcome: 'forward' })).toEqual(['the outcome is direct, not forward']);
  });

  it.each(['/v2/data', '/split', '/go', '/own', '/none'])(
    'made of the outcome of %s hold, and are read as written',
    (path) => {
      const mesh = meshOf(MESH);
      const request = get(`http://a.example${path}`, { method: 'POST', headers: { x: '1' } });
      const expectation = { name: 'made', request, expect: expectedOf(route(mesh, request).outcome) };
      expect(checkExpectation(mesh, expectation).passed).toBe(true);
      const value = { expectations: [expectationValue(expectation)] };
      const { expectations, objections } = readExpectations(value);
      expect(objections).toEqual([]);
      expect(expectations.map((one) => one.expectation)).toEqual([expectation]);
    },
  );

  it('of a workspace stand in files of their own, which hold no resources', () => {
    const text =
      'expectations:\n- { name: a, request: { from: shop, url: "http://a.example/" }, expect: { status: 404, x: 1 } }\n';
    const documents = [text, 'kind: Service\nmetadata: { name: x }\n'].map((each) => parseDocument(each));
    const mesh = linkMesh([
      { path: 'mesh.yaml', documents: splitDocuments('').map((slice) => parseDocument(slice.text)) },
      { path: 'in/a.expect.yaml', documents },
    ]);
    expect(mesh.resources).toEqual([]);
    expect(expectationsIn(mesh)).toMatchObject({
      expectations: [{ file: 'in/a.expect.yaml', document: 0, index: 0, expectation: { name: 'a' } }],
      objections: [
        { document: 0, path: ['expectations', 0, 'expect', 'x'] },
        { document: 1 },
        { document: 1 },
      ],
    });
    expect(checkExpectations(mesh)[0]?.verdict).toMatchObject({ passed: false });
    expect(checkExpectations(mesh)).toBe(checkExpectations(mesh));
  });

  it('cover the rules they reach', () => {
    const mesh = meshOf(MESH);
    const outcomes = ['/split', '/own', '/own/2'].map(
      (path) => route(mesh, get(`http://a.example${path}`)).outcome,
    );
    const { rules, reached } = coverage(mesh, outcomes);
    expect(rules.map(({ title, count }) => `${title} ${count}`)).toEqual([
      'v: rule 1 (data) 0',
      'v: rule 2 1',
      'v: rule 3 0',
      'v: rule 4 2',
    ]);
    expect(reached).toBe(2);
  });
});
