import { describe, expect, it } from 'vitest';
import { atGateway, get, routeTable, sent, withRegexes } from '../traffic.testkit.ts';

withRegexes();

const entry = (more: string, ports = '{ number: 80, name: http, protocol: HTTP, targetPort: 8080 }') =>
  `ServiceEntry shop/e { hosts: [a.example], location: MESH_INTERNAL, ports: [${ports}], ${more} }`;
const SUBSET =
  'VirtualService shop/v { hosts: [a.example], http: [{ route: [{ destination: { host: a.example, subset: s } }] }] }';
const rule = (more: string, name = 'shop/d') => `DestinationRule ${name} { host: a.example, ${more} }`;

routeTable('a subset that no endpoint is of', [
  [
    'has no cluster where names are resolved',
    [entry('resolution: DNS'), SUBSET, rule('subsets: [{ name: s, labels: { v: a } }]')],
    get('http://a.example/'),
    'no-cluster 503 80|s|a.example!',
  ],
  [
    'has one where the dialled address is called',
    [
      entry('resolution: DNS'),
      SUBSET,
      rule(
        'subsets: [{ name: s, labels: { v: a }, trafficPolicy: { loadBalancer: { simple: PASSTHROUGH } } }]',
      ),
    ],
    get('http://a.example/'),
    'forward 80|s|a.example /',
  ],
]);

routeTable('a delegate', [
  [
    'that has hosts is none',
    [
      entry('resolution: DNS'),
      'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /x } }], delegate: { name: d } }, { directResponse: { status: 202 } }] }',
      'VirtualService shop/d { hosts: [b.example], http: [{ directResponse: { status: 201 } }] }',
    ],
    get('http://a.example/x'),
    'direct 202',
  ],
]);

const WILD =
  'ServiceEntry shop/w { hosts: ["*.b.example"], ports: [{ number: 8080, name: http, protocol: HTTP }], resolution: DYNAMIC_DNS }';

routeTable('names that are looked up for each request', [
  ['are by sidecars', [WILD], get('http://x.b.example:8080/'), 'forward 8080||*.b.example /'],
  [
    'are not by gateways',
    [
      WILD,
      'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
      'VirtualService edge/v { hosts: ["*.b.example"], gateways: [g], http: [{ route: [{ destination: { host: "*.b.example" } }] }] }',
    ],
    get('http://x.b.example/', { caller: atGateway }),
    'no-cluster 503 8080||*.b.example!',
  ],
]);

describe('a cluster', () => {
  const first = (resources: readonly string[], request = get('http://a.example/')) =>
    sent(resources, request).outcome;

  it.each([
    ['serviceAccount: w', 'mtls'],
    ['serviceAccount: w, labels: { security.istio.io/tlsMode: disabled }', 'none'],
    ['labels: { security.istio.io/tlsMode: istio }', 'mtls'],
    ['labels: { a: b }', 'none'],
  ])('to an endpoint with %s uses TLS as %s', (more, mode) => {
    const found = first([entry(`resolution: STATIC, endpoints: [{ address: 10.1.1.1, ${more} }]`)]);
    expect(found.destinations?.[0]?.tls.mode).toBe(mode);
  });

  it.each([
    ['resolution: DNS', 8080],
    ['resolution: STATIC, endpoints: [{ address: 10.1.1.1 }]', 8080],
    ['resolution: STATIC, endpoints: [{ address: 10.1.1.1, ports: { http: 9090 } }]', 9090],
    [
      'resolution: STATIC, endpoints: [{ address: 10.1.1.1, ports: { http: 9090 } }, { address: 10.1.1.2 }]',
      8080,
    ],
  ])('of an entry with %s leads to port %i', (more, port) => {
    expect(first([entry(more)]).upstream?.port).toBe(port);
  });

  it('has no rule where its namespace has one for other workloads alone', () => {
    const own = rule(
      'workloadSelector: { matchLabels: { app: other } }, trafficPolicy: { tls: { mode: SIMPLE } }',
    );
    const root = rule('trafficPolicy: { tls: { mode: SIMPLE } }', 'istio-system/d');
    const resources = [entry('resolution: DNS'), own, root];
    expect(first(resources).destinations?.[0]?.destinationRule).toBeUndefined();
  });

  it('at a gateway takes the port of the only one that a host has', () => {
    const resources = [
      entry('resolution: DNS', '{ number: 8081, name: http, protocol: HTTP }'),
      'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }',
      'VirtualService edge/v { hosts: [a.example], gateways: [g], http: [{ route: [{ destination: { host: a.example } }] }] }',
    ];
    const found = first(resources, get('http://a.example/', { caller: atGateway }));
    expect(found.destinations?.[0]?.cluster).toBe('outbound|8081||a.example');
  });
});
