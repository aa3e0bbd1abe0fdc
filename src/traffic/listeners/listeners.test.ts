import { FILLER, fromShop, get, routeTable, withRegexes } from '../traffic.testkit.ts';

withRegexes();

const entry = (name: string, protocol: string, more = 'resolution: DNS') =>
  `ServiceEntry shop/${name} { hosts: [${name}.example], ports: [{ number: 7000, name: p, protocol: ${protocol} }], ${more} }`;
const http = (name: string) => get(`http://${name}.example:7000/`);
const tcp = (name: string, address?: string) =>
  ({
    caller: fromShop,
    protocol: 'tcp',
    host: `${name}.example`,
    port: 7000,
    ...(address !== undefined && { address }),
  }) as const;
const SNIFFED = '""';

routeTable('services that share a port', [
  [
    'HTTP after what finds out',
    [entry('a', SNIFFED), entry('b', 'HTTP')],
    http('b'),
    'forward 7000||b.example /',
  ],
  [
    'bytes go to what finds out, where it is first',
    [entry('a', SNIFFED), entry('b', 'HTTP')],
    tcp('b'),
    'tcp 7000||a.example',
  ],
  ['and nowhere where HTTP is first', [entry('b', 'HTTP'), entry('a', SNIFFED)], tcp('a'), 'passthrough'],
  [
    'while TCP is let in after HTTP',
    [entry('b', 'HTTP'), entry('a', 'TCP')],
    tcp('x'),
    'tcp 7000||a.example',
  ],
  [
    'MONGO lets no MYSQL in',
    [entry('a', 'MONGO', 'addresses: [10.0.0.0/8], resolution: NONE'), entry('b', 'MYSQL')],
    tcp('b'),
    'passthrough',
  ],
  [
    'but a second MONGO',
    [entry('a', 'MONGO', 'addresses: [10.0.0.0/8], resolution: NONE'), entry('b', 'MONGO')],
    tcp('b'),
    'tcp 7000||b.example',
  ],
  [
    'ranges that mean the same are one',
    [
      entry('a', 'TCP', 'addresses: [10.1.0.0/8], resolution: NONE'),
      entry('b', 'TCP', 'addresses: [10.2.0.0/8], resolution: NONE'),
    ],
    tcp('b', '10.2.0.1'),
    'tcp 7000||a.example',
  ],
  [
    'a range says nothing of HTTP that is found out',
    [entry('a', SNIFFED, 'addresses: [10.1.0.0/16], resolution: NONE')],
    http('a'),
    'forward 7000||a.example /',
  ],
]);

routeTable('endpoints that are called each by its address', [
  [
    'take what is dialled there',
    [
      'WorkloadEntry shop/w { address: 10.7.7.7, labels: { app: w } }',
      entry('a', 'TCP', 'resolution: NONE, workloadSelector: { labels: { app: w } }'),
    ],
    tcp('a', '10.7.7.7'),
    'tcp 7000||a.example',
  ],
  [
    'and nothing else',
    [
      'WorkloadEntry shop/w { address: 10.7.7.7, labels: { app: w } }',
      entry('a', 'TCP', 'resolution: NONE, workloadSelector: { labels: { app: w } }'),
    ],
    tcp('a', '10.7.7.8'),
    'passthrough',
  ],
]);

const tls = (matches: string) => `VirtualService shop/v { hosts: ["*.example"], tls: [${matches}] }`;
const toB = (match: string) => `{ match: [{ ${match} }], route: [{ destination: { host: b.example } }] }`;

routeTable('subnets of tls rules', [
  [
    'are asked for',
    [
      entry('a', 'TLS'),
      entry('b', 'TLS'),
      tls(toB('sniHosts: [a.example], destinationSubnets: [10.0.0.0/8]')),
    ],
    get('https://a.example:7000/', { address: '10.1.1.1' }),
    'tls 7000||b.example',
  ],
  [
    'stay for the matches that follow',
    [
      entry('a', 'TLS'),
      entry('b', 'TLS'),
      tls(
        `${toB('sniHosts: [c.example], destinationSubnets: [10.0.0.0/8]')}, ${toB('sniHosts: [a.example]')}`,
      ),
    ],
    get('https://a.example:7000/', { address: '11.1.1.1' }),
    'passthrough',
  ],
]);

routeTable('names of virtual hosts', [
  [
    'a full name stays with its service, though it is short for another',
    [
      'Service api/shop { clusterIP: 10.0.0.2, ports: [{ name: http, port: 80 }] }',
      'ServiceEntry far/e { hosts: [shop.api], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: DNS }',
    ],
    get('http://shop.api/'),
    'forward 80||shop.api /',
  ],
  [
    'a narrower wildcard than a service’s own has no effect',
    [
      'ServiceEntry far/e { hosts: ["*.example"], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: NONE }',
      'VirtualService shop/v { hosts: ["*.a.example"], http: [{ directResponse: { status: 201 } }] }',
    ],
    get('http://b.a.example/'),
    'forward 80||*.example /',
  ],
  [
    'of several addresses the last is one',
    [
      'ServiceEntry far/e { hosts: [a.example], addresses: [10.4.4.4, 10.5.5.5], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.1.1.1 }] }',
    ],
    get('http://10.5.5.5/'),
    'forward 80||a.example /',
  ],
  [
    'and those before it are not',
    [
      FILLER,
      'ServiceEntry far/e { hosts: [a.example], addresses: [10.4.4.4, 10.5.5.5], ports: [{ number: 80, name: http, protocol: HTTP }], resolution: STATIC, endpoints: [{ address: 10.1.1.1 }] }',
    ],
    get('http://10.4.4.4/'),
    'passthrough',
  ],
]);
