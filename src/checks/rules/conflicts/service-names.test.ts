import { judgedTogether } from '../../linked/linked.testkit.ts';

const vs = (place: string, hosts: string, more = ''): string =>
  `VirtualService ${place} { hosts: [${hosts}], http: [{ redirect: { uri: / } }]${more} }`;
const both = (code: string): [string, string] => [
  `${code} VirtualService/a spec.hosts[0]`,
  `${code} VirtualService/b spec.hosts[0]`,
];

judgedTogether('names of Services', [
  ['two parts and one', [vs('shop/a', 'web'), vs('shop/b', 'web.shop')], ...both('MW2152')],
  ['two parts of a namespace nobody knows', [vs('shop/a', 'web'), vs('shop/b', 'web.example')]],
  [
    'two parts of another, known',
    ['Namespace default/back', vs('back/a', 'web'), vs('shop/b', 'web.back')],
    ...both('MW2152'),
  ],
  [
    'other gateways',
    [
      vs('shop/a', 'web'),
      vs('shop/b', 'web.shop', ', gateways: [g]'),
      'Gateway shop/g { servers: [{ port: { number: 80, name: a, protocol: HTTP }, hosts: ["*/web.shop"] }] }',
    ],
  ],
  [
    'a namespace and one of it',
    [vs('shop/a', '"*.shop.svc.cluster.local"'), vs('shop/b', 'web')],
    ...both('MW2153'),
  ],
  ['a namespace and one of another', [vs('shop/a', '"*.shop.svc.cluster.local"'), vs('back/b', 'web')]],
  [
    'short and whole in one',
    [vs('shop/a', 'web, web.shop.svc.cluster.local')],
    'MW2154 VirtualService/a spec.hosts[1]',
  ],
  ['two parts and whole in one', [vs('shop/a', 'web, web.shop')], 'MW2152 VirtualService/a spec.hosts[1]'],
]);

const gateway = (...servers: string[]): string =>
  `Gateway shop/g { selector: { app: edge }, servers: [${servers.map((hosts, index) => `{ port: { number: 80, name: p${String(index)}, protocol: HTTP }, hosts: [${hosts}] }`).join(', ')}] }`;

judgedTogether('hosts within a Gateway', [
  ['twice', [gateway('a.example, a.example')], 'MW2151 Gateway/g spec.servers[0].hosts[1]'],
  [
    'in two servers',
    [gateway('a.example', 'b.example, a.example')],
    'MW2151 Gateway/g spec.servers[1].hosts[1]',
  ],
  [
    'for one namespace and for all',
    [gateway('shop/a.example, a.example')],
    'MW2151 Gateway/g spec.servers[0].hosts[1]',
  ],
  ['for two namespaces', [gateway('shop/a.example, back/a.example')]],
]);
