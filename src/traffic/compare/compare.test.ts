import { describe, expect, it } from 'vitest';
import { linkMesh, type Mesh } from '../../istio/index.ts';
import { parseDocument, splitDocuments, type YamlMap } from '../../yaml/index.ts';
import { asYaml, meshOf, withRegexes } from '../traffic.testkit.ts';
import {
  compareTraffic,
  comparingTraffic,
  type ComparisonProgress,
  type TrafficComparison,
} from './compare.ts';

withRegexes();

const SERVICE = (name: string, port = 80, protocol = 'http'): string =>
  `Service shop/${name} { selector: { app: ${name} }, ports: [{ name: ${protocol}, port: ${port} }] }`;
const VERSIONS = 'DestinationRule shop/a { host: a, subsets: [{ name: v1 }, { name: v2 }] }';
const to = (...parts: readonly string[]): string => `route: [${parts.join(', ')}]`;
const part = (subset: string, weight = 100): string =>
  `{ destination: { host: a, subset: ${subset} }, weight: ${weight} }`;
const rules = (...http: readonly string[]): string =>
  `VirtualService shop/a { hosts: [a], http: [${http.map((rule) => `{ ${rule} }`).join(', ')}] }`;
const edge = (hosts: string): string =>
  `Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [${hosts}] }] }`;

/** Each difference in short: `breaks Answer: a → b, Destination: c → d`. */
const told = ({ differences }: TrafficComparison): readonly string[] =>
  differences.map(
    ({ verdict, changes }) =>
      `${verdict} ${changes.map(({ what, before, after }) => `${what}: ${before} → ${after}`).join(', ')}`,
  );

const compare = (before: readonly string[], after: readonly string[], config: YamlMap = {}) =>
  compareTraffic(meshOf(before), meshOf(after, config));

type Row = readonly [
  name: string,
  before: readonly string[],
  after: readonly string[],
  told: readonly string[],
];

const base = [SERVICE('a'), SERVICE('b'), VERSIONS];
const ROWS: readonly Row[] = [
  [
    'weights are told as shares',
    [...base, rules(to(part('v1', 90), part('v2', 10)))],
    [...base, rules(to(part('v1', 50), part('v2', 50)))],
    [
      'elsewhere Destination: 90 % v1 of a.shop.svc.cluster.local:80, 10 % v2 of a.shop.svc.cluster.local:80 → 50 % v1 of a.shop.svc.cluster.local:80, 50 % v2 of a.shop.svc.cluster.local:80',
    ],
  ],
  [
    'the same shares in other numbers and another order are no difference',
    [...base, rules(to(part('v1', 1), part('v2', 3)))],
    [...base, rules(to(part('v2', 75), part('v1', 25)))],
    [],
  ],
  [
    'a rule that got another name and number is no difference',
    [...base, rules(`match: [{ uri: { prefix: /x } }], ${to(part('v1'))}`, to(part('v2')))],
    [
      ...base,
      rules(
        `match: [{ uri: { prefix: /x }, method: { exact: GET } }], ${to(part('v1'))}`,
        `name: all, match: [{ uri: { prefix: /x } }], ${to(part('v1'))}`,
        to(part('v2')),
      ),
    ],
    [],
  ],
  [
    'a subset that is gone breaks what goes there',
    [...base, rules(to(part('v2')))],
    [
      SERVICE('a'),
      SERVICE('b'),
      'DestinationRule shop/a { host: a, subsets: [{ name: v1 }] }',
      rules(to(part('v2'))),
    ],
    [
      'breaks Answer: the destination’s → 503, the destination does not exist, Destination: v2 of a.shop.svc.cluster.local:80 → v2 of a.shop.svc.cluster.local:80 (does not exist)',
    ],
  ],
  [
    'a narrower match breaks what it leaves out',
    [...base, rules(`match: [{ uri: { prefix: /x } }], ${to(part('v1'))}`)],
    [...base, rules(`match: [{ uri: { prefix: /x/ } }], ${to(part('v1'))}`)],
    [
      'breaks Answer: the destination’s → 404, no route, Destination: v1 of a.shop.svc.cluster.local:80 → undefined',
    ],
  ],
  [
    'timeouts, retries, faults, headers and mirrors',
    [...base, rules(to(part('v1')))],
    [
      ...base,
      rules(
        `timeout: 2s, retries: { attempts: 0 }, fault: { delay: { fixedDelay: 1s, percentage: { value: 50 } } }, headers: { request: { set: { x: "1" } } }, mirror: { host: b }, ${to(part('v1'))}`,
      ),
    ],
    [
      'otherwise Timeout: none → 2s, Retries: 2 on connect-failure, refused-stream, unavailable, cancelled → none, Fault: undefined → 50 % wait 1s, Request headers: undefined → x: 1, Mirror: undefined → 100 % to b.shop.svc.cluster.local:80',
    ],
  ],
  [
    'TLS and load balancing of a host without rules',
    base,
    [
      SERVICE('a'),
      SERVICE('b'),
      VERSIONS,
      'DestinationRule shop/b { host: b, trafficPolicy: { tls: { mode: SIMPLE, sni: b.example }, loadBalancer: { simple: RANDOM } } }',
    ],
    [
      'otherwise TLS: none that the files show; Istio adds mutual TLS where an endpoint has a sidecar → TLS, the server’s certificate is checked, Scheme: http → https, SNI: undefined → b.example, Traffic policy: undefined → Load balancing: RANDOM.',
    ],
  ],
  [
    'a Service that is gone leaves a name that leads nowhere',
    [SERVICE('a'), SERVICE('b')],
    [SERVICE('b')],
    [
      'breaks Answer: the destination’s → that of the place that is dialled, passed through, Destination: a.shop.svc.cluster.local:80 → undefined',
    ],
  ],
  [
    'a host that a gateway no longer serves',
    [
      SERVICE('a'),
      edge('"*"'),
      'VirtualService shop/a { hosts: [x.example, y.example], gateways: [edge/g], http: [{ route: [{ destination: { host: a } }] }] }',
    ],
    [
      SERVICE('a'),
      edge('"*"'),
      'VirtualService shop/a { hosts: [x.example], gateways: [edge/g], http: [{ route: [{ destination: { host: a } }] }] }',
    ],
    [
      'breaks Answer: the destination’s → 404, no route, Destination: a.shop.svc.cluster.local:80 → undefined',
    ],
  ],
  [
    'what failed and does not any more comes last',
    [...base, rules(`match: [{ uri: { prefix: /x } }], ${to(part('v3'))}`, to(part('v1')))],
    [...base, rules(`match: [{ uri: { prefix: /x } }], ${to(part('v1'))}`, to(part('v3')))],
    [
      'breaks Answer: the destination’s → 503, the destination does not exist, Destination: v1 of a.shop.svc.cluster.local:80 → v3 of a.shop.svc.cluster.local:80 (does not exist)',
      'mended Answer: 503, the destination does not exist → the destination’s, Destination: v3 of a.shop.svc.cluster.local:80 (does not exist) → v1 of a.shop.svc.cluster.local:80',
    ],
  ],
];

describe('what a change does to traffic', () => {
  it.each(ROWS.map(([name, ...row]) => ({ name, row })))('$name', ({ row: [before, after, expected] }) => {
    expect(told(compare(before, after))).toEqual(expected);
  });

  it('tells one cause once, with all the requests it happens to', () => {
    const many = (timeout: string) => [
      ...base,
      rules(
        ...['/a', '/b', '/c'].map(
          (path) => `match: [{ uri: { prefix: ${path} } }], timeout: ${timeout}, ${to(part('v1'))}`,
        ),
      ),
    ];
    const { differences, compared, same } = compare(many('1s'), many('2s'));
    expect(differences).toHaveLength(1);
    expect(differences[0]?.causes).toEqual(['VirtualService/shop/a']);
    expect(differences[0]?.requests.length).toBeGreaterThanOrEqual(3);
    expect(compared - same).toBe(differences[0]?.requests.length);
  });

  it('takes for the cause what is on the way of all to whom the same happens', () => {
    const served = (timeout: string, hosts: string) => [
      SERVICE('a'),
      edge(hosts),
      `VirtualService shop/a { hosts: [a, x.example], gateways: [mesh, edge/g], http: [{ timeout: ${timeout}, route: [{ destination: { host: a } }] }] }`,
    ];
    const { differences } = compare(served('1s', '"*.example"'), served('2s', 'x.example'));
    expect(differences.map(({ causes }) => causes)).toEqual([['VirtualService/shop/a']]);
    const callers = differences.flatMap(({ requests }) => requests.map(({ request }) => request.caller.kind));
    expect(new Set(callers)).toEqual(new Set(['sidecar', 'gateway']));
  });

  it('asks nothing about what the change cannot touch', () => {
    const other = 'VirtualService shop/b { hosts: [b], http: [{ route: [{ destination: { host: b } }] }] }';
    const { differences, compared } = compare(
      [...base, rules(to(part('v1')))],
      [...base, rules(to(part('v2')))],
    );
    const more = compare([...base, other, rules(to(part('v1')))], [...base, other, rules(to(part('v2')))]);
    expect(more.compared).toBe(compared);
    expect(more.differences).toEqual(differences);
  });

  describe('of expectations', () => {
    const EXPECTED = `{ name: to v1, request: { from: shop, url: "http://a/never/suggested" }, expect: { subset: v1 } }`;
    const mesh = (subset: string, ...expectations: readonly string[]): Mesh => {
      const documents = (text: string) => splitDocuments(text).map((slice) => parseDocument(slice.text));
      return linkMesh([
        {
          path: 'mesh.yaml',
          documents: documents([...base, rules(to(part(subset)))].map(asYaml).join('---\n')),
        },
        { path: 'a.expect.yaml', documents: documents(`expectations: [${expectations.join(', ')}]`) },
      ]);
    };

    it('tells by their names whether they hold', () => {
      const [first] = compareTraffic(mesh('v1', EXPECTED), mesh('v2', EXPECTED)).differences;
      expect(first).toMatchObject({
        verdict: 'breaks',
        requests: [
          { title: 'to v1', from: 'expectation', expectation: { heldBefore: true, holdsAfter: false } },
        ],
      });
    });

    it('tells of each where several are of one request', () => {
      const any = EXPECTED.replace('to v1', 'arrives').replace('{ subset: v1 }', '{ outcome: forward }');
      const { differences } = compareTraffic(mesh('v1', any, EXPECTED), mesh('v2', any, EXPECTED));
      const expected = differences.flatMap(({ verdict, requests }) =>
        requests.flatMap(({ title, expectation }) => (expectation ? `${verdict} ${title}` : [])),
      );
      expect(expected).toEqual(['breaks to v1', 'elsewhere arrives']);
    });

    it('takes what is expected now: what was expected and is not any more cannot break', () => {
      const now = EXPECTED.replaceAll('v1', 'v2');
      const { differences } = compareTraffic(mesh('v1', EXPECTED), mesh('v2', now));
      expect(differences.map(({ verdict }) => verdict)).toEqual(['elsewhere']);
      const gone = compareTraffic(mesh('v1', EXPECTED), mesh('v2')).differences;
      expect(gone.map(({ verdict, requests: [first] }) => [verdict, first?.title])).toEqual([
        ['elsewhere', 'to v1'],
      ]);
    });

    it('holds each side by what was expected of it then', () => {
      const follows = EXPECTED.replace('{ subset: v1 }', '{ subset: v2 }');
      const { differences } = compareTraffic(mesh('v1', EXPECTED), mesh('v2', follows));
      expect(differences.map(({ verdict, requests: [one] }) => [verdict, one?.expectation])).toEqual([
        ['elsewhere', expect.objectContaining({ heldBefore: true, holdsAfter: true })],
      ]);
      const failing = compareTraffic(
        mesh('v1', EXPECTED),
        mesh('v2', follows.replace('subset: v2', 'subset: v3')),
      );
      expect(failing.differences[0]?.verdict).toBe('breaks');
    });

    it('says nothing of traffic where only the text of an expectation is another', () => {
      const wrong = EXPECTED.replace('subset: v1 }', 'subset: v2 }');
      expect(compareTraffic(mesh('v1', EXPECTED), mesh('v1', wrong)).differences).toEqual([]);
      const elsewhere = EXPECTED.replace('/never/suggested', '/other');
      expect(compareTraffic(mesh('v1', EXPECTED), mesh('v1', elsewhere)).differences).toEqual([]);
    });
  });

  it('is worked out step by step, and tells how far it is', () => {
    const [before, after] = [
      meshOf([...base, rules(to(part('v1')))]),
      meshOf([...base, rules(to(part('v2')))]),
    ];
    const steps: ComparisonProgress[] = [];
    const work = comparingTraffic(before, after);
    for (let step = work.next(); !step.done; step = work.next()) steps.push(step.value);
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.at(-1)).toEqual({ compared: compareTraffic(before, after).compared, done: 3, of: 4 });
    expect(steps.every(({ done, of }) => done < of)).toBe(true);
  });

  it('says what it does not work out, and what it left out', () => {
    const filter = 'EnvoyFilter shop/f { priority: 1 }';
    const before = [...base, rules(`match: [{ uri: { prefix: /x } }], ${to(part('v1'))}`)];
    const after = [...base, rules(to(part('v1'))), filter];
    expect(compare(before, after)).toMatchObject({
      notEvaluated: ['EnvoyFilter/shop/f'],
      leftOut: { virtualServices: 0, hosts: 0 },
    });
    const few = compareTraffic(meshOf([SERVICE('a')]), meshOf(base), { most: 1 });
    expect(few).toMatchObject({ compared: 1, leftOut: { hosts: 2 } });
  });

  it('looks at everything where the settings are others', () => {
    const mesh = [...base, rules(to(part('v1')))];
    expect(
      told(compare(mesh, mesh, { defaultHttpRetryPolicy: { attempts: 5 } })).some((one) =>
        one.includes('Retries'),
      ),
    ).toBe(true);
  });
});
