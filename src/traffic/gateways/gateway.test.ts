import { atGateway, get, routeTable, withRegexes } from '../traffic.testkit.ts';

withRegexes();

const AT = { caller: atGateway };
const gateway = (name: string, servers: string) =>
  `Gateway ${name} { selector: { istio: edge }, servers: [${servers}] }`;
const http = (hosts: string, more = '') =>
  `{ port: { number: 80, name: http, protocol: HTTP }, hosts: [${hosts}], ${more} }`;
const https = (hosts: string, name: string, mode = 'SIMPLE') =>
  `{ port: { number: 443, name: ${name}, protocol: ${mode === 'PASSTHROUGH' ? 'TLS' : 'HTTPS'} }, hosts: [${hosts}], tls: { mode: ${mode}, credentialName: c } }`;
const answer = (name: string, gateways: string, status: number, hosts = 'a.example') =>
  `VirtualService ${name} { hosts: [${hosts}], gateways: [${gateways}], http: [{ directResponse: { status: ${status} } }] }`;
const REDIRECT = 'tls: { httpsRedirect: true }';

routeTable('servers that send plaintext to HTTPS', [
  [
    'send the path on as Envoy tidies it up',
    [gateway('edge/g', http('a.example', REDIRECT))],
    get('http://a.example/x/../y?z=1', AT),
    'redirect 301 https://a.example/y?z=1',
  ],
  [
    'do not believe a client that says it came by TLS',
    [gateway('edge/g', http('a.example', REDIRECT)), answer('edge/v', 'g', 201)],
    get('http://a.example/', { ...AT, headers: { 'X-Forwarded-Proto': 'https' } }),
    'redirect 301 https://a.example/',
  ],
  [
    'believe a proxy in front that the mesh trusts',
    [gateway('edge/g', http('a.example', REDIRECT)), answer('edge/v', 'g', 201)],
    get('http://a.example/', { ...AT, headers: { 'X-Forwarded-Proto': 'https' } }),
    'direct 201',
    { defaultConfig: { gatewayTopology: { numTrustedProxies: 1 } } },
  ],
  [
    'need a VirtualService for a host that only one namespace may use',
    [gateway('edge/g', http('shop/a.example', REDIRECT))],
    get('http://a.example/', AT),
    'not-found 404',
  ],
  [
    'and then redirect it',
    [gateway('edge/g', http('shop/a.example', REDIRECT)), answer('shop/v', 'edge/g', 201)],
    get('http://a.example/', AT),
    'redirect 301 https://a.example/',
  ],
  [
    'take a host for every namespace as one without',
    [gateway('edge/g', http('"*/a.example"', REDIRECT))],
    get('http://a.example/', AT),
    'redirect 301 https://a.example/',
  ],
]);

routeTable('servers that share a port', [
  [
    'lose all of their hosts where another has one of them',
    [
      gateway('edge/g', https('a.example', 'one')),
      gateway('edge/h', https('a.example, b.example', 'two')),
      answer('edge/v', 'h', 202, 'b.example'),
    ],
    get('https://b.example/', AT),
    'closed',
  ],
  [
    'keep hosts that are for different namespaces',
    [
      gateway('edge/g', https('team/a.example', 'one')),
      gateway('edge/h', https('edge/a.example, b.example', 'two')),
      answer('edge/v', 'h', 202, 'b.example'),
    ],
    get('https://b.example/', AT),
    'direct 202',
  ],
  [
    'lose them for HTTPS redirects too',
    [
      gateway('edge/g', http('a.example', REDIRECT)),
      gateway('edge/h', http('a.example, b.example', REDIRECT)),
    ],
    get('http://b.example/', AT),
    'not-found 404',
  ],
  [
    'pass no name of a match on of which one is taken',
    [
      'ServiceEntry edge/e { hosts: [a.example, b.example], ports: [{ number: 443, name: tls, protocol: TLS }], resolution: DNS }',
      gateway('edge/g', https('"*.example"', 'one', 'PASSTHROUGH')),
      'VirtualService edge/v { hosts: [a.example, b.example], gateways: [g], tls: [{ match: [{ sniHosts: [a.example] }], route: [{ destination: { host: a.example } }] }, { match: [{ sniHosts: [a.example, b.example] }], route: [{ destination: { host: b.example } }] }] }',
    ],
    get('https://b.example/', AT),
    'closed',
  ],
]);
