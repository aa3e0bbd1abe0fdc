import { describe, expect, it } from 'vitest';
import { isDoneBy } from '../aim/rule-ref.ts';
import { route } from '../route.ts';
import { FILLER, meshOf, withRegexes } from '../traffic.testkit.ts';
import { suggestRequests } from './suggest.ts';

withRegexes();

const ENTRY =
  'ServiceEntry shop/e { hosts: [a.example], ports: [{ number: 80, name: http, protocol: HTTP }, { number: 443, name: https, protocol: HTTPS }, { number: 5432, name: db, protocol: TCP }], resolution: DNS }';
const OK = 'directResponse: { status: 200 }';
const GATEWAY =
  'Gateway edge/gw { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*.pub.example"] }, { port: { number: 443, name: https, protocol: HTTPS }, tls: { mode: SIMPLE, credentialName: c }, hosts: [a.pub.example] }, { port: { number: 8443, name: tls, protocol: TLS }, tls: { mode: PASSTHROUGH }, hosts: [b.pub.example] }] }';

/** Each rule with the request that reaches it; what is said to reach it does. */
function suggested(resources: readonly string[]): Readonly<Record<string, string>> {
  const mesh = meshOf(resources);
  const { requests, unreachable } = suggestRequests(mesh);
  for (const { purpose, request } of requests) {
    if (purpose.kind !== 'rule') continue;
    const resource = mesh.byId.get(purpose.rule.resource);
    const { outcome } = route(mesh, request);
    expect(resource && isDoneBy(outcome, purpose.rule, resource, mesh)).toBe(true);
  }
  return Object.fromEntries([
    ...requests.map(({ title, request: { caller, method, url, host, port, headers } }) => [
      title,
      [
        caller.kind === 'gateway' ? 'gateway' : '',
        method === 'GET' ? '' : method,
        url ?? `${host}:${port}`,
        ...Object.entries(headers ?? {}).map(([name, value]) => `${name}=${value}`),
      ]
        .filter(Boolean)
        .join(' '),
    ]),
    ...unreachable.map(({ title, why }) => [title, why]),
  ]);
}

describe('suggested requests', () => {
  it('meet what each rule asks for', () => {
    const http = [
      `{ match: [{ uri: { exact: /a }, method: { exact: POST }, headers: { x-user: { exact: bob } } }], ${OK} }`,
      `{ name: old, match: [{ uri: { prefix: /v1/ }, queryParams: { debug: { exact: "1" } } }], ${OK} }`,
      `{ match: [{ uri: { regex: "/v[2-9]/.*" }, withoutHeaders: { x-bot: {} } }], ${OK} }`,
      `{ match: [{ authority: { prefix: "a.example:" } }], ${OK} }`,
      `{ ${OK} }`,
    ];
    expect(
      suggested([ENTRY, `VirtualService shop/v { hosts: [a.example], http: [${http.join()}] }`]),
    ).toEqual({
      'v: rule 1': 'POST http://a.example/a x-user=bob',
      'v: rule 2 (old)': 'http://a.example/v1/?debug=1',
      'v: rule 3': 'http://a.example/v2/a',
      'v: rule 4': 'a.example:80:80',
      'v: rule 5': 'http://a.example/',
    });
  });

  it('keep away from the rules before', () => {
    const http = [
      `{ match: [{ uri: { prefix: /a/1 } }, { headers: { x-beta: {} } }], ${OK} }`,
      `{ match: [{ uri: { prefix: /a }, method: { exact: GET } }], ${OK} }`,
      `{ match: [{ uri: { prefix: /a } }], ${OK} }`,
      `{ match: [{ withoutHeaders: { x-skip: {} } }], ${OK} }`,
      `{ ${OK} }`,
    ];
    expect(
      suggested([ENTRY, `VirtualService shop/v { hosts: [a.example], http: [${http.join()}] }`]),
    ).toEqual({
      'v: rule 1': 'http://a.example/a/1',
      'v: rule 2': 'http://a.example/a',
      'v: rule 3': 'POST http://a.example/a',
      'v: rule 4': 'http://a.example/',
      'v: rule 5': 'http://a.example/ x-skip=1',
    });
  });

  it('say why no request comes to a rule', () => {
    const found = suggested([
      ENTRY,
      `VirtualService shop/v { hosts: [a.example], http: [{ ${OK} }, { match: [{ uri: { prefix: /a } }], ${OK} }] }`,
      `VirtualService shop/w { hosts: [a.example], http: [{ ${OK} }] }`,
      `VirtualService shop/x { hosts: [a.example], gateways: [gone], http: [{ ${OK} }] }`,
      'VirtualService shop/y { hosts: [b.example], http: [{ delegate: { name: gone } }] }',
    ]);
    expect(found['v: rule 2']).toBe('All that it asks for is taken before, by rule 1 of shop/v.');
    expect(found['w: rule 1']).toContain(
      'one VirtualService serves a host, here shop/v: it stands first, which counts as older',
    );
    expect(found['x: rule 1']).toContain('bound to shop/gone alone');
    expect(found['y: rule 1']).toContain('hands requests on to shop/gone');
  });

  it('come through sidecars, gateways, TLS and TCP as each rule wants it', () => {
    const found = suggested([
      ENTRY,
      GATEWAY,
      `VirtualService shop/pub { hosts: [a.pub.example], gateways: [edge/gw], http: [{ match: [{ port: 443 }], ${OK} }, { match: [{ uri: { prefix: /x } }], ${OK} }] }`,
      'VirtualService shop/pass { hosts: [b.pub.example], gateways: [edge/gw], tls: [{ match: [{ sniHosts: [b.pub.example] }], route: [{ destination: { host: a.example } }] }] }',
      'VirtualService shop/streams { hosts: [a.example], tls: [{ match: [{ port: 443, sniHosts: [a.example] }], route: [{ destination: { host: a.example } }] }], tcp: [{ match: [{ port: 5432 }], route: [{ destination: { host: a.example } }] }] }',
    ]);
    expect(found).toMatchObject({
      'pub: rule 1': 'gateway https://a.pub.example/',
      'pub: rule 2': 'gateway http://a.pub.example/x',
      'pass: tls rule 1': 'gateway https://b.pub.example:8443/',
      'streams: tls rule 1': 'https://a.example/',
      'streams: tcp rule 1': 'a.example:5432',
    });
  });

  it('show a certificate where a server wants one', () => {
    const { requests } = suggestRequests(
      meshOf([
        GATEWAY.replace('mode: SIMPLE', 'mode: MUTUAL'),
        `VirtualService shop/pub { hosts: [a.pub.example], gateways: [edge/gw], http: [{ match: [{ port: 443 }], ${OK} }] }`,
      ]),
    );
    expect(requests[0]?.request).toMatchObject({ host: 'a.pub.example', port: 443, tls: 'mtls' });
  });

  it('come from whom a rule is for, and to delegates through those that hand on', () => {
    const mesh = meshOf([
      ENTRY,
      `VirtualService shop/v { hosts: [a.example], http: [{ match: [{ sourceLabels: { app: cart }, sourceNamespace: far }], ${OK} }, { match: [{ uri: { prefix: /d } }], delegate: { name: d } }] }`,
      `VirtualService shop/d { http: [{ match: [{ uri: { prefix: /d/one } }], ${OK} }] }`,
    ]);
    const { requests } = suggestRequests(mesh);
    expect(requests.map(({ title }) => title)).toEqual(['v: rule 1', 'v: rule 2', 'd: rule 1']);
    expect(requests[0]?.request.caller).toEqual({
      kind: 'sidecar',
      namespace: 'far',
      labels: { app: 'cart' },
    });
    expect(requests[2]?.request.url).toBe('http://a.example/d/one');
  });

  it('show hosts without rules and servers that nothing is bound to', () => {
    expect(suggested([FILLER, GATEWAY])).toEqual({
      'Service filler, port 80': 'http://filler.base.svc.cluster.local/',
      'Gateway gw, port 80': 'gateway http://www.pub.example/',
      'Gateway gw, port 443': 'gateway https://a.pub.example/',
      'Gateway gw, port 8443, TLS passed on': 'gateway https://b.pub.example:8443/',
    });
  });

  it('touch rules from outside where edges are asked for', () => {
    const mesh = meshOf([
      ENTRY,
      `VirtualService shop/v { hosts: [a.example], http: [{ match: [{ uri: { prefix: /v2/data }, method: { exact: GET }, headers: { x-user: {} } }], ${OK} }] }`,
    ]);
    const edges = suggestRequests(mesh, { edges: true }).requests.filter(({ edge }) => edge);
    expect(
      edges.map(({ title, request: { method, url, headers } }) => [title.slice(11), method, url, headers]),
    ).toEqual([
      ['with a slash at its end', 'GET', 'http://a.example/v2/data/', { 'x-user': '1' }],
      ['a segment more', 'GET', 'http://a.example/v2/data/1', { 'x-user': '1' }],
      ['the segment longer', 'GET', 'http://a.example/v2/data-other', { 'x-user': '1' }],
      ['in capitals', 'GET', 'http://a.example/V2/DATA', { 'x-user': '1' }],
      ['another method', 'POST', 'http://a.example/v2/data', { 'x-user': '1' }],
      ['without the header x-user', 'GET', 'http://a.example/v2/data', {}],
    ]);
  });
});
