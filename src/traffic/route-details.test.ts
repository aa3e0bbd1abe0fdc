import { describe, expect, it } from 'vitest';
import { heldBy, plainAddress } from './scope/addresses.ts';
import { atGateway, end, FILLER, fromShop, get, sent, withRegexes } from './traffic.testkit.ts';

withRegexes();

const HTTP = '{ number: 80, name: http, protocol: HTTP }';
const entry = `ServiceEntry shop/e { hosts: [a.example], ports: [${HTTP}], resolution: DNS }`;
const rule = (fields: string) => `VirtualService shop/v { hosts: [a.example], http: [{ ${fields} }] }`;
const TO = 'route: [{ destination: { host: a.example } }]';
const outcome = (fields: string, path = '/x') =>
  sent([entry, rule(fields)], get(`http://a.example${path}`)).outcome;

describe('retries', () => {
  it.each<[string, string, number[]?]>([
    ['', 'connect-failure,refused-stream,unavailable,cancelled,retriable-status-codes'],
    ['retryOn: "5xx, reset"', '5xx,reset'],
    ['retryOn: "503,reset,429"', 'reset,retriable-status-codes', [503, 429]],
    ['retryOn: "retriable-status-codes,503"', 'retriable-status-codes', [503]],
  ])('with %j happen on %s', (retryOn, on, codes) => {
    const { retries } = outcome(`retries: { attempts: 3, ${retryOn} }, ${TO}`);
    expect(retries).toEqual({ attempts: 3, on, ...(codes && { codes }) });
  });
});

describe('answers of the proxy', () => {
  it('may be bytes', () => {
    expect(outcome('directResponse: { status: 503, body: { bytes: aGVsbG8sIMO8 } }').body).toBe('hello, ü');
  });

  it.each([
    ['{ uri: { prefix: /old/ } }', '/old/a?b', 'http://a.example/new/a?b'],
    ['{ uri: { exact: /old } }', '/old?b', 'http://a.example/new/?b'],
    ['{ uri: { regex: "/o.*" } }', '/old/a', 'http://a.example/new/'],
    ['{ method: { exact: GET } }', '/old', 'http://a.example/new/old'],
  ])('to %s redirect with another prefix', (match, path, location) => {
    const found = outcome(`match: [${match}], redirect: { prefixRewrite: /new/ }`, path);
    expect(found.redirect?.location).toBe(location);
  });
});

describe('consistent hashing', () => {
  const hashed = (policy: string, destination: string) =>
    sent(
      [
        entry,
        `DestinationRule shop/d { host: a.example, trafficPolicy: ${policy}, subsets: [{ name: s, trafficPolicy: { loadBalancer: { consistentHash: { httpHeaderName: x-s } } } }] }`,
        ...(destination ? [rule(`route: [{ destination: { host: a.example, ${destination} } }]`)] : []),
      ],
      get('http://a.example/'),
    ).outcome.hash;
  const header = (name: string) => `loadBalancer: { consistentHash: { httpHeaderName: ${name} } }`;
  const BOTH = `{ ${header('x-top')}, portLevelSettings: [{ port: { number: 80 }, ${header('x-port')} }] }`;

  it.each([
    [BOTH, 'port: { number: 80 }', 'x-port'],
    [BOTH, 'port: {}', 'x-top'],
    [BOTH, 'subset: s', 'x-s'],
    [BOTH, '', 'x-port'],
    ['{ loadBalancer: { simple: RANDOM } }', 'subset: s', 'x-s'],
  ])('%s to { %s } is by %s', (policy, destination, name) => {
    expect(hashed(policy, destination)).toEqual({ httpHeaderName: name });
  });

  it('is none where none is asked for', () => {
    expect(hashed('{ loadBalancer: { simple: RANDOM } }', 'port: { number: 80 }')).toBeUndefined();
  });
});

describe('addresses', () => {
  it.each([
    ['10.0.0.0/8', '10.1.2.3', 8],
    ['10.0.0.0/8', '11.0.0.1', -1],
    ['10.0.0.1', '10.0.0.1', 32],
    ['2001:db8::/32', '2001:db8:1::1', 32],
    ['2001:db8::/32', '2001:db9::1', -1],
    ['::/0', '1234::', 0],
    ['::ffff:10.0.0.0/104', '::ffff:10.1.2.3', 104],
    ['2001:db8::1', '2001:0db8:0:0::1', 128],
    ['10.0.0.0/8', '2001:db8::1', -1],
    ['2001:db8:::/32', '2001:db8::1', -1],
    ['no address', 'no address', 32],
    ['10.0.0.0/x', '10.0.0.1', -1],
    ['10.0.0.0/33', '10.0.0.1', -1],
  ])('%s holds %s by %d', (range, address, length) => {
    expect(heldBy(range, address)).toBe(length);
  });

  it('are ranges of more than one, or plain', () => {
    expect(['10.0.0.1/32', '2001:db8::/32', '2001:db8::1/128'].map(plainAddress)).toEqual([
      '10.0.0.1',
      '2001:db8::/32',
      '2001:db8::1',
    ]);
  });
});

describe('mutual TLS by itself', () => {
  const POD = 'Pod shop/p @{ labels: { app: p, security.istio.io/tlsMode: istio } }@ {}';
  const PLAIN = 'Pod shop/q @{ labels: { app: p } }@ {}';
  const tls = (...more: readonly string[]) =>
    sent(
      [
        'Service shop/p { clusterIP: 10.0.0.9, selector: { app: p }, ports: [{ name: http, port: 80 }] }',
        ...more,
      ],
      get('http://p.shop/'),
    ).outcome.destinations?.[0]?.tls;
  const policy = (where: string, spec: string) => `PeerAuthentication ${where} { ${spec} }`;

  it.each<readonly [string, readonly string[], object]>([
    [
      'to pods with a sidecar',
      [POD],
      { mode: 'mtls', auto: true, sni: 'outbound_.80_._.p.shop.svc.cluster.local' },
    ],
    ['to some of them', [POD, PLAIN], { mode: 'mixed', auto: true }],
    ['to none', [PLAIN], { mode: 'none', auto: true }],
    [
      'not where the namespace takes none',
      [POD, policy('shop/x', 'mtls: { mode: DISABLE }')],
      { mode: 'none' },
    ],
    [
      'not where the mesh takes none',
      [POD, policy('istio-system/x', 'mtls: { mode: DISABLE }')],
      { mode: 'none' },
    ],
    [
      'but where the namespace says otherwise',
      [POD, policy('istio-system/x', 'mtls: { mode: DISABLE }'), policy('shop/x', 'mtls: { mode: STRICT }')],
      { mode: 'mtls', auto: true, sni: 'outbound_.80_._.p.shop.svc.cluster.local' },
    ],
    [
      'not to pods that take none on the port',
      [
        POD,
        policy('shop/x', 'selector: { matchLabels: { app: p } }, portLevelMtls: { 80: { mode: DISABLE } }'),
      ],
      { mode: 'none', auto: true },
    ],
  ])('goes %s', (_, more, expected) => {
    expect(tls(...more)).toEqual(expected);
  });

  it('goes to a headless Service only if all its pods have a sidecar', () => {
    const headless = (...pods: readonly string[]) =>
      sent(
        [
          'Service shop/h { clusterIP: None, selector: { app: p }, ports: [{ name: http, port: 80 }] }',
          ...pods,
        ],
        get('http://h.shop/'),
      ).outcome.destinations?.[0]?.tls.mode;
    expect([headless(POD), headless(POD, PLAIN), headless(PLAIN)]).toEqual(['mtls', 'none', 'none']);
  });
});

describe('gateways', () => {
  const server = (port: number, protocol: string, more: string) =>
    `{ port: { number: ${port}, name: p${port}, protocol: ${protocol} }, ${more} }`;
  const gateway = (...servers: readonly string[]) =>
    `Gateway edge/gw { selector: { istio: edge }, servers: [${servers.join()}] }`;
  const to = (section: string, host = 'a.pub.example') =>
    `VirtualService shop/pub { hosts: ["${host}"], gateways: [edge/gw], ${section} }`;
  const OK = 'http: [{ directResponse: { status: 200 } }]';
  const at = (url: string, more = {}) => get(url, { caller: atGateway, ...more });

  it('take what arrives at the port behind a Service’s', () => {
    const service =
      'Service edge/front { selector: { istio: edge }, ports: [{ name: http, port: 80, targetPort: 8080 }] }';
    const resources = [gateway(server(80, 'HTTP', 'hosts: ["*"]')), service, to(OK)];
    const request = at('http://a.pub.example:8080/');
    expect(sent(resources, request).outcome).toMatchObject({ kind: 'direct', listener: '0.0.0.0_8080' });
    expect(end(sent([resources[0] ?? '', to(OK)], request).outcome)).toBe('closed');
    const fixed = service.replace(
      ' {',
      ' @{ labels: { experimental.istio.io/disable-gateway-port-translation: "true" } }@ {',
    );
    expect(end(sent([resources[0] ?? '', fixed, to(OK)], request).outcome)).toBe('closed');
  });

  it('send every host of a server to HTTPS, those that rules narrow down too', () => {
    const resources = [
      gateway(server(80, 'HTTP', 'tls: { httpsRedirect: true }, hosts: ["*.pub.example"]')),
      to(OK),
    ];
    expect(end(sent(resources, at('http://a.pub.example/x')).outcome)).toBe(
      'redirect 301 https://a.pub.example/x',
    );
  });

  it('call virtual hosts of the same routes after the first host, and have one where nothing is bound', () => {
    const servers = gateway(server(80, 'HTTP', 'hosts: ["*.dev.example", www.dev.example]'));
    const found = sent([servers, to(OK, '*.dev.example')], at('http://b.dev.example/')).outcome;
    expect(found).toMatchObject({ kind: 'direct', virtualHost: 'www.dev.example:80' });
    expect(sent([servers], at('http://b.dev.example/')).outcome).toMatchObject({
      kind: 'not-found',
      virtualHost: 'blackhole:80',
    });
  });

  it('want a client’s certificate where they are told to', () => {
    const mutual = [
      gateway(server(443, 'HTTPS', 'tls: { mode: MUTUAL, credentialName: c }, hosts: ["*"]')),
      to(OK),
    ];
    expect(end(sent(mutual, at('https://a.pub.example/')).outcome)).toBe('closed');
    expect(end(sent(mutual, at('https://a.pub.example/', { tls: 'mtls' })).outcome)).toBe('direct 200');
  });

  it('pass TLS on to what its name spells, where they are told to', () => {
    const service = 'Service shop/q { clusterIP: 10.0.0.9, ports: [{ name: http, port: 80 }] }';
    const subset = 'DestinationRule shop/q { host: q, subsets: [{ name: v1 }] }';
    const passing = (hosts: string) =>
      gateway(server(15443, 'TLS', `tls: { mode: AUTO_PASSTHROUGH }, hosts: ["${hosts}"]`));
    const by = (sni: string, hosts = '*.svc.cluster.local', ...more: readonly string[]) =>
      end(sent([service, subset, passing(hosts), ...more], at('https://x.example:15443/', { sni })).outcome);
    expect(by('outbound_.80_._.q.shop.svc.cluster.local')).toBe(
      'tls outbound_.80_._.q.shop.svc.cluster.local',
    );
    expect(by('outbound_.80_.v1_.q.shop.svc.cluster.local')).toBe(
      'tls outbound_.80_.v1_.q.shop.svc.cluster.local',
    );
    expect(by('outbound_.80_.v2_.q.shop.svc.cluster.local')).toBe('closed');
    expect(by('outbound_.81_._.q.shop.svc.cluster.local')).toBe('closed');
    expect(by('q.shop.svc.cluster.local')).toBe('closed');
    expect(by('outbound_.80_._.q.shop.svc.cluster.local', '*.far.svc.cluster.local')).toBe('closed');
    expect(by('outbound_.80_._.a.example', '*', entry)).toBe('closed');
  });

  it('do not ask of connections where they come from', () => {
    const resources = [
      entry,
      gateway(server(5432, 'TCP', 'hosts: ["*"]')),
      to(
        'tcp: [{ match: [{ port: 5432, sourceLabels: { app: nobody } }], route: [{ destination: { host: a.example } }] }]',
      ),
    ];
    expect(end(sent(resources, { caller: atGateway, protocol: 'tcp', host: 'x', port: 5432 }).outcome)).toBe(
      'tcp 80||a.example',
    );
  });
});

describe('what is unknown', () => {
  it('goes to the egress proxy that a Sidecar names', () => {
    const sidecar = (mode: string) =>
      `Sidecar shop/s { outboundTrafficPolicy: { mode: ${mode}, egressProxy: { host: out.base.svc.cluster.local, port: { number: 80 } } } }`;
    const proxy = 'Service base/out { clusterIP: 10.0.0.8, ports: [{ name: http, port: 80 }] }';
    const ends = (mode: string, ...more: readonly string[]) =>
      ['http://x.example/a', 'https://x.example/', 'http://x.example:9000/'].map((url) =>
        end(sent([FILLER, sidecar(mode), ...more], get(url)).outcome),
      );
    const out = '80||out.base.svc.cluster.local';
    expect(ends('ALLOW_ANY', proxy)).toEqual([`forward ${out} /a`, `tls ${out}`, `tcp ${out}`]);
    expect(ends('ALLOW_ANY')).toEqual([`no-cluster 503 ${out}!`, `no-cluster ${out}!`, `no-cluster ${out}!`]);
    expect(ends('REGISTRY_ONLY', proxy)).toEqual(['blackhole 502', 'blackhole', 'blackhole']);
  });
});

describe('layers', () => {
  it('are HTTP or TCP, whatever is inside the bytes', () => {
    const tls =
      'ServiceEntry shop/t { hosts: [t.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }';
    expect(sent([tls], get('https://t.example/')).outcome).toMatchObject({ kind: 'tls', layer: 'tcp' });
    expect(sent([FILLER], { caller: fromShop, url: 'http://x.example/' }).outcome.layer).toBe('http');
  });
});

describe('shares', () => {
  it.each([
    ['33.33339', 33.3333],
    ['0.57', 0.5699],
    ['50', 50],
  ])('of %s %% are counted in millionths', (value, percent) => {
    expect(
      outcome(`mirror: { host: a.example }, mirrorPercentage: { value: ${value} }, ${TO}`).mirrors,
    ).toEqual([expect.objectContaining({ percent })]);
  });

  it('are both mirrored, a root’s and a delegate’s', () => {
    const root =
      'VirtualService shop/v { hosts: [a.example], http: [{ mirror: { host: root.example }, delegate: { name: d } }] }';
    const delegate = `VirtualService shop/d { http: [{ mirrors: [{ destination: { host: leaf.example } }], ${TO} }] }`;
    const { mirrors } = sent([entry, root, delegate], get('http://a.example/')).outcome;
    expect(mirrors?.map(({ host }) => host)).toEqual(['root.example', 'leaf.example']);
  });
});

describe('a match that asks nothing of the path', () => {
  it('is the last that counts', () => {
    const rules =
      '{ match: [{ uri: {} }], directResponse: { status: 201 } }, { directResponse: { status: 202 } }';
    const other =
      'VirtualService edge/w { hosts: [a.example], gateways: [g], http: [{ match: [{ uri: { prefix: /x } }], directResponse: { status: 203 } }] }';
    const first = `VirtualService edge/v { hosts: [a.example], gateways: [g], http: [${rules}] }`;
    const gateway =
      'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }';
    const at = get('http://a.example/x', { caller: atGateway });
    expect(end(sent([gateway, first, other], at).outcome)).toBe('direct 203');
  });
});

describe('a browser’s questions', () => {
  it.each([
    [{ origin: '' }, undefined],
    [{ origin: 'https://b.example', 'access-control-request-method': '' }, false],
    [{ origin: 'https://b.example', 'access-control-request-method': 'GET' }, true],
  ])('with %j are preflights: %s', (headers, preflight) => {
    const rules = rule(`corsPolicy: { allowOrigins: [{ exact: "https://b.example" }] }, ${TO}`);
    const request = get('http://a.example/', { method: 'OPTIONS', headers });
    expect(sent([entry, rules], request).outcome.cors?.preflight).toBe(preflight);
  });
});

describe('headers that a rule and its only destination add', () => {
  it('stand there twice', () => {
    const found = outcome(
      'headers: { request: { add: { x-a: "1" } } }, route: [{ destination: { host: a.example }, headers: { request: { add: { x-a: "2" } } } }]',
    );
    expect(found.headers?.request).toEqual({ add: { 'x-a': '1,2' } });
  });
});

describe('durations', () => {
  it.each([
    ['1m30s', '90s'],
    ['250ms', '0.25s'],
    ['0s', '0s'],
    ['1.5s', '1.5s'],
  ])('of %s are told in seconds: %s', (written, told) => {
    const found = outcome(`timeout: ${written}, retries: { attempts: 1, perTryTimeout: ${written} }, ${TO}`);
    expect([found.timeout, found.retries?.perTryTimeout]).toEqual([told, told]);
  });
});

describe('destinations of a rule', () => {
  const TLS = 'DestinationRule shop/d { host: a.example, trafficPolicy: { tls: { mode: SIMPLE } } }';
  const destination = (weight: number, host: string) =>
    `{ destination: { host: a.example }, weight: ${weight}, headers: { request: { set: { Host: ${host}, x: ${host} } } } }`;
  const sentTo = (route: string) =>
    sent([entry, TLS, rule(`headers: { request: { set: { x: rule } } }, ${route}`)], get('http://a.example/'))
      .outcome;

  it('are asked for by TLS as each is called', () => {
    const { destinations } = sentTo(
      `route: [${destination(1, 'b.example')}, ${destination(1, 'c.example')}]`,
    );
    expect(destinations?.map(({ tls }) => tls.sni)).toEqual(['b.example', 'c.example']);
  });

  it('have the last word on headers only where the rule has no other', () => {
    const route = `route: [${destination(1, 'b.example')}, ${destination(0, 'c.example')}]`;
    expect(sentTo(route).headers?.request.set).toEqual({ x: 'rule' });
    expect(sentTo(`route: [${destination(1, 'b.example')}]`).headers?.request.set).toEqual({
      x: 'b.example',
    });
  });
});

describe('names that a sidecar answers', () => {
  it('are found under wildcards', () => {
    const wild =
      'ServiceEntry shop/w { hosts: ["*.b.example"], addresses: [10.8.8.8], ports: [{ number: 7000, name: t, protocol: TCP }], resolution: NONE }';
    const request = get('http://x.b.example:7000/', { protocol: 'tcp' });
    const capturing = { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } } };
    expect(end(sent([wild], request, capturing).outcome)).toBe('tcp 7000||*.b.example');
    expect(end(sent([wild], request).outcome)).toBe('passthrough');
  });
});

describe('what is not evaluated', () => {
  it.each([
    ['ServiceEntry shop/e @{ labels: { istio.io/use-waypoint: w } }@', 'ServiceEntry shop/e'],
    ['ServiceEntry shop/e @{ labels: { istio.io/use-waypoint: none } }@', undefined],
  ])('is a waypoint that %s names: %s', (head, named) => {
    const { steps } = sent(
      [
        `${head} { hosts: [a.example], ports: [${HTTP}], resolution: DNS }`,
        'Namespace default/shop @{ labels: { istio.io/use-waypoint: w } }@',
      ],
      get('http://a.example/'),
    );
    const told = steps
      .filter(({ code }) => code === 'NOT_EVALUATED')
      .map(({ text }) => /the (.*);/.exec(text)?.[1]);
    expect(told).toEqual(named === undefined ? [] : [named]);
  });
});

describe('policies that are not evaluated', () => {
  it.each([
    ['that name the ServiceEntry', 'shop/a', 'e', ['AuthorizationPolicy shop/a']],
    ['that name another', 'shop/a', 'other', []],
    ['of another namespace', 'far/a', 'e', []],
  ])('are those %s', (_, policy, name, expected) => {
    const { steps } = sent(
      [
        `ServiceEntry shop/e { hosts: [a.example], ports: [${HTTP}], resolution: DNS }`,
        `AuthorizationPolicy ${policy} { targetRefs: [{ kind: ServiceEntry, group: networking.istio.io, name: ${name} }], rules: [{}] }`,
      ],
      get('http://a.example/'),
    );
    const told = steps
      .filter(({ code }) => code === 'NOT_EVALUATED')
      .map(({ text }) => /the (.*);/.exec(text)?.[1]);
    expect(told).toEqual(expected);
  });
});

describe('a path', () => {
  it('with a fragment is refused', () => {
    const request = { caller: fromShop, host: 'a.example', path: '/x#y' };
    expect(end(sent([entry], request).outcome)).toBe('direct 400');
  });

  it('is tidied up for hosts that nobody knows, too', () => {
    expect(sent([FILLER], get('http://b.example/x/../y?z')).outcome.upstream?.path).toBe('/y?z');
  });
});
