import { describe, expect, it } from 'vitest';
import { goesRound, journey } from './onward.ts';
import { end, get, meshOf, withRegexes } from './traffic.testkit.ts';
import type { Request } from './request.ts';

withRegexes();

const SERVICE =
  'Service istio-system/egress { clusterIP: 10.0.0.1, selector: { istio: egress }, ports: [{ name: http2, port: 80 }, { name: https, port: 443 }] }';
const ENTRY =
  'ServiceEntry istio-system/e { hosts: [a.example], resolution: DNS, ports: [{ number: 80, name: http, protocol: HTTP, targetPort: 443 }, { number: 443, name: tls, protocol: TLS }] }';
const gateway = (server: string) =>
  `Gateway istio-system/eg { selector: { istio: egress }, servers: [{ ${server} }] }`;
const EGRESS = 'egress.istio-system.svc.cluster.local';
const two = (first: string, second = '{ host: a.example, port: { number: 80 } }', more = '') =>
  `VirtualService istio-system/v { hosts: [a.example], gateways: [mesh, eg], http: [
    { match: [{ gateways: [mesh] }], ${more} route: [{ destination: { host: ${EGRESS}, ${first} } }] },
    { match: [{ gateways: [eg] }], route: [{ destination: ${second} }] }] }`;
const ways = (resources: readonly string[], request: Request) =>
  journey(meshOf(resources), request).map(({ trace }) => end(trace.outcome));

describe('the whole way of a request', () => {
  it('goes through an egress gateway that opens TLS, with what the first proxy changed', () => {
    const resources = [
      SERVICE,
      ENTRY,
      gateway('port: { number: 80, name: http, protocol: HTTP }, hosts: [a.example]'),
      two(
        'port: { number: 80 }',
        undefined,
        'rewrite: { uri: /new }, headers: { request: { set: { x-from: mesh } } },',
      ),
      'DestinationRule istio-system/d { host: a.example, exportTo: ["."], trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, tls: { mode: SIMPLE } }] } }',
    ];
    const hops = journey(meshOf(resources), get('http://a.example/x'));
    expect(hops.map(({ trace }) => end(trace.outcome))).toEqual([
      `forward 80||${EGRESS} /newx`,
      'forward 80||a.example /newx',
    ]);
    expect(hops[1]?.request).toMatchObject({
      caller: { kind: 'gateway', namespace: 'istio-system', labels: { istio: 'egress' } },
      headers: { 'x-from': 'mesh' },
    });
    expect(hops[1]?.trace.outcome).toMatchObject({
      upstream: { scheme: 'https', port: 443 },
      destinations: [{ tls: { mode: 'tls', sni: 'a.example' } }],
    });
  });

  it('goes in the mesh’s own TLS where the SNI is one that the gateway has', () => {
    const tls = (sni: string) => [
      SERVICE,
      ENTRY,
      gateway(
        'port: { number: 443, name: https, protocol: HTTPS }, tls: { mode: ISTIO_MUTUAL }, hosts: [a.example]',
      ),
      two('port: { number: 443 }'),
      `DestinationRule istio-system/d { host: ${EGRESS}, trafficPolicy: { tls: { mode: ISTIO_MUTUAL ${sni} } } }`,
    ];
    expect(ways(tls(', sni: a.example'), get('http://a.example/'))).toEqual([
      `forward 443||${EGRESS} /`,
      'forward 80||a.example /',
    ]);
    expect(ways(tls(''), get('http://a.example/'))).toEqual([`forward 443||${EGRESS} /`, 'closed']);
  });

  it('passes TLS on by its name', () => {
    const resources = [
      SERVICE,
      ENTRY,
      gateway(
        'port: { number: 443, name: tls, protocol: TLS }, tls: { mode: PASSTHROUGH }, hosts: [a.example]',
      ),
      `VirtualService istio-system/v { hosts: [a.example], gateways: [mesh, eg], tls: [
        { match: [{ gateways: [mesh], port: 443, sniHosts: [a.example] }], route: [{ destination: { host: ${EGRESS}, port: { number: 443 } } }] },
        { match: [{ gateways: [eg], port: 443, sniHosts: [a.example] }], route: [{ destination: { host: a.example, port: { number: 443 } } }] }] }`,
    ];
    expect(ways(resources, get('https://a.example/'))).toEqual([`tls 443||${EGRESS}`, 'tls 443||a.example']);
  });

  it('ends where it would go round for ever, and after one proxy where there is no gateway', () => {
    const loop = `VirtualService istio-system/v { hosts: [a.example], gateways: [mesh, eg], http: [{ route: [{ destination: { host: ${EGRESS}, port: { number: 80 } } }] }] }`;
    const server = gateway('port: { number: 80, name: http, protocol: HTTP }, hosts: [a.example]');
    const round = journey(meshOf([SERVICE, ENTRY, server, loop]), get('http://a.example/'));
    expect(round).toHaveLength(3);
    expect(goesRound(round)).toBe(true);
    expect(ways([ENTRY], get('http://a.example/'))).toHaveLength(1);
  });
});
