import { describe, expect, it } from 'vitest';
import { RequestError, type Request } from './request.ts';
import { route } from './route.ts';
import {
  atGateway,
  FILLER,
  fromShop,
  get,
  meshOf,
  REGISTRY_ONLY,
  routeTable,
  sent,
  withRegexes,
} from './traffic.testkit.ts';

withRegexes();

const entry = (ports: string, more = 'resolution: DNS') =>
  `ServiceEntry shop/e { hosts: [a.example], ports: [${ports}], ${more} }`;
const HTTP = '{ number: 80, name: http, protocol: HTTP }';
const HTTPS = '{ number: 443, name: https, protocol: HTTPS }';
const TCP = '{ number: 5432, name: db, protocol: TCP }';
const rules = (http: string, name = 'shop/v', more = 'hosts: [a.example]') =>
  `VirtualService ${name} { ${more}, http: [${http}] }`;
const to = (destination: string, more = '') =>
  `{ ${more} route: [{ destination: { host: ${destination} } }] }`;
const answer = (status: number, match = '') =>
  `{ ${match && `match: [${match}],`} directResponse: { status: ${status} } }`;

routeTable('listeners and unknown hosts', [
  ['a Host that nobody knows goes out as it is', [FILLER], get('http://b.example/x'), 'passthrough'],
  ['or is answered 502', [FILLER], get('http://b.example/x'), 'blackhole 502', REGISTRY_ONLY],
  [
    'without any listener the connection is closed',
    [],
    get('http://b.example/x'),
    'blackhole',
    REGISTRY_ONLY,
  ],
  [
    'a ServiceEntry alone is enough',
    [entry(HTTP)],
    get('http://A.Example:80/x?y=1'),
    'forward 80||a.example /x?y=1',
  ],
  ['TLS is passed on by its name', [entry(HTTPS)], get('https://a.example/x'), 'tls 443||a.example'],
  [
    'another name on that port is unknown',
    [entry(HTTPS)],
    get('https://b.example/'),
    'blackhole',
    REGISTRY_ONLY,
  ],
  ['plaintext on a TLS port is unknown', [entry(HTTPS)], get('http://a.example:443/'), 'passthrough'],
  ['TLS on an HTTP port is unknown', [entry(HTTP)], get('https://a.example:80/'), 'passthrough'],
  [
    'TCP without an address takes a whole port',
    [entry(TCP)],
    { caller: fromShop, protocol: 'tcp', host: 'z.example', port: 5432 },
    'tcp 5432||a.example',
  ],
  [
    'TCP with an address takes that alone',
    [entry(TCP, 'addresses: [10.9.0.5], resolution: STATIC, endpoints: [{ address: 10.1.1.1 }]')],
    { caller: fromShop, protocol: 'tcp', host: 'z.example', port: 5432, address: '10.9.0.6' },
    'passthrough',
  ],
  [
    'a range of addresses is one',
    [entry(TCP, 'addresses: [10.9.0.0/16], resolution: NONE')],
    { caller: fromShop, protocol: 'tcp', host: '10.9.3.4', port: 5432 },
    'tcp 5432||a.example',
  ],
  [
    'what another namespace keeps to itself is unknown',
    [
      'ServiceEntry far/e { hosts: [a.example], exportTo: ["."], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }',
      FILLER,
    ],
    get('http://a.example/'),
    'passthrough',
  ],
  [
    'what a Sidecar does not import is unknown',
    [
      'ServiceEntry far/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }',
      FILLER,
      'Sidecar shop/s { egress: [{ hosts: ["./*", "base/*"] }] }',
    ],
    get('http://a.example/'),
    'passthrough',
  ],
  [
    'a Sidecar’s empty policy lets nothing unknown out',
    [FILLER, 'Sidecar shop/s { outboundTrafficPolicy: {} }'],
    get('http://a.example/'),
    'blackhole 502',
  ],
]);

routeTable('which VirtualService', [
  [
    'on port 80 one serves a name that nobody defines',
    [FILLER, rules(to('filler.base.svc.cluster.local'))],
    get('http://a.example/'),
    'forward 80||filler.base.svc.cluster.local /',
  ],
  [
    'on other ports it does not',
    ['Service base/other { clusterIP: 10.0.0.2, ports: [{ name: http, port: 8080 }] }', rules(answer(201))],
    get('http://a.example:8080/'),
    'passthrough',
  ],
  [
    'the older of two serves alone',
    [FILLER, rules(answer(201, '{ uri: { prefix: /a } }'), 'shop/v'), rules(answer(202), 'shop/w')],
    get('http://a.example/b'),
    'not-found 404',
  ],
  [
    'one that is private outranks an older public one',
    [FILLER, rules(answer(201)), rules(answer(202), 'shop/w', 'hosts: [a.example], exportTo: ["."]')],
    get('http://a.example/'),
    'direct 202',
  ],
  [
    'one without a rule for this port leaves the host to the next',
    [FILLER, rules(answer(201, '{ port: 9999 }')), rules(answer(202), 'shop/w')],
    get('http://a.example/'),
    'direct 202',
  ],
  [
    'rules for HTTP say nothing of TLS',
    [entry(HTTPS), rules(answer(201))],
    get('https://a.example/'),
    'tls 443||a.example',
  ],
  [
    'a short name means the namespace of the rule',
    [
      'Service far/r { clusterIP: 10.0.0.3, ports: [{ name: http, port: 80 }] }',
      'Service shop/r { clusterIP: 10.0.0.4, ports: [{ name: http, port: 80 }] }',
      'VirtualService far/v { hosts: [r], http: [{ directResponse: { status: 201 } }] }',
    ],
    get('http://r/'),
    'forward 80||r.shop.svc.cluster.local /',
  ],
  [
    'an explicit host outranks a wildcard',
    [FILLER, entry(HTTP), rules(answer(201), 'shop/w', 'hosts: ["*.example"]'), rules(answer(202))],
    get('http://a.example/'),
    'direct 202',
  ],
  [
    'a delegate that is not there takes its rule along',
    [
      FILLER,
      'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /a } }], delegate: { name: gone } }, { directResponse: { status: 201 } }] }',
    ],
    get('http://a.example/a'),
    'direct 201',
  ],
  [
    'a delegate has the timeout of its root and its own short names',
    [
      FILLER,
      'Service far/r { clusterIP: 10.0.0.3, ports: [{ name: http, port: 80 }] }',
      'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /a } }], timeout: 5s, delegate: { name: d, namespace: far } }] }',
      'VirtualService far/d { http: [{ route: [{ destination: { host: r } }] }] }',
    ],
    get('http://a.example/a'),
    'forward 80||r.far.svc.cluster.local /a',
  ],
]);

routeTable('what a rule does', [
  [
    'a rewrite puts its path in place of the prefix',
    [entry(HTTP), rules(to('a.example', 'match: [{ uri: { prefix: /v2/ } }], rewrite: { uri: / },'))],
    get('http://a.example/v2/x?q=1'),
    'forward 80||a.example /x?q=1',
  ],
  [
    'even where that makes two slashes',
    [entry(HTTP), rules(to('a.example', 'match: [{ uri: { prefix: /v2 } }], rewrite: { uri: / },'))],
    get('http://a.example/v2/x'),
    'forward 80||a.example //x',
  ],
  [
    'a regex rewrite replaces wherever it fits',
    [
      entry(HTTP),
      rules(to('a.example', 'rewrite: { uriRegexRewrite: { match: "/(\\\\w+)/", rewrite: "/\\\\1-" } },')),
    ],
    get('http://a.example/a/b/c'),
    'forward 80||a.example /a-b/c',
  ],
  [
    'a redirect keeps the query',
    [FILLER, rules('{ redirect: { scheme: https, uri: /n } }')],
    get('http://a.example/o?k=1'),
    'redirect 301 https://a.example/n?k=1',
  ],
  [
    'and a port that is not the usual one',
    [
      'Service base/f { clusterIP: 10.0.0.2, ports: [{ name: http, port: 8080 }] }',
      'VirtualService shop/v { hosts: [f.base.svc.cluster.local], http: [{ redirect: { scheme: https } }] }',
    ],
    get('http://f.base.svc.cluster.local:8080/o'),
    'redirect 301 https://f.base.svc.cluster.local:8080/o',
  ],
  [
    'a fault for all is the answer',
    [
      FILLER,
      rules(
        '{ fault: { abort: { httpStatus: 418, percentage: { value: 100 } } }, route: [{ destination: { host: filler.base.svc.cluster.local } }] }',
      ),
    ],
    get('http://a.example/'),
    'abort 418',
  ],
  [
    'a fault without a share never happens',
    [
      FILLER,
      rules(
        '{ fault: { abort: { httpStatus: 418 } }, route: [{ destination: { host: filler.base.svc.cluster.local } }] }',
      ),
    ],
    get('http://a.example/'),
    'forward 80||filler.base.svc.cluster.local /',
  ],
  [
    'weights are shares, and none is nothing',
    [
      entry(HTTP),
      rules(
        '{ route: [{ destination: { host: a.example }, weight: 1 }, { destination: { host: b.example }, weight: 3 }, { destination: { host: c.example } }] }',
      ),
    ],
    get('http://a.example/'),
    'forward 80||a.example=1 80||b.example=3! /',
  ],
  [
    'rules after one that takes everything are not there',
    [FILLER, rules(`${answer(201, '{ uri: { prefix: / } }')}, ${answer(202, '{ uri: { prefix: /x } }')}`)],
    get('http://a.example/x'),
    'direct 201',
  ],
  [
    'the browser’s preflight is answered',
    [
      FILLER,
      rules(
        `{ corsPolicy: { allowOrigins: [{ exact: "*" }] }, route: [{ destination: { host: filler.base.svc.cluster.local } }] }`,
      ),
    ],
    get('http://a.example/', {
      method: 'OPTIONS',
      headers: { Origin: 'https://x.example', 'Access-Control-Request-Method': 'PUT' },
    }),
    'direct 200',
  ],
]);

routeTable('clusters', [
  [
    'a port that the destination leaves out is the listener’s',
    [FILLER, entry('{ number: 8080, name: http, protocol: HTTP }'), rules(to('a.example'))],
    get('http://a.example/'),
    'no-cluster 503 80||a.example!',
  ],
  [
    'a subset that nobody defines is missing',
    [entry(HTTP), rules('{ route: [{ destination: { host: a.example, subset: v1 } }] }')],
    get('http://a.example/'),
    'no-cluster 503 80|v1|a.example!',
  ],
  [
    'so is one whose labels no endpoint of a name carries',
    [
      entry(HTTP),
      rules('{ route: [{ destination: { host: a.example, subset: v1 } }] }'),
      'DestinationRule shop/d { host: a.example, subsets: [{ name: v1, labels: { version: v1 } }] }',
    ],
    get('http://a.example/'),
    'no-cluster 503 80|v1|a.example!',
  ],
  [
    'one without labels is there',
    [
      entry(HTTP),
      rules('{ route: [{ destination: { host: a.example, subset: v1 } }] }'),
      'DestinationRule shop/d { host: a.example, subsets: [{ name: v1 }] }',
    ],
    get('http://a.example/'),
    'forward 80|v1|a.example /',
  ],
  [
    'a fixed address list without fitting labels is empty',
    [
      entry(HTTP, 'resolution: STATIC, endpoints: [{ address: 10.1.1.1 }]'),
      rules('{ route: [{ destination: { host: a.example, subset: v1 } }] }'),
      'DestinationRule shop/d { host: a.example, subsets: [{ name: v1, labels: { version: v1 } }] }',
    ],
    get('http://a.example/'),
    'forward 503 80|v1|a.example /',
  ],
  [
    'a name under a wildcard has no cluster',
    [
      'ServiceEntry shop/e { hosts: ["*.example"], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: NONE }',
      rules(to('a.example')),
    ],
    get('http://a.example/'),
    'no-cluster 503 80||a.example!',
  ],
  [
    'pods that the files do not show are taken to be there',
    ['Service shop/r { clusterIP: 10.0.0.4, selector: { app: r }, ports: [{ name: http, port: 80 }] }'],
    get('http://r/'),
    'forward 80||r.shop.svc.cluster.local /',
  ],
  [
    'where they show pods, a Service without any is empty',
    [
      'Service shop/r { clusterIP: 10.0.0.4, selector: { app: r }, ports: [{ name: http, port: 80 }] }',
      'Pod shop/p @{ labels: { app: other } }@',
    ],
    get('http://r/'),
    'forward 503 80||r.shop.svc.cluster.local /',
  ],
]);

const server = (port: string, more = '') =>
  `Gateway edge/g { selector: { istio: edge }, servers: [{ port: ${port}, hosts: [a.example]${more} }] }`;
const PLAIN = '{ number: 80, name: http, protocol: HTTP }';
const bound = (name: string, http: string) => rules(http, name, 'hosts: [a.example], gateways: [edge/g]');
const arriving = (url: string, more: Partial<Request> = {}): Request => ({ caller: atGateway, url, ...more });

routeTable('gateways', [
  [
    'VirtualServices of a host add up',
    [
      server(PLAIN),
      bound('shop/v', answer(201, '{ uri: { prefix: /a } }')),
      bound('shop/w', answer(202, '{ uri: { prefix: /b } }')),
    ],
    arriving('http://a.example/b'),
    'direct 202',
  ],
  [
    'what takes everything comes last',
    [server(PLAIN), bound('shop/v', answer(201)), bound('shop/w', answer(202, '{ uri: { prefix: /b } }'))],
    arriving('http://a.example/b'),
    'direct 202',
  ],
  [
    'a host without rules is 404',
    [server(PLAIN), bound('shop/v', answer(201))],
    arriving('http://b.example/'),
    'not-found 404',
  ],
  [
    'one that the gateway’s namespace does not see is not bound',
    [server(PLAIN), rules(answer(201), 'shop/v', 'hosts: [a.example], gateways: [edge/g], exportTo: ["."]')],
    arriving('http://a.example/'),
    'not-found 404',
  ],
  [
    'plaintext is sent to HTTPS',
    [server(PLAIN, ', tls: { httpsRedirect: true }')],
    arriving('http://a.example/x?y'),
    'redirect 301 https://a.example/x?y',
  ],
  [
    'TLS that ends there is routed',
    [server(HTTPS, ', tls: { mode: SIMPLE, credentialName: c }'), bound('shop/v', answer(201))],
    arriving('https://a.example/'),
    'direct 201',
  ],
  [
    'another name is turned away',
    [server(HTTPS, ', tls: { mode: SIMPLE, credentialName: c }'), bound('shop/v', answer(201))],
    arriving('https://b.example/'),
    'closed',
  ],
  [
    'TLS that passes through needs a tls rule',
    [server(HTTPS, ', tls: { mode: PASSTHROUGH }'), bound('shop/v', answer(201))],
    arriving('https://a.example/'),
    'closed',
  ],
  [
    'and goes where that says',
    [
      server(HTTPS, ', tls: { mode: PASSTHROUGH }'),
      entry(HTTPS),
      'VirtualService shop/v { hosts: [a.example], gateways: [edge/g], tls: [{ match: [{ sniHosts: [a.example] }], route: [{ destination: { host: a.example } }] }] }',
    ],
    arriving('https://a.example/'),
    'tls 443||a.example',
  ],
  [
    'a port that a host has alone goes without saying',
    [server(PLAIN), entry('{ number: 8080, name: http, protocol: HTTP }'), bound('shop/v', to('a.example'))],
    arriving('http://a.example/'),
    'forward 8080||a.example /',
  ],
  ['without a server nothing listens', [server(PLAIN)], arriving('http://a.example:81/'), 'closed'],
]);

describe('policy and TLS', () => {
  const first = (resources: readonly string[], request = get('http://a.example/')) =>
    sent(resources, request).outcome.destinations?.[0];
  const ORIGINATING = 'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: SIMPLE } } }';

  it.each<[string, string, object]>([
    ['asks for the Host', ORIGINATING, { mode: 'tls', sni: 'a.example' }],
    [
      'asks for the name that is written',
      ORIGINATING.replace('SIMPLE', 'SIMPLE, sni: x.example'),
      { mode: 'tls', sni: 'x.example' },
    ],
    [
      'is left out for a port with settings of its own',
      ORIGINATING.replace('tls:', 'portLevelSettings: [{ port: { number: 80 }, loadBalancer: {} }], tls:'),
      { mode: 'none' },
    ],
    [
      'is left out where the sidecar cannot read the credential',
      ORIGINATING.replace('SIMPLE', 'SIMPLE, credentialName: c'),
      { mode: 'none' },
    ],
    [
      'is the mesh’s own where that is asked for',
      ORIGINATING.replace('SIMPLE', 'ISTIO_MUTUAL'),
      { mode: 'mtls', sni: 'outbound_.80_._.a.example' },
    ],
  ])('to an external host %s', (_, rule, tls) => {
    expect(first([entry(HTTP), rule])).toMatchObject({ destinationRule: 'shop/d', tls });
  });

  it('wraps TLS in TLS where the application speaks it already', () => {
    expect(first([entry(HTTPS), ORIGINATING], get('https://a.example/'))).toMatchObject({
      doubleTls: true,
      tls: { mode: 'tls' },
    });
    expect(first([entry(HTTPS)], get('https://a.example/'))?.doubleTls).toBeUndefined();
  });

  it('takes the rule that selects the caller before one for all', () => {
    const selecting =
      'DestinationRule shop/s { host: a.example, workloadSelector: { matchLabels: { app: web } } }';
    expect(first([ORIGINATING, selecting, entry(HTTP)])).toMatchObject({ destinationRule: 'shop/s' });
    expect(first([ORIGINATING, selecting.replace('app: web', 'app: job'), entry(HTTP)])).toMatchObject({
      destinationRule: 'shop/d',
    });
  });
});

describe('the trace', () => {
  it('says which condition of each rule failed, and where it stands', () => {
    const { steps } = sent(
      [
        FILLER,
        rules(
          `${answer(201, '{ uri: { prefix: /a } }')}, ${answer(202, '{ headers: { x-v: { exact: b } } }')}, ${answer(203)}`,
        ),
      ],
      get('http://a.example/x'),
    );
    expect(
      steps
        .filter(({ stage }) => stage === 'rule')
        .map(({ code, result, path }) => [code, result, path?.join('.')]),
    ).toEqual([
      ['URI', 'passed', 'spec.http.0.match.0'],
      ['HEADER(x-v)', 'passed', 'spec.http.1.match.0'],
      ['MATCHED', 'taken', 'spec.http.2'],
    ]);
  });

  it('is the same each time', () => {
    const mesh = meshOf([FILLER, rules(answer(201))]);
    expect(route(mesh, get('http://a.example/'))).toEqual(route(mesh, get('http://a.example/')));
  });
});

it.each([
  ['no URL', get('a.example/x'), /write http/],
  ['a port that is none', { caller: fromShop, host: 'a.example', port: 70_000 }, /70000 is no port/],
  ['no host', { caller: fromShop }, /which host/],
])('refuses %s', (_, request, words) => {
  expect(() => route(meshOf([]), request)).toThrow(RequestError);
  expect(() => route(meshOf([]), request)).toThrow(words);
});
