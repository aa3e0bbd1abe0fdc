import { describe, expect, it } from 'vitest';
import { meshOf, withRegexes } from '../traffic.testkit.ts';
import { compareTraffic } from './compare.ts';

withRegexes();

/** A mesh with some of everything; each row below changes one field of it. */
const MESH = `
Service shop/a { selector: { app: a }, ports: [{ name: http, port: 80, targetPort: 8080 }] }
Service shop/b { selector: { app: b }, ports: [{ name: http, port: 80 }, { name: tcp-db, port: 5432 }] }
Service edge/gw { selector: { istio: edge }, ports: [{ name: http2, port: 80 }, { name: https, port: 443 }] }
Pod shop/a1 @{ labels: { app: a, version: v1 } }@ { containers: [] }
Pod shop/a2 @{ labels: { app: a, version: v2 } }@ { containers: [] }
Pod shop/b1 @{ labels: { app: b } }@ { containers: [] }
Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*.example"] }, { port: { number: 443, name: https, protocol: HTTPS }, tls: { mode: SIMPLE, credentialName: c }, hosts: ["*.example"] }] }
ServiceEntry far/api { hosts: [api.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP }, { number: 443, name: tls, protocol: TLS }] }
ServiceEntry far/db { hosts: [db.example], addresses: [10.1.1.1], resolution: STATIC, endpoints: [{ address: 10.2.2.2 }], ports: [{ number: 3306, name: tcp, protocol: TCP }] }
DestinationRule shop/a { host: a, trafficPolicy: { loadBalancer: { simple: ROUND_ROBIN } }, subsets: [{ name: v1, labels: { version: v1 } }, { name: v2, labels: { version: v2 } }] }
DestinationRule far/api { host: api.example, trafficPolicy: { tls: { mode: SIMPLE, sni: api.example }, connectionPool: { http: { http1MaxPendingRequests: 10 } }, outlierDetection: { consecutive5xxErrors: 3 } } }
VirtualService shop/a { hosts: [a, a.example], gateways: [mesh, edge/g], exportTo: ["*"], http: [{ match: [{ uri: { prefix: /x }, headers: { u: { exact: bob } }, method: { exact: GET } }], timeout: 3s, retries: { attempts: 2, perTryTimeout: 1s, retryOn: 5xx }, rewrite: { uri: /y }, headers: { request: { set: { k: one } } }, mirror: { host: b }, mirrorPercentage: { value: 10 }, route: [{ destination: { host: a, subset: v1 }, weight: 90 }, { destination: { host: a, subset: v2 }, weight: 10 }] }, { match: [{ uri: { exact: /r } }], redirect: { uri: /new, redirectCode: 302 } }, { match: [{ uri: { regex: "/q[0-9]+" } }], fault: { delay: { percentage: { value: 50 }, fixedDelay: 2s } }, route: [{ destination: { host: b } }] }, { match: [{ uri: { prefix: /d } }], delegate: { name: d, namespace: shop } }, { corsPolicy: { allowOrigins: [{ exact: "https://a.example" }], allowMethods: [GET] }, route: [{ destination: { host: a, subset: v1 } }] }] }
VirtualService shop/d { http: [{ match: [{ uri: { prefix: /d/1 } }], directResponse: { status: 418 } }, { route: [{ destination: { host: b } }] }] }
VirtualService shop/b { hosts: [b], tcp: [{ match: [{ port: 5432 }], route: [{ destination: { host: b, port: { number: 5432 } } }] }], http: [{ route: [{ destination: { host: b, port: { number: 80 } } }] }] }
VirtualService far/api { hosts: [api.example], tls: [{ match: [{ port: 443, sniHosts: [api.example] }], route: [{ destination: { host: api.example, port: { number: 443 } } }] }] }
Sidecar web/s { egress: [{ hosts: ["./*", "shop/*"] }] }
PeerAuthentication shop/p { mtls: { mode: STRICT } }
`
  .trim()
  .split('\n');

type Row = readonly [name: string, from: string, to: string];

const CHANGES: readonly Row[] = [
  ['timeout', 'timeout: 3s', 'timeout: 5s'],
  ['retries off', 'attempts: 2', 'attempts: 0'],
  ['perTryTimeout', 'perTryTimeout: 1s', 'perTryTimeout: 2s'],
  ['retryOn', 'retryOn: 5xx', 'retryOn: reset'],
  ['weight', 'subset: v1 }, weight: 90', 'subset: v1 }, weight: 80'],
  ['rewrite', 'rewrite: { uri: /y }', 'rewrite: { uri: /z }'],
  ['header operation', 'set: { k: one }', 'set: { k: two }'],
  ['header operation kind', 'request: { set: {', 'response: { set: {'],
  ['mirror', 'mirror: { host: b }', 'mirror: { host: a }'],
  ['mirror share', 'mirrorPercentage: { value: 10 }', 'mirrorPercentage: { value: 90 }'],
  ['match kind', 'uri: { prefix: /x }', 'uri: { exact: /x }'],
  ['prefix', 'uri: { prefix: /x }', 'uri: { prefix: /xx }'],
  ['header match value', 'u: { exact: bob }', 'u: { exact: eve }'],
  ['header match kind', 'u: { exact: bob }', 'u: { prefix: bob }'],
  ['header match name', 'headers: { u:', 'headers: { who:'],
  ['method', 'method: { exact: GET }', 'method: { exact: POST }'],
  ['ignoreUriCase', 'match: [{ uri: { prefix: /x },', 'match: [{ ignoreUriCase: true, uri: { prefix: /x },'],
  [
    'withoutHeaders',
    'match: [{ uri: { exact: /r } }]',
    'match: [{ uri: { exact: /r }, withoutHeaders: { z: {} } }]',
  ],
  [
    'query parameter',
    'match: [{ uri: { exact: /r } }]',
    'match: [{ uri: { exact: /r }, queryParams: { z: { exact: "1" } } }]',
  ],
  [
    'sourceLabels',
    'match: [{ uri: { exact: /r } }]',
    'match: [{ uri: { exact: /r }, sourceLabels: { app: web } }]',
  ],
  [
    'sourceNamespace',
    'match: [{ uri: { exact: /r } }]',
    'match: [{ uri: { exact: /r }, sourceNamespace: web }]',
  ],
  [
    'gateways of a match',
    'match: [{ uri: { exact: /r } }]',
    'match: [{ uri: { exact: /r }, gateways: [edge/g] }]',
  ],
  ['port of a match', 'match: [{ uri: { exact: /r } }]', 'match: [{ uri: { exact: /r }, port: 443 }]'],
  ['scheme', 'match: [{ uri: { exact: /r } }]', 'match: [{ uri: { exact: /r }, scheme: { exact: https } }]'],
  [
    'authority',
    'match: [{ uri: { exact: /r } }]',
    'match: [{ uri: { exact: /r }, authority: { exact: a.example } }]',
  ],
  ['regex', '"/q[0-9]+"', '"/q[0-9]*"'],
  ['redirect', 'uri: /new', 'uri: /newer'],
  ['redirect code', 'redirectCode: 302', 'redirectCode: 308'],
  ['delay', 'fixedDelay: 2s', 'fixedDelay: 4s'],
  ['fault share', 'percentage: { value: 50 }', 'percentage: { value: 5 }'],
  ['delegate', 'delegate: { name: d,', 'delegate: { name: e,'],
  ['status of a delegate', 'status: 418', 'status: 404'],
  ['match of a delegate', 'prefix: /d/1', 'prefix: /d/2'],
  ['CORS origin', 'exact: "https://a.example"', 'exact: "https://b.example"'],
  ['hosts', 'hosts: [a, a.example]', 'hosts: [a]'],
  ['gateways', 'gateways: [mesh, edge/g]', 'gateways: [edge/g]'],
  ['exportTo', 'exportTo: ["*"]', 'exportTo: ["."]'],
  [
    'subset of a route',
    'destination: { host: a, subset: v1 } }] }] }',
    'destination: { host: a, subset: v2 } }] }] }',
  ],
  ['port of a destination', 'port: { number: 80 } } }] }] }', 'port: { number: 81 } } }] }] }'],
  ['destination of TCP', 'host: b, port: { number: 5432 }', 'host: a, port: { number: 80 }'],
  ['another address of an endpoint', 'address: 10.2.2.2', 'address: 10.2.2.3'],
  ['sniHosts', 'sniHosts: [api.example]', 'sniHosts: [other.example]'],
  ['subset labels that nothing has', 'labels: { version: v2 } }] }', 'labels: { version: v9 } }] }'],
  ['subset name', '{ name: v2, labels', '{ name: v3, labels'],
  ['load balancer', 'simple: ROUND_ROBIN', 'simple: RANDOM'],
  ['consistent hash', 'simple: ROUND_ROBIN', 'consistentHash: { httpHeaderName: u }'],
  ['host of a DestinationRule', 'DestinationRule shop/a { host: a', 'DestinationRule shop/a { host: b'],
  ['TLS mode', 'mode: SIMPLE, sni', 'mode: DISABLE, sni'],
  ['SNI', 'sni: api.example', 'sni: other.example'],
  ['connection pool', 'http1MaxPendingRequests: 10', 'http1MaxPendingRequests: 1'],
  ['outlier detection', 'consecutive5xxErrors: 3', 'consecutive5xxErrors: 9'],
  ['subset labels, other pods', 'name: v1, labels: { version: v1 }', 'name: v1, labels: { version: v2 }'],
  ['client certificate', 'sni: api.example }', 'sni: api.example, subjectAltNames: [x.example] }'],
  ['certificate checks off', 'sni: api.example }', 'sni: api.example, insecureSkipVerify: true }'],
  ['port of a Service', 'name: http, port: 80, targetPort', 'name: http, port: 81, targetPort'],
  [
    'selector of a Service',
    'Service shop/b { selector: { app: b }',
    'Service shop/b { selector: { app: nobody }',
  ],
  ['protocol of a Service', 'name: http, port: 80, targetPort', 'name: tcp, port: 80, targetPort'],
  [
    'hosts of a ServiceEntry',
    'ServiceEntry far/api { hosts: [api.example]',
    'ServiceEntry far/api { hosts: [apis.example]',
  ],
  [
    'exportTo of a ServiceEntry',
    'hosts: [api.example], resolution',
    'hosts: [api.example], exportTo: ["."], resolution',
  ],
  [
    'protocol of a ServiceEntry',
    'name: http, protocol: HTTP }, { number: 443, name: tls',
    'name: http, protocol: TCP }, { number: 443, name: tls',
  ],
  [
    'exportTo of a DestinationRule',
    'DestinationRule shop/a { host: a',
    'DestinationRule shop/a { exportTo: ["."], host: a',
  ],
  ['resolution', 'hosts: [api.example], resolution: DNS', 'hosts: [api.example], resolution: NONE'],
  ['addresses', 'addresses: [10.1.1.1]', 'addresses: [10.1.1.9]'],
  ['endpoints', 'endpoints: [{ address: 10.2.2.2 }]', 'endpoints: []'],
  [
    'hosts of a server',
    'protocol: HTTP }, hosts: ["*.example"] }, {',
    'protocol: HTTP }, hosts: ["z.example"] }, {',
  ],
  ['port of a server', 'port: { number: 80, name: http', 'port: { number: 81, name: http'],
  [
    'redirect to https',
    'protocol: HTTP }, hosts: ["*.example"] }, {',
    'protocol: HTTP }, tls: { httpsRedirect: true }, hosts: ["*.example"] }, {',
  ],
  ['TLS of a server', 'mode: SIMPLE, credentialName: c', 'mode: MUTUAL, credentialName: c'],
  [
    'selector of a Gateway',
    'Gateway edge/g { selector: { istio: edge }',
    'Gateway edge/g { selector: { istio: other }',
  ],
  ['egress of a Sidecar', 'hosts: ["./*", "shop/*"]', 'hosts: ["./*", "far/*"]'],
  [
    'egress of a Sidecar, one host',
    'hosts: ["./*", "shop/*"]',
    'hosts: ["./*", "shop/b.shop.svc.cluster.local"]',
  ],
  [
    'outbound policy of a Sidecar',
    'Sidecar web/s {',
    'Sidecar web/s { outboundTrafficPolicy: { mode: REGISTRY_ONLY },',
  ],
  ['mutual TLS', 'mode: STRICT', 'mode: DISABLE'],
  ['labels of a Pod', 'Pod shop/b1 @{ labels: { app: b } }@', 'Pod shop/b1 @{ labels: { app: c } }@'],
];

describe('one field', () => {
  it.each(CHANGES)('%s', (_name, from, to) => {
    const changed = MESH.map((one) => one.replace(from, to));
    expect(changed.filter((one, index) => one !== MESH[index])).toHaveLength(1);
    const { differences, resources } = compareTraffic(meshOf(MESH), meshOf(changed));
    expect(resources).toHaveLength(1);
    expect(differences).not.toEqual([]);
  });
});
