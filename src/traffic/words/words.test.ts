import { describe, expect, it } from 'vitest';
import { callersIn } from '../callers.ts';
import { targetsIn } from '../targets.ts';
import type { Request } from '../request.ts';
import { get, meshOf, REGISTRY_ONLY, sent, withRegexes, FILLER } from '../traffic.testkit.ts';
import { factsOf } from './facts.ts';
import { journey } from '../onward.ts';
import { sayJourney } from './say-journey.ts';
import { sayOutcome } from './say-outcome.ts';

withRegexes();

const ENTRY =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }, { number: 443, name: https, protocol: HTTPS }], resolution: DNS }';
const TLS =
  'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: SIMPLE }, outlierDetection: { consecutive5xxErrors: 2 }, connectionPool: { tcp: { maxConnections: 30 } } } }';
const rule = (http: string) => `VirtualService shop/v { hosts: [a.example], http: [${http}] }`;
const TO = 'route: [{ destination: { host: a.example, port: { number: 80 } } }]';

const said = (resources: readonly string[], request: Request, meshConfig?: typeof REGISTRY_ONLY) => {
  const { tone, text } = sayOutcome(sent(resources, request, meshConfig), request);
  return `${tone}: ${text}`;
};

describe('how a request ends, in a sentence', () => {
  it.each([
    [
      'forwarded, with the port that is no usual one',
      [ENTRY],
      get('http://a.example/x?y=1'),
      'good: Forwarded to a.example as GET http://a.example:443/x?y=1.',
    ],
    [
      'with TLS of the proxy’s own',
      [ENTRY, TLS],
      get('http://a.example/x'),
      'good: Forwarded to a.example as GET https://a.example/x.',
    ],
    [
      'to a host that is not looked up, which is at the address that was dialled',
      [
        ENTRY,
        'ServiceEntry shop/o { hosts: [o.example], ports: [{ number: 80, name: http, protocol: HTTP }] }',
        rule('{ route: [{ destination: { host: o.example } }] }'),
      ],
      get('http://a.example/x'),
      'odd: Routed to o.example, and sent on to the address that the app has dialled, of a.example, as GET http://a.example/x.',
    ],
    [
      'to a host that is not looked up, by its own name',
      ['ServiceEntry shop/o { hosts: ["*.example"], ports: [{ number: 80, name: http, protocol: HTTP }] }'],
      get('http://a.example/x'),
      'good: Forwarded to *.example as GET http://a.example/x.',
    ],
    [
      'TLS in TLS',
      [ENTRY, TLS],
      get('https://a.example/x'),
      'bad: a.example finds no HTTP in it: the call breaks. The rules for HTTP are not asked.',
    ],
    [
      'plaintext to a port for TLS',
      [ENTRY],
      get('http://a.example:443/x'),
      'bad: No configuration applies: it leaves in plain text to a.example:443, where TLS is spoken: the call fails.',
    ],
    [
      'TLS that passes',
      [ENTRY],
      get('https://a.example/x'),
      'good: Forwarded to a.example as the TLS that the app speaks; nobody on the way sees path or headers.',
    ],
    [
      'no rule',
      [ENTRY, rule(`{ match: [{ uri: { exact: /a } }], ${TO} }`)],
      get('http://a.example/b'),
      'bad: No rule takes it: the answer is 404, with the flag NR.',
    ],
    [
      'no such subset',
      [ENTRY, rule('{ route: [{ destination: { host: a.example, subset: v1 } }] }')],
      get('http://a.example/'),
      'bad: v1 of a.example does not exist: the answer is 503, with the flag NC.',
    ],
    [
      'in part',
      [
        ENTRY,
        rule(
          '{ route: [{ destination: { host: a.example, port: { number: 80 } }, weight: 1 }, { destination: { host: b.example }, weight: 3 }] }',
        ),
      ],
      get('http://a.example/'),
      'bad: Forwarded to a.example (25 %), b.example (75 %) as GET http://a.example:443/; what goes to b.example is answered 503, because it does not exist.',
    ],
    [
      'a redirect',
      [ENTRY, rule('{ redirect: { uri: /there } }')],
      get('http://a.example/'),
      'good: The sidecar answers 301 and sends the client to http://a.example/there.',
    ],
    [
      'an answer of its own',
      [ENTRY, rule('{ directResponse: { status: 418 } }')],
      get('http://a.example/'),
      'good: The sidecar answers 418 by itself; nobody else is asked.',
    ],
    [
      'let out',
      [],
      get('http://b.example/x'),
      'odd: No configuration applies: it leaves as it is, in plain text, to b.example:80.',
    ],
    [
      'not let out, on a port that is listened to',
      [FILLER],
      get('http://b.example/x'),
      'bad: Only known hosts are let out, and b.example is none: the answer is 502.',
      REGISTRY_ONLY,
    ],
    [
      'not let out at all',
      [],
      get('https://b.example/'),
      'bad: Only known destinations are let out, and this one is not known: the connection is closed.',
      REGISTRY_ONLY,
    ],
  ] as const)('%s', (_, resources, request, expected, meshConfig?) => {
    expect(said(resources, request, meshConfig)).toBe(expected);
  });
});

describe('facts', () => {
  it('say what the destination sees and what the proxy does', () => {
    const http = `{ timeout: 3s, retries: { attempts: 2 }, rewrite: { uri: /z }, headers: { request: { set: { x-a: '1' } } }, mirror: { host: gone.example }, ${TO} }`;
    const { outcome } = sent([ENTRY, TLS, rule(http)], get('http://a.example/x'));
    const facts = new Map(factsOf(outcome).map(({ title, value }) => [title, value]));
    expect(facts.get('Path')).toBe('/zx');
    expect(facts.get('Port')).toBe('443');
    expect(facts.get('SNI')).toBe('a.example');
    expect(facts.get('Timeout')).toBe('3s');
    expect(facts.get('Retries')).toMatch(/^2 on /);
    expect(facts.get('Request headers')).toBe('x-a: 1');
    expect(facts.get('Mirror')).toBe('100 % to gone.example:80, which does not exist: nothing is sent');
  });
});

describe('the trace', () => {
  it('tells of the policy in force, where it is written', () => {
    const { steps } = sent([ENTRY, TLS], get('http://a.example/'));
    const told = steps.filter(({ code }) => code.startsWith('POLICY_'));
    expect(told.map(({ text }) => text)).toEqual([
      'Connection pool: maxConnections 30.',
      'Outlier detection: after 2 answers of 500 and more in a row an endpoint is left out for 30s, at most 10 % of them at once.',
    ]);
    expect(told[1]?.path).toEqual(['spec', 'trafficPolicy', 'outlierDetection']);
  });

  it('names what is not evaluated, and only where it applies', () => {
    const filters = [
      'EnvoyFilter shop/near { workloadSelector: { labels: { app: web } } }',
      'EnvoyFilter shop/other { workloadSelector: { labels: { app: till } } }',
      'EnvoyFilter far/elsewhere {}',
    ];
    const { steps } = sent([ENTRY, ...filters], get('http://a.example/'));
    const told = steps.filter(({ code }) => code === 'NOT_EVALUATED');
    expect(told.map(({ text }) => text)).toEqual([
      'Not evaluated: the EnvoyFilter shop/near; it can change anything in the proxy.',
    ]);
  });
});

describe('callers', () => {
  it('are the workloads, any app of each namespace, and the gateways', () => {
    const mesh = meshOf([
      ENTRY,
      'Pod desk/till {}',
      'Gateway edge/door { selector: { istio: door }, servers: [] }',
    ]);
    expect(callersIn(mesh).map(({ title, caller }) => `${caller.kind} ${caller.namespace} ${title}`)).toEqual(
      [
        'sidecar desk till',
        'sidecar desk any app',
        'sidecar edge any app',
        'sidecar shop any app',
        'gateway edge Gateway door',
      ],
    );
  });
});

describe('targets', () => {
  it('are the ports of the hosts that files define, as URLs, and what is no HTTP by its port', () => {
    const mesh = meshOf([
      ENTRY,
      'Service shop/db { ports: [{ port: 5432, name: tcp-db }, { port: 53, protocol: UDP }] }',
      'VirtualService shop/v { hosts: [a.example, b.example, "*.c.example"] }',
    ]);
    expect(targetsIn(mesh).map(({ url }) => url)).toEqual([
      'http://a.example/',
      'https://a.example/',
      'db.shop.svc.cluster.local:5432',
      'http://b.example/',
    ]);
  });
});

describe('how a whole way ends', () => {
  const through = (more: string) => [
    'ServiceEntry out/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }',
    'Service out/door { clusterIP: 10.0.0.1, selector: { istio: door }, ports: [{ name: http, port: 80 }] }',
    'Gateway out/g { selector: { istio: door }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [a.example] }] }',
    `VirtualService out/v { hosts: [a.example], gateways: [mesh, g], http: [{ ${more} route: [{ destination: { host: door.out.svc.cluster.local } }] }, { match: [{ uri: { prefix: /x } }], route: [{ destination: { host: a.example } }] }] }`,
  ];
  const end = (resources: readonly string[], url: string) => {
    const { tone, text } = sayJourney(journey(meshOf(resources), get(url)));
    return `${tone}: ${text}`;
  };
  const MESH = 'match: [{ gateways: [mesh] }],';

  it('is told as its last part does, and by which gateway', () => {
    expect(end(through(MESH), 'http://a.example/x')).toBe(
      'good: Forwarded through the gateway door in out to a.example as GET http://a.example/x.',
    );
    expect(end(through(MESH), 'http://a.example/y')).toBe(
      'bad: Forwarded through the gateway door in out; then: No rule takes it: the answer is 404, with the flag NR.',
    );
  });

  it('goes round where the rule for the mesh is for the gateway, too', () => {
    expect(end(through(''), 'http://a.example/x')).toMatch(
      /^bad: .*the gateway door in out sends it to itself/,
    );
  });
});
