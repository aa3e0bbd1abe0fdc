import { describe, expect, it } from 'vitest';
import { atGateway, FILLER, get, sent, withRegexes } from './traffic.testkit.ts';
import type { Request } from './request.ts';

withRegexes();

const entry = (port: string) =>
  `ServiceEntry shop/e { hosts: [a.example], resolution: DNS, ports: [{ ${port} }] }`;
const HTTPS = entry('number: 443, name: https, protocol: HTTPS');
const HTTP = entry('number: 80, name: http, protocol: HTTP');
const serves = (name: string, more = '', hosts = 'a.example') =>
  `VirtualService ${name} { hosts: ["${hosts}"], ${more} http: [{ route: [{ destination: { host: a.example } }] }] }`;
const CART =
  'Service shop/cart { clusterIP: 10.0.0.2, selector: { app: cart }, ports: [{ name: http, port: 80 }] }';
const GATEWAY =
  'Gateway edge/g { selector: { istio: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: [a.example] }] }';

/** `CODE name field: reason` of each VirtualService that was not asked. */
const notAsked = (resources: readonly string[], request: Request): readonly string[] =>
  sent(resources, request)
    .steps.filter(({ code }) => code.startsWith('VS_'))
    .map(({ code, resource, path, text }) => `${code} ${resource?.split('/')[2]} ${path?.[1]}: ${text}`);

const HOST = 'http://a.example/';

describe('a VirtualService that names the host and is not asked', () => {
  it.each<[expected: RegExp, resources: readonly string[], request: Request]>([
    [
      /^VS_NO_HTTP_HERE v http: .*inside TLS the sidecar sees none/,
      [HTTPS, serves('shop/v')],
      get('https://a.example/'),
    ],
    [
      /^VS_NO_LISTENER v hosts: .*listen on port 80, and a\.example has 443 for HTTPS only/,
      [HTTPS, serves('shop/v')],
      get(HOST),
    ],
    [
      /^VS_NO_HTTP_HERE v http: .*port 443 is not read as HTTP/,
      [HTTPS, serves('shop/v')],
      get('http://a.example:443/'),
    ],
    [/^VS_NOT_BOUND v gateways: .*shop\/g alone/, [HTTP, serves('shop/v', 'gateways: [g],')], get(HOST)],
    [
      /^VS_NOT_EXPORTED v exportTo: .*namespace shop/,
      [HTTP, serves('other/v', 'exportTo: ["."],')],
      get(HOST),
    ],
    [
      /^VS_OUT_OF_SIDECAR_SCOPE v hosts: .*Sidecar shop\/s/,
      [HTTP, serves('other/v'), 'Sidecar shop/s { egress: [{ hosts: [./*] }] }'],
      get(HOST),
    ],
    [
      /^VS_SHADOWED late hosts: .*here shop\/v: it stands first, which counts as older/,
      [HTTP, serves('shop/v'), serves('shop/late')],
      get(HOST),
    ],
    [
      /^VS_SHADOWED late hosts: .*here shop\/v: it is the older one/,
      [HTTP, serves('shop/late'), serves('shop/v @{ creationTimestamp: "2026-01-01T00:00:00Z" }@')],
      get(HOST),
    ],
    [
      /^VS_NOT_BOUND v gateways: .*names cart\.shop\.svc\.cluster\.local/,
      [CART, serves('shop/v', 'gateways: [g],', 'cart')],
      get('http://cart/'),
    ],
    [
      /^VS_NO_LISTENER v hosts: .*and cart\.shop\.svc\.cluster\.local has 81 for HTTP only/,
      [CART.replace('80', '81'), serves('shop/v', '', 'cart')],
      get('http://cart/'),
    ],
    [
      /^VS_SHADOWED wide hosts: .*host a\.example is the more specific one/,
      [HTTP, serves('shop/wide', '', '*.example'), serves('shop/v')],
      get(HOST),
    ],
    [
      /^VS_SHADOWED v hosts: .*exported to few namespaces counts before/,
      [HTTP, serves('shop/v'), serves('shop/own', 'exportTo: ["."],')],
      get(HOST),
    ],
    [
      /^VS_NO_ROUTES v http: .*none of its http rules is for port 80/,
      [HTTP, serves('shop/v').replace('route:', 'match: [{ port: 81 }], route:')],
      get(HOST),
    ],
    [
      /^VS_HOST_UNKNOWN v hosts: .*on port 8080/,
      [FILLER.replaceAll('80', '8080'), HTTP, serves('shop/v')],
      get('http://a.example:8080/'),
    ],
    [
      /^VS_NOT_BOUND v gateways: .*not to edge\/g/,
      [GATEWAY, HTTP, serves('shop/v')],
      get(HOST, { caller: atGateway }),
    ],
    [
      /^VS_NOT_EXPORTED v exportTo: .*edge, the namespace of the gateway’s pods/,
      [GATEWAY, HTTP, serves('shop/v', 'gateways: [edge/g], exportTo: ["."],')],
      get(HOST, { caller: atGateway }),
    ],
    [
      /^VS_HTTPS_REDIRECT v hosts/,
      [
        GATEWAY.replace('hosts:', 'tls: { httpsRedirect: true }, hosts:'),
        HTTP,
        serves('shop/v', 'gateways: [edge/g],'),
      ],
      get(HOST, { caller: atGateway }),
    ],
    [
      /^VS_HOST_NOT_SERVED v hosts/,
      [GATEWAY.replace('[a.example]', '[edge/a.example]'), HTTP, serves('shop/v', 'gateways: [edge/g],')],
      get(HOST, { caller: atGateway }),
    ],
  ])('%s', (expected, resources, request) => {
    const found = notAsked(resources, request);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(expected);
  });

  it('is not told of where it decides', () => {
    expect(notAsked([HTTP, serves('shop/v')], get(HOST))).toEqual([]);
    expect(notAsked([HTTP, serves('shop/v')], get('http://b.example/'))).toEqual([]);
  });
});
