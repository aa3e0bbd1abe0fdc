import { describe, expect, it } from 'vitest';
import { checkExpectation, departureText } from './expect/check.ts';
import { sendMany } from './many/send-many.ts';
import type { Request } from './request.ts';
import { FILLER, fromShop, get, meshOf, REGISTRY_ONLY, sent, withRegexes } from './traffic.testkit.ts';
import { explainResource } from './explain/explain.ts';

withRegexes();

// A tutorial's configuration, which does by accident what it promises, or not at all; and what keeps the promise.
const H = 'api.safedata-zone.io';
const SE = `ServiceEntry mesh-network/external-api-entry { hosts: [${H}], ports: [{ number: 443, name: https, protocol: HTTPS }], resolution: DNS, location: MESH_EXTERNAL }`;
const POOL =
  'connectionPool: { tcp: { maxConnections: 30 }, http: { http1MaxPendingRequests: 100, maxRequestsPerConnection: 10 } }, outlierDetection: { consecutive5xxErrors: 2, interval: 5s, baseEjectionTime: 30s }';
const rule = (policy: string, subsets = '') =>
  `DestinationRule mesh-network/external-api-rule { host: ${H}, trafficPolicy: { ${policy} } ${subsets && `, subsets: [${subsets}]`} }`;
const DR = rule(`tls: { mode: SIMPLE }, ${POOL}`);
const VS1 = `VirtualService mesh-network/external-api-routing { hosts: [${H}], gateways: [mesh], http: [{ match: [{ uri: { prefix: /v2/data } }], rewrite: { uri: /data }, route: [{ destination: { host: ${H}, port: { number: 443 } } }] }] }`;
const vs2 = (port = '') =>
  `VirtualService mesh-network/mirrored-traffic-api { hosts: [${H}], http: [{ route: [{ destination: { host: ${H}, subset: stable ${port} } }], mirror: { host: ${H}, subset: canary }, mirrorPercentage: { value: 10.0 } }] }`;
const ARTICLE = [SE, DR, VS1];

const at = (path: string, more: Partial<Request> = {}): Request =>
  get(`http://${H}${path}`, { caller: { ...fromShop, namespace: 'mesh-network' }, ...more });
const secure = (path: string): Request => get(`https://${H}${path}`);
const end = (resources: readonly string[], request: Request, meshConfig = {}) => {
  const { outcome } = sent(resources, request, meshConfig);
  const { kind, status, destinations, upstream, mirrors } = outcome;
  const [first] = destinations ?? [];
  return {
    kind,
    ...(status !== undefined && { status }),
    ...(first && {
      cluster: first.cluster,
      tls: first.tls.mode,
      sni: first.tls.sni ?? '',
      double: first.doubleTls === true,
    }),
    ...(kind === 'forward' && {
      url: `${upstream?.scheme}://${upstream?.authority}:${upstream?.port}${upstream?.path}`,
    }),
    ...(mirrors && { mirrors: mirrors.map(({ percent, exists }) => `${percent} ${exists}`) }),
  };
};
const CLUSTER = `outbound|443||${H}`;
const DNS = { defaultConfig: { proxyMetadata: { ISTIO_META_DNS_CAPTURE: 'true' } } };

describe('the article', () => {
  it('breaks https: TLS inside TLS, and no rule is asked', () => {
    for (const extra of [[], [FILLER], [vs2()]])
      expect(end([...ARTICLE, ...extra], secure('/v2/data'))).toEqual({
        kind: 'tls',
        cluster: CLUSTER,
        tls: 'tls',
        sni: '',
        double: true,
      });
    expect(end([...ARTICLE], secure('/v2/data'), DNS)).toMatchObject({ kind: 'tls', double: true });
    expect(sent(ARTICLE, secure('/v2/data')).outcome.virtualService).toBeUndefined();
  });

  it('lets https through, not rewritten, without the tls block', () => {
    expect(end([SE, rule(POOL), VS1], secure('/v2/data'))).toEqual({
      kind: 'tls',
      cluster: CLUSTER,
      tls: 'none',
      sni: '',
      double: false,
    });
  });

  it('works by accident for plain http, where something else listens on port 80', () => {
    const works = (url: string) => ({
      kind: 'forward',
      cluster: CLUSTER,
      tls: 'tls',
      sni: H,
      double: false,
      url: `https://${H}:443${url}`,
    });
    expect(end([FILLER, ...ARTICLE], at('/v2/data'))).toEqual(works('/data'));
    expect(end([FILLER, ...ARTICLE], at('/v2/data/7?x=1'))).toEqual(works('/data/7?x=1'));
    expect(end([FILLER, ...ARTICLE], at('/v2/database'))).toEqual(works('/database'));
    expect(end([FILLER, ...ARTICLE], at('/v2/data'), REGISTRY_ONLY)).toEqual(works('/data'));
    expect(end([FILLER, ...ARTICLE], at('/health'))).toEqual({ kind: 'not-found', status: 404 });
  });

  it('sends plain http out as it is, where nothing listens on port 80, or shuts it out', () => {
    expect(end(ARTICLE, at('/v2/data'))).toEqual({ kind: 'passthrough' });
    expect(end(ARTICLE, at('/v2/data'), REGISTRY_ONLY)).toEqual({ kind: 'blackhole' });
  });

  it('sends plain text to the TLS port', () => {
    const request = get(`http://${H}:443/v2/data`);
    expect(end([FILLER, ...ARTICLE], request)).toEqual({ kind: 'passthrough' });
    expect(end([FILLER, ...ARTICLE], request, REGISTRY_ONLY)).toEqual({ kind: 'blackhole' });
    expect(end(ARTICLE, request, DNS)).toEqual({
      kind: 'tcp',
      cluster: CLUSTER,
      tls: 'tls',
      sni: '',
      double: false,
    });
  });

  it('never mirrors: the second VirtualService is not asked, and its subsets are not there', () => {
    expect(end([FILLER, ...ARTICLE, vs2()], at('/v2/data'))).toMatchObject({ kind: 'forward' });
    expect(sent([FILLER, ...ARTICLE, vs2()], at('/v2/data')).outcome.mirrors).toBeUndefined();
    const missing = { kind: 'no-cluster', status: 503, mirrors: ['10 false'] };
    expect(end([FILLER, SE, DR, vs2()], at('/v2/data'))).toMatchObject({
      ...missing,
      cluster: `outbound|80|stable|${H}`,
    });
    expect(end([FILLER, SE, DR, vs2(', port: { number: 443 }')], at('/v2/data'))).toMatchObject({
      ...missing,
      cluster: `outbound|443|stable|${H}`,
    });
    const labelled = rule(
      'tls: { mode: SIMPLE }',
      '{ name: stable, labels: { version: v1 } }, { name: canary, labels: { version: v2 } }',
    );
    expect(end([FILLER, SE, labelled, vs2(', port: { number: 443 }')], at('/v2/data'))).toMatchObject(
      missing,
    );
  });

  it('says so in plain sentences', () => {
    const mesh = meshOf(ARTICLE);
    const said = mesh.resources
      .flatMap((resource) => explainResource(mesh, resource))
      .map(({ text }) => text);
    expect(said).toContainEqual(expect.stringContaining('so this is no mutual TLS'));
    expect(said).toContainEqual(expect.stringContaining('theirs is wrapped in TLS once more'));
    expect(said).toContainEqual(expect.stringContaining('no path and no header'));
  });
});

describe('the article, put right', () => {
  const CANARY = `ServiceEntry mesh-network/canary { hosts: [canary.safedata-zone.io], ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }], resolution: DNS, location: MESH_EXTERNAL }`;
  const RIGHT = [
    SE.replace('ports: [', 'ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }, '),
    rule(
      `portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE }, ${POOL.replace('baseEjectionTime', 'maxEjectionPercent: 100, baseEjectionTime')} }]`,
    ),
    `VirtualService mesh-network/api { hosts: [${H}], http: [
      { match: [{ uri: { exact: /v2/data } }, { uri: { prefix: /v2/data/ } }], rewrite: { uriRegexRewrite: { match: "^/v2/data(/|$)", rewrite: "/data\\\\1" } },
        route: [{ destination: { host: ${H}, port: { number: 80 } } }], mirror: { host: canary.safedata-zone.io, port: { number: 80 } }, mirrorPercentage: { value: 10 } },
      { route: [{ destination: { host: ${H}, port: { number: 80 } } }] }] }`,
    CANARY,
  ];

  it.each([
    ['/v2/data', '/data'],
    ['/v2/data/7?x=1', '/data/7?x=1'],
    ['/v2/database', '/v2/database'],
    ['/health', '/health'],
  ])('sends %s as %s, in TLS that the server can check', (path, url) => {
    expect(end(RIGHT, at(path))).toMatchObject({
      kind: 'forward',
      cluster: `outbound|80||${H}`,
      tls: 'tls',
      sni: H,
      double: false,
      url: `https://${H}:443${url}`,
    });
  });

  it('leaves direct https alone', () => {
    expect(end(RIGHT, secure('/v2/data'))).toEqual({
      kind: 'tls',
      cluster: CLUSTER,
      tls: 'none',
      sni: '',
      double: false,
    });
  });

  it('mirrors a tenth', () => {
    const { destinations, mirrors } = sendMany(meshOf(RIGHT), at('/v2/data'), { count: 10_000, seed: 1 });
    expect(destinations[0]?.count).toBe(10_000);
    expect(Math.abs((mirrors[0]?.count ?? 0) - 1000)).toBeLessThan(150);
  });

  it('keeps the promise that the first configuration breaks', () => {
    const promise = {
      name: 'promise',
      request: at('/v2/data'),
      expect: {
        outcome: 'forward',
        scheme: 'https',
        host: H,
        path: '/data',
        sni: H,
        mirrors: [{ host: 'canary.safedata-zone.io', percent: 10 }],
      },
    } as const;
    expect(checkExpectation(meshOf(RIGHT), promise).passed).toBe(true);
    const verdict = checkExpectation(meshOf([FILLER, ...ARTICLE, vs2()]), promise);
    expect(verdict.passed ? [] : verdict.departures.map(departureText)).toEqual([
      'the mirrors are none, not canary.safedata-zone.io 10 %',
    ]);
  });
});
