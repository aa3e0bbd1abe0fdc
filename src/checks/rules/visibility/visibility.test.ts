import { judgedTogether, service, type LinkedCase } from '../../linked/linked.testkit.ts';

const visibility = (title: string, cases: readonly LinkedCase[]): void =>
  judgedTogether(title, cases, (code) => code.startsWith('MW31'));

const gateway =
  'Gateway shop/g { selector: { app: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }';
const pod = 'Pod edge/p { app: edge }';
const bound = (more: string): string =>
  `VirtualService shop/v { hosts: [a.example], gateways: [g], http: [{ redirect: { uri: / } }]${more} }`;

visibility('gateways and what is exported to them', [
  ['nothing', [gateway, pod, bound(', exportTo: ["."]')], 'MW3101 VirtualService/v spec.gateways[0]'],
  ['by name', [gateway, pod, bound(', exportTo: [".", edge]')]],
  ['all', [gateway, pod, bound('')]],
  ['to pods that nobody knows', [gateway, bound(', exportTo: ["."]')]],
]);

const web = service('shop/web', 80);
const rule = (namespace: string, more = ''): string =>
  `DestinationRule ${namespace}/d { host: web.shop.svc.cluster.local, trafficPolicy: { loadBalancer: { simple: RANDOM } }${more} }`;

visibility('callers of a DestinationRule', [
  ['beside its host', [web, rule('shop')]],
  ['elsewhere', [web, rule('back')], 'MW3102 DestinationRule/d spec.host'],
  ['elsewhere, and it says so', [web, rule('back', ', exportTo: ["."]')]],
  ['in the root namespace', [web, rule('istio-system')]],
  ['for a host that nobody knows', [rule('back')]],
  ['not at home', [web, rule('shop', ', exportTo: [back]')], 'MW3103 DestinationRule/d spec.exportTo'],
  ['at home and elsewhere', [web, rule('shop', ', exportTo: [back, shop]')]],
]);

const root = (name: string, more = ''): string =>
  `VirtualService shop/root { hosts: [web], http: [{ ${more}delegate: { name: ${name} } }] }`;
const delegate = (match: string, more = ''): string =>
  `VirtualService shop/part { http: [{ ${match}redirect: { uri: / } }]${more} }`;

visibility('delegates', [
  ['one that is there', [root('part'), delegate('')]],
  [
    'one that is not',
    [root('prat'), delegate('')],
    'MW3104 VirtualService/root spec.http[0].delegate.name',
    'MW3105 VirtualService/part metadata.name',
  ],
  [
    'one of another namespace, hidden',
    [root('part, namespace: back'), delegate('', ', exportTo: ["."]').replace('shop/', 'back/')],
    'MW3104 VirtualService/root spec.http[0].delegate.name',
    'MW3105 VirtualService/part metadata.name',
  ],
  ['one of another namespace', [root('part, namespace: back'), delegate('').replace('shop/', 'back/')]],
  [
    'a path within the path',
    [root('part', 'match: [{ uri: { prefix: /a } }], '), delegate('match: [{ uri: { prefix: /a/b } }], ')],
  ],
  [
    'a path of its own',
    [root('part', 'match: [{ uri: { prefix: /a } }], '), delegate('match: [{ uri: { prefix: /b } }], ')],
    'MW3106 VirtualService/part spec.http[0].match',
  ],
  [
    'a path of one of two',
    [
      root('part', 'match: [{ uri: { prefix: /a } }, { uri: { prefix: /b } }], '),
      delegate('match: [{ uri: { prefix: /b } }], '),
    ],
  ],
]);
