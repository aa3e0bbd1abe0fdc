import { describe, expect, it } from 'vitest';
import { atGateway, FILLER, get, sent, withRegexes, REGISTRY_ONLY } from './traffic.testkit.ts';
import type { Request } from './request.ts';

withRegexes();

const ENTRY =
  'ServiceEntry shop/e { hosts: [a.example], resolution: STATIC, ports: [{ number: 80, name: http, protocol: HTTP }, { number: 443, name: https, protocol: HTTPS }], endpoints: [{ address: 10.0.0.1, labels: { v: one } }] }';
const RULE =
  'DestinationRule shop/d { host: a.example, trafficPolicy: { connectionPool: { tcp: { maxConnections: 9 } } }, subsets: [{ name: none, labels: { v: none } }, { name: one, labels: { v: one } }] }';
const SERVICE =
  'VirtualService shop/v { hosts: [a.example], http: [{ timeout: 3s, retries: { attempts: 1, retryOn: 5xx }, headers: { request: { set: { x-a: one } } }, rewrite: { authority: b.example }, corsPolicy: { allowOrigins: [{ exact: https://shop.example }] }, route: [{ destination: { host: a.example, subset: one, port: { number: 80 } }, weight: 3, headers: { response: { remove: [server] } } }, { destination: { host: a.example, port: { number: 80 } }, weight: 1 }] }] }';
const MESH = [ENTRY, RULE, SERVICE];

/** Code and place of each step. */
const places = (resources: readonly string[], request: Request, config = {}): readonly string[] =>
  sent(resources, request, config).steps.map(({ code, resource, path }) =>
    `${code} ${resource ?? '-'} ${path?.join('.') ?? ''}`.trim(),
  );

describe('each step of HTTP points at what decided it', () => {
  const steps = places(MESH, get('http://a.example/x', { headers: { Origin: 'https://shop.example' } }));
  it.each([
    'LISTENER_WILDCARD ServiceEntry/shop/e spec.ports.0',
    'VIRTUAL_HOST VirtualService/shop/v spec.hosts',
    'MATCHED VirtualService/shop/v spec.http.0',
    'CORS VirtualService/shop/v spec.http.0.corsPolicy',
    'REWRITE_HOST VirtualService/shop/v spec.http.0.rewrite',
    'HEADERS VirtualService/shop/v spec.http.0.headers',
    'HEADERS VirtualService/shop/v spec.http.0.route.0.headers',
    'TIMEOUT VirtualService/shop/v spec.http.0.timeout',
    'RETRIES VirtualService/shop/v spec.http.0.retries',
    'CLUSTER ServiceEntry/shop/e spec.ports.0',
    'DESTINATION_RULE DestinationRule/shop/d spec.subsets.1',
    'DESTINATION_RULE DestinationRule/shop/d spec.trafficPolicy',
    'POLICY_connectionPool DestinationRule/shop/d spec.trafficPolicy.connectionPool',
    'UPSTREAM ServiceEntry/shop/e spec.endpoints',
  ])('%s', (step) => expect(steps).toContain(step));
});

describe('and of what is not HTTP, or not let through', () => {
  it.each<[step: string, resources: readonly string[], request: Request, config?: object]>([
    ['CHAIN_SNI ServiceEntry/shop/e spec.ports.1', MESH, get('https://a.example/')],
    ['PLAINTEXT_ON_TLS_PORT ServiceEntry/shop/e spec.ports.1', MESH, get('http://a.example:443/')],
    ['VIRTUAL_HOST_OF_SERVICE ServiceEntry/shop/e spec.ports.0', [ENTRY], get('http://a.example/')],
    [
      'NO_ROUTE VirtualService/shop/v spec.http',
      [
        ENTRY,
        'VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { exact: /a } }], route: [{ destination: { host: a.example } }] }] }',
      ],
      get('http://a.example/b'),
    ],
    [
      'BLACKHOLE Sidecar/shop/s spec.outboundTrafficPolicy',
      ['Sidecar shop/s { outboundTrafficPolicy: { mode: REGISTRY_ONLY } }'],
      get('http://a.example/b'),
    ],
    ['BLACKHOLE -', [FILLER], get('http://a.example/b'), REGISTRY_ONLY],
    [
      'REDIRECT Gateway/edge/g spec.servers.0.tls.httpsRedirect',
      [
        'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, tls: { httpsRedirect: true }, hosts: [a.example] }] }',
      ],
      get('http://a.example/', { caller: atGateway }),
    ],
    [
      'NO_ENDPOINTS Service/shop/s spec.selector',
      [
        'Service shop/s { clusterIP: 10.0.0.3, selector: { app: s }, ports: [{ name: http, port: 80 }] }',
        'Pod shop/p @{ labels: { app: other } }@ {}',
      ],
      get('http://s.shop/'),
    ],
  ])('%s', (step, resources, request, config) => {
    expect(places(resources, request, config)).toContain(step);
  });
});

it('says which DestinationRule counts where namespaces differ, and where TLS is asked for and cannot be', () => {
  const { steps } = sent(
    [
      ENTRY.replace('shop/e', 'out/e'),
      'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: MUTUAL } } }',
    ],
    get('http://a.example/'),
  );
  expect(steps.find(({ code }) => code === 'DESTINATION_RULE')?.text).toMatch(
    /in the caller’s namespace, which counts first/,
  );
  expect(steps.find(({ code }) => code === 'TLS_OMITTED')?.text).toMatch(/plaintext all the same/);
});

it('says of a host that is not there whether the files tell what is', () => {
  const missing = (...more: readonly string[]) =>
    sent(
      [
        ...more,
        'VirtualService shop/v { hosts: [a.example], http: [{ route: [{ destination: { host: b } }] }] }',
        ENTRY,
      ],
      get('http://a.example/'),
    ).steps.find(({ code }) => code === 'CLUSTER_MISSING_HOST')?.text;
  expect(missing()).toMatch(/hold no Service at all/);
  expect(missing(FILLER)).not.toMatch(/hold no Service/);
});

it.each([
  ['', '', true],
  ['maxEjectionPercent: 100', '', false],
  ['', ', { address: 10.0.0.2 }', true],
  ['maxEjectionPercent: 50', ', { address: 10.0.0.2 }', false],
])('says of outlier detection {%s} that it leaves none out', (fields, more, inert) => {
  const { steps } = sent(
    [
      ENTRY.replace('}] }', `}${more}] }`),
      `DestinationRule shop/d { host: a.example, trafficPolicy: { outlierDetection: { ${fields} } } }`,
    ],
    get('http://a.example/'),
  );
  expect(steps.some(({ code }) => code === 'OUTLIER_INERT')).toBe(inert);
});

it('says what rules see of a path that proxies tidy up', () => {
  const note = (url: string) =>
    sent(MESH, get(url)).steps.find(({ code }) => code === 'PATH_NORMALISED')?.text;
  expect(note('http://a.example/a/../%7Eb?c=/../d')).toMatch(/^Rules see the path \/~b:/);
  expect(note('http://a.example/b?c=/../d')).toBeUndefined();
});

it('says of a claim that it is not evaluated, and which', () => {
  const { steps, outcome } = sent(
    [
      'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [a.example] }] }',
      ENTRY,
      'VirtualService shop/v { hosts: [a.example], gateways: [edge/g], http: [{ match: [{ headers: { "@request.auth.claims.group": { exact: admin } } }], directResponse: { status: 200 } }, { directResponse: { status: 403 } }] }',
    ],
    get('http://a.example/', { caller: atGateway }),
  );
  expect(outcome.status).toBe(403);
  expect(steps.find(({ code }) => code === 'NOT_EVALUATED')).toMatchObject({
    text: 'Not evaluated: rule 1 of shop/v, which asks for @request.auth.claims.group of a token, and no token is looked into here. It is passed over, as for a request that is not so.',
    path: ['spec', 'http', 0, 'match', 0],
  });
});
