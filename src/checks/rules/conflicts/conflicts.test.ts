import { describe, expect, it } from 'vitest';
import { check } from '../../check.testkit.ts';
import { judgedTogether, oneLine } from '../../linked/linked.testkit.ts';

const vs = (place: string, host: string, more = ''): string =>
  `VirtualService ${place} { hosts: [${host}], http: [{ redirect: { uri: / } }]${more} }`;

judgedTogether('hosts of VirtualServices', [
  ['one each', [vs('shop/a', 'a.example'), vs('shop/b', 'b.example')]],
  [
    'one for both',
    [vs('shop/a', 'web'), vs('shop/b', 'web.shop.svc.cluster.local')],
    'MW2101 VirtualService/a spec.hosts[0]',
    'MW2101 VirtualService/b spec.hosts[0]',
  ],
  [
    'each in its own namespace',
    [vs('shop/a', 'w.example', ', exportTo: ["."]'), vs('back/b', 'w.example', ', exportTo: ["."]')],
  ],
  [
    'a private star around a public name',
    [vs('shop/a', '"*.example"', ', exportTo: ["."]'), vs('back/b', 'w.example')],
    'MW2102 VirtualService/a spec.hosts[0]',
    'MW2102 VirtualService/b spec.hosts[0]',
  ],
  ['a public star around a public name', [vs('shop/a', '"*.example"'), vs('back/b', 'w.example')]],
]);

const workload = 'Pod shop/p { app: web, tier: front }';
const sidecar = (name: string, labels = ''): string =>
  `Sidecar shop/${name} { ${labels && `workloadSelector: { labels: { ${labels} } }, `}egress: [{ hosts: ["./*"] }] }`;

judgedTogether('one for a workload', [
  ['for the namespace and for one', [workload, sidecar('a'), sidecar('b', 'app: web')]],
  [
    'two for the namespace',
    [sidecar('a'), sidecar('b')],
    'MW2104 Sidecar/a metadata.name',
    'MW2104 Sidecar/b metadata.name',
  ],
  [
    'two for a pod',
    [workload, sidecar('a', 'tier: front'), sidecar('b', 'app: web')],
    'MW2105 Sidecar/a spec.workloadSelector',
    'MW2105 Sidecar/b spec.workloadSelector',
  ],
  [
    'two PeerAuthentications',
    [
      'PeerAuthentication shop/a { mtls: { mode: STRICT } }',
      'PeerAuthentication shop/b { mtls: { mode: STRICT } }',
    ],
    'MW2106 PeerAuthentication/a metadata.name',
    'MW2106 PeerAuthentication/b metadata.name',
  ],
  [
    'two PeerAuthentications for a pod',
    [
      workload,
      'PeerAuthentication shop/a { selector: { matchLabels: { app: web } } }',
      'PeerAuthentication shop/b { selector: { matchLabels: { tier: front } } }',
    ],
    'MW2107 PeerAuthentication/a spec.selector',
    'MW2107 PeerAuthentication/b spec.selector',
  ],
]);

const gateway = (name: string, host: string, port = 80, tls = ''): string =>
  `Gateway shop/${name} { selector: { istio: ingressgateway }, servers: [{ port: { number: ${String(port)}, name: p, protocol: ${tls ? 'HTTPS' : 'HTTP'} }, hosts: ["${host}"]${tls && `, tls: { mode: SIMPLE, credentialName: ${tls} }`} }] }`;

judgedTogether('servers of Gateways', [
  ['hosts of their own', [gateway('a', 'a.example'), gateway('b', 'b.example')]],
  [
    'one host',
    [gateway('a', 'a.example'), gateway('b', 'a.example')],
    'MW2108 Gateway/a spec.servers[0].hosts[0]',
    'MW2108 Gateway/b spec.servers[0].hosts[0]',
  ],
  ['one host at two ports', [gateway('a', 'a.example'), gateway('b', 'a.example', 443)]],
  [
    'one certificate',
    [gateway('a', 'a.example', 443, 'cert'), gateway('b', 'b.example', 443, 'cert')],
    'MW2109 Gateway/a spec.servers[0].tls',
    'MW2109 Gateway/b spec.servers[0].tls',
  ],
  ['two certificates', [gateway('a', 'a.example', 443, 'one'), gateway('b', 'b.example', 443, 'two')]],
]);

const entry = (place: string, protocol: string, more = ''): string =>
  `ServiceEntry ${place} { hosts: [pay.example], resolution: DNS, ports: [{ number: 443, name: p, protocol: ${protocol} }]${more} }`;

judgedTogether('ports of ServiceEntries', [
  [
    'two protocols',
    [entry('shop/a', 'TLS'), entry('back/b', 'HTTPS')],
    'MW2110 ServiceEntry/a spec.ports[0]',
    'MW2110 ServiceEntry/b spec.ports[0]',
  ],
  [
    'one protocol',
    [entry('shop/a', 'TLS'), entry('back/b', 'tls')],
    'MW2111 ServiceEntry/a spec.ports[0]',
    'MW2111 ServiceEntry/b spec.ports[0]',
  ],
  [
    'seen by nobody together',
    [entry('shop/a', 'TLS', ', exportTo: ["."]'), entry('back/b', 'HTTPS', ', exportTo: ["."]')],
  ],
]);

const rule = (place: string, host: string, subset: string): string =>
  `DestinationRule ${place} { host: "${host}", subsets: [{ name: ${subset}, labels: { version: ${subset} } }] }`;

judgedTogether('DestinationRules', [
  [
    'one subset twice',
    [rule('shop/a', 'web', 'v1'), rule('shop/b', 'web', 'v1')],
    'MW2112 DestinationRule/a spec.host',
    'MW2112 DestinationRule/b spec.host',
  ],
  ['a subset each', [rule('shop/a', 'web', 'v1'), rule('shop/b', 'web', 'v2')]],
  [
    'a star around a name',
    [rule('shop/a', '*.example', 'v1'), rule('shop/b', 'w.example', 'v1')],
    'MW2113 DestinationRule/a spec.host',
    'MW2113 DestinationRule/b spec.host',
  ],
  [
    'mutual TLS for the mesh beside',
    [
      rule('shop/a', 'w.example', 'v1'),
      'DestinationRule istio-system/all { host: "*.local", trafficPolicy: { tls: { mode: ISTIO_MUTUAL } } }',
    ],
  ],
]);

const inMesh = (subset: string): string =>
  `VirtualService shop/mesh { hosts: [web], http: [{ route: [{ destination: { host: web${subset} } }] }] }`;
const atGateway =
  'VirtualService shop/in { hosts: [w.example], gateways: [g], http: [{ route: [{ destination: { host: web } }] }] }';
const beside = ['Service shop/web { ports: [{ port: 80 }] }', gateway('g', '*'), rule('shop/d', 'web', 'v1')];

judgedTogether('rules for the mesh behind a Gateway', [
  [
    'that pick subsets',
    [...beside, inMesh(', subset: v1'), atGateway],
    'MW2114 VirtualService/in spec.http[0].route[0].destination.host',
  ],
  ['that do not', [...beside, inMesh(''), atGateway]],
]);

describe('who counts of two VirtualServices for one host', () => {
  const sentences = (...resources: string[]) =>
    check(resources.map(oneLine).join('---\n'))
      .filter(({ code }) => code === 'MW2101')
      .map(({ message }) => /Sidecars .*?\./.exec(message)?.[0]);

  it('the older, of equals', () => {
    expect(sentences(vs('shop/a', 'w.example'), vs('shop/b', 'w.example'))).toEqual([
      'Sidecars follow the older of the two and ignore the other.',
      'Sidecars follow the older of the two and ignore the other.',
    ]);
  });

  it('the one that is kept to the namespace, where the other is for all', () => {
    expect(sentences(vs('shop/a', 'w.example', ', exportTo: ["."]'), vs('back/b', 'w.example'))).toEqual([
      'Sidecars in namespace shop follow this one, which is exported to fewer, and ignore the other.',
      'Sidecars in namespace shop follow the other, which is exported to fewer, and ignore this one.',
    ]);
  });
});

describe('rules of two VirtualServices at one Gateway', () => {
  const at = (name: string, ...matches: string[]) =>
    `VirtualService shop/${name} { hosts: [w.example], gateways: [g], http: [${matches.map((match) => `{ ${match}redirect: { uri: /${name} } }`).join(', ')}] }`;
  const said = (...resources: string[]) =>
    check(resources.map(oneLine).join('---\n'))
      .filter(({ code }) => code === 'MW2103')
      .map(({ message }) => message.slice(message.indexOf('both. ') + 6));
  const path = (prefix: string) => `match: [{ uri: { prefix: ${prefix} } }], `;

  it.each([
    ['the same', at('a', ''), at('b', ''), 'Both rule 1 here and rule 1 there take the same requests'],
    [
      'one within the other',
      at('a', path('/a/b')),
      at('b', path('/a')),
      'If the other is older, its rule 1 takes all',
    ],
    [
      'one around the other',
      at('a', path('/a')),
      at('b', path('/a/b'), ''),
      'If this one is older, its rule 1 takes all',
    ],
    ['side by side', at('a', path('/a')), at('b', path('/b'), ''), 'None of them takes all'],
  ])('%s', (_, a, b, words) => {
    expect(said(gateway('g', '*'), a, b)[0]).toContain(words);
  });
});
