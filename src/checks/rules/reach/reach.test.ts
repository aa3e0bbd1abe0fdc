import { beforeAll } from 'vitest';
import { loadRegexes } from '../../../istio/index.ts';
import { judgedTogether, service, type LinkedCase } from '../../linked/linked.testkit.ts';

beforeAll(loadRegexes);

const reach = (title: string, cases: readonly LinkedCase[]): void =>
  judgedTogether(title, cases, (code) => code.startsWith('MW30'));

const to = (host: string): string => `route: [{ destination: { host: ${host} } }]`;
const rule = (match: string, host = 'web'): string => `{ ${match ? `match: [${match}], ` : ''}${to(host)} }`;
const vs = (...rules: string[]): string =>
  `VirtualService shop/v { hosts: [web], http: [${rules.join(', ')}] }`;
const gone = (code: string, path: string): string => `${code} VirtualService/v spec.${path}`;

reach('rules that nothing reaches', [
  [
    'a narrower rule after a wider one',
    [vs(rule('{ uri: { prefix: /a } }'), rule('{ uri: { prefix: /a }, method: { exact: GET } }', 'b'))],
    gone('MW3001', 'http[1]'),
  ],
  [
    'every path in the middle',
    [vs(rule('{ uri: { regex: ".*" } }'), rule('{ uri: { exact: /a } }', 'b'))],
    gone('MW3001', 'http[1]'),
  ],
  [
    'both halves before it',
    [vs(rule('{ headers: { x: {} } }'), rule('{ withoutHeaders: { x: {} } }'), rule('', 'b'))],
    gone('MW3001', 'http[2]'),
  ],
  [
    'another action for the very same',
    [vs(rule('{ uri: { prefix: /a } }'), rule('{ uri: { regex: "/a.*" } }', 'b'))],
    gone('MW3001', 'http[1]'),
  ],
  [
    'the other way about',
    [vs(rule('{ uri: { prefix: /a }, method: { exact: GET } }'), rule('{ uri: { prefix: /a } }', 'b'))],
  ],
  ['a port of its own', [vs(rule('{ uri: { prefix: / }, port: 80 }'), rule('{ uri: { prefix: /a } }', 'b'))]],
  ['what istiod tells of already', [vs(rule(''), rule('{ uri: { prefix: /a } }', 'b'))]],
  [
    'a name again',
    [
      'VirtualService shop/v { hosts: ["*.x.example"], tls: [{ match: [{ sniHosts: [a.x.example] }], route: [{ destination: { host: a } }] }, { match: [{ sniHosts: [a.x.example], port: 443 }], route: [{ destination: { host: b } }] }] }',
    ],
    gone('MW3001', 'tls[1]'),
  ],
  [
    'a name of many',
    [
      'VirtualService shop/v { hosts: ["*.x.example"], tls: [{ match: [{ sniHosts: ["*.x.example"] }], route: [{ destination: { host: a } }] }, { match: [{ sniHosts: [a.x.example] }], route: [{ destination: { host: b } }] }] }',
    ],
  ],
]);

reach('matches that nothing reaches', [
  [
    'one of two',
    [vs(rule('{ uri: { prefix: /a } }'), rule('{ uri: { exact: /b } }, { uri: { exact: /a/b } }', 'b'))],
    gone('MW3002', 'http[1].match[1]'),
  ],
  [
    'of one rule',
    [vs(rule('{ uri: { exact: /a/b } }, { uri: { prefix: /b } }, { uri: { exact: /b } }'))],
    gone('MW3002', 'http[0].match[2]'),
  ],
  [
    'neither',
    [vs(rule('{ uri: { exact: /a } }'), rule('{ uri: { prefix: /a } }, { uri: { exact: /a/ } }', 'b'))],
    gone('MW3002', 'http[1].match[1]'),
  ],
  [
    'a header that is there and is not',
    [vs(rule('{ headers: { x: {} }, withoutHeaders: { x: {} } }'))],
    gone('MW3003', 'http[0]'),
  ],
  [
    'a path without its slash',
    [vs(rule('{ uri: { prefix: api/ } }, { uri: { prefix: /b } }'))],
    gone('MW3003', 'http[0].match[0]'),
  ],
]);

const gateway = (name: string): string =>
  `Gateway shop/${name} { selector: { app: edge }, servers: [{ port: { number: 80, name: http, protocol: HTTP }, hosts: ["*"] }] }`;
const bound = (gateways: string, chosen: string): string =>
  `VirtualService shop/v { hosts: [web.example]${gateways && `, gateways: [${gateways}]`}, http: [{ match: [{ gateways: [${chosen}] }], ${to('web')} }] }`;

reach('gateways of matches', [
  ['one of its own', [gateway('a'), bound('a, mesh', 'a')]],
  ['one of its own, said in full', [gateway('a'), bound('shop/a', 'a')]],
  ['another', [gateway('a'), gateway('b'), bound('a', 'b')], gone('MW3004', 'http[0].match[0].gateways[0]')],
  [
    'another beside its own',
    [gateway('a'), gateway('b'), bound('a', 'a, b')],
    gone('MW3004', 'http[0].match[0].gateways[1]'),
  ],
  ['one for the mesh', [gateway('a'), bound('', 'a')], gone('MW3004', 'http[0].match[0].gateways[0]')],
  [
    'the mesh for one at a gateway',
    [gateway('a'), bound('a', 'mesh')],
    gone('MW3004', 'http[0].match[0].gateways[0]'),
  ],
  ['one that does not exist, which is told of as that', [gateway('a'), bound('a', 'far')]],
]);

const root = (rest: string): string => `VirtualService shop/root { hosts: [web], http: [${rest}] }`;
const delegate = (...rules: string[]): string => `VirtualService shop/v { http: [${rules.join(', ')}] }`;

reach('delegates', [
  [
    'a rule that the root takes before',
    [
      root(`${rule('{ uri: { prefix: /a } }')}, { delegate: { name: v } }`),
      delegate(rule('{ uri: { prefix: /a/b } }', 'b'), rule('{ uri: { prefix: /c } }', 'b')),
    ],
    gone('MW3001', 'http[0]'),
  ],
  [
    'a rule of another root reaches it',
    [
      root(`${rule('{ uri: { prefix: /a } }')}, { delegate: { name: v } }`),
      root('{ delegate: { name: v } }').replace('root', 'other').replace('web', 'other'),
      delegate(rule('{ uri: { prefix: /a/b } }', 'b')),
    ],
    'MW3001 VirtualService/root spec.http[1]',
  ],
  [
    'within the delegate',
    [
      root('{ delegate: { name: v } }'),
      delegate(rule('{ uri: { prefix: /a } }'), rule('{ uri: { exact: /a }, method: { exact: GET } }', 'b')),
    ],
    gone('MW3001', 'http[1]'),
  ],
]);

const web = service('shop/web', 80, 81);

reach('ports of matches', [
  ['one that the host has', [web, vs(rule('{ port: 81 }'))]],
  ['one that it lacks', [web, vs(rule('{ port: 82 }'))], gone('MW3005', 'http[0].match[0].port')],
  ['one of a host that nobody knows', [vs(rule('{ port: 82 }'))]],
  ['80, by chance', [service('shop/web', 81), vs(rule('{ port: 80 }'))]],
  ['one of its Gateway', [gateway('a'), bound('a', 'a').replace('gateways: [a] }]', 'port: 80 }]')]],
  [
    'one that its Gateway lacks',
    [gateway('a'), bound('a', 'a').replace('gateways: [a] }]', 'port: 443 }]')],
    gone('MW3005', 'http[0].match[0].port'),
  ],
  [
    'one of the mesh or of its Gateway',
    [
      web,
      gateway('a'),
      bound('a, mesh', 'a').replace('web.example', 'web').replace('gateways: [a] }]', 'port: 81 }]'),
    ],
  ],
]);
