import { judged, type Case } from '../../rules.testkit.ts';

const mistakes = (title: string, kind: string, cases: readonly Case[]): void =>
  judged(title, kind, cases, ({ code }) => code.startsWith('MW11'));

const to = 'route: [{ destination: { host: web } }]';
const http = (...rules: string[]): string =>
  `hosts: [web.example]\nhttp: [${rules.map((rule) => `{ ${rule} }`).join(', ')}]`;
const asked = (...matches: string[]): string =>
  http(`match: [${matches.map((match) => `{ ${match} }`).join(', ')}], ${to}`);

mistakes('one dash or indent', 'VirtualService', [
  ['exact beside uri', asked('uri: null, exact: /a'), 'MW1101 http[0].match[0].exact'],
  ['exact under uri', asked('uri: { exact: /a }')],
  [
    'exact beside a header',
    asked('headers: { x-user: null, exact: ann }'),
    'MW1101 http[0].match[0].headers.exact',
  ],
  ['a header named exact', asked('headers: { x-user: { exact: ann }, exact: { exact: ann } }')],
  ['a path or a method', asked('uri: { prefix: /a }', 'method: { exact: GET }'), 'MW1102 http[0].match'],
  [
    'a path or a header or a parameter',
    asked('uri: { prefix: /a }', 'name: b, headers: { x: {} }', 'queryParams: { q: {} }'),
    'MW1102 http[0].match',
  ],
  ['two paths', asked('uri: { prefix: /a }', 'uri: { prefix: /b }')],
  ['a path and a method', asked('uri: { prefix: /a }, method: { exact: GET }')],
  [
    'a path and a method, or another path',
    asked('uri: { prefix: /a }, method: { exact: GET }', 'headers: { x: {} }'),
  ],
  ['a rule torn in two', http('match: [{ uri: { prefix: /a } }]', to), 'MW1103 http[1]'],
  [
    'a torn rule with more to it',
    http('match: [{ uri: { prefix: /a } }], timeout: 2s', `timeout: 1s, ${to}`),
    'MW1103 http[1]',
  ],
  [
    'a rule that leads nowhere before one that asks',
    http('match: [{ uri: { prefix: /a } }]', `match: [{ uri: { prefix: /b } }], ${to}`),
  ],
  ['a default', http(`match: [{ uri: { prefix: /a } }], ${to}`, to)],
]);

mistakes('what a match asks', 'VirtualService', [
  ['a header named uri', asked('headers: { uri: { prefix: /a } }'), 'MW1104 http[0].match[0].headers.uri'],
  [
    'a header named uri beside the path',
    asked('uri: { prefix: /a }, headers: { uri: { prefix: /a } }'),
    'MW1104 http[0].match[0].headers.uri',
  ],
  ['a part of the request line', asked('headers: { ":method": { exact: GET } }')],
  [
    'labels at a gateway',
    `gateways: [edge/front]\n${asked('gateways: [edge/front], sourceLabels: { app: a }')}`,
    'MW1105 http[0].match[0].sourceLabels',
  ],
  [
    'a namespace in the mesh alone',
    asked('gateways: [mesh], sourceNamespace: a'),
    'MW1105 http[0].match[0].sourceNamespace',
  ],
  ['labels everywhere', asked('sourceLabels: { app: a }')],
]);

mistakes('time for retries', 'VirtualService', [
  [
    'more than fit',
    http(`${to}, timeout: 5s, retries: { attempts: 3, perTryTimeout: 2s }`),
    'MW1110 http[0].retries.attempts',
  ],
  ['just as many as begin in time', http(`${to}, timeout: 5s, retries: { attempts: 2, perTryTimeout: 2s }`)],
  [
    'the last would begin at the end',
    http(`${to}, timeout: 4s, retries: { attempts: 2, perTryTimeout: 2s }`),
    'MW1110 http[0].retries.attempts',
  ],
  [
    'one try for all the time',
    http(`${to}, timeout: 2s, retries: { attempts: 1, perTryTimeout: 2000ms }`),
    'MW1111 http[0].retries.perTryTimeout',
  ],
  ['no limit of all', http(`${to}, retries: { attempts: 9, perTryTimeout: 2s }`)],
  ['no limit of one', http(`${to}, timeout: 2s, retries: { attempts: 9 }`)],
]);

mistakes('shares', 'VirtualService', [
  [
    'a mirror that is not there',
    http(`${to}, mirrorPercentage: { value: 10 }`),
    'MW1112 http[0].mirrorPercentage',
  ],
  ['the old share', http(`${to}, mirrorPercent: 10`), 'MW1112 http[0].mirrorPercent'],
  [
    'several mirrors with a share beside them',
    http(`${to}, mirrors: [{ destination: { host: b } }], mirrorPercentage: { value: 10 }`),
    'MW1112 http[0].mirrorPercentage',
  ],
  ['a mirror with its share', http(`${to}, mirror: { host: b }, mirrorPercentage: { value: 10 }`)],
  [
    'thirds',
    http('route: [{ destination: { host: a }, weight: 1 }, { destination: { host: b }, weight: 2 }]'),
    'MW1113 http[0].route',
  ],
  [
    'percentages',
    http('route: [{ destination: { host: a }, weight: 30 }, { destination: { host: b }, weight: 70 }]'),
  ],
  [
    'nothing for one',
    http('route: [{ destination: { host: a }, weight: 100 }, { destination: { host: b } }]'),
    'MW1114 http[0].route[1]',
  ],
  ['a single one', http('route: [{ destination: { host: a }, weight: 0 }]')],
  ['a delay of no share', http(`${to}, fault: { delay: { fixedDelay: 1s } }`), 'MW1115 http[0].fault.delay'],
  [
    'an abort of no share',
    http(`${to}, fault: { abort: { httpStatus: 500 } }`),
    'MW1115 http[0].fault.abort',
  ],
  [
    'faults of a share',
    http(
      `${to}, fault: { delay: { fixedDelay: 1s, percent: 5 }, abort: { httpStatus: 500, percentage: { value: 5 } } }`,
    ),
  ],
]);

const cors = 'corsPolicy: { allowOrigins: [{ exact: "https://a.example" }] }';

mistakes('browsers', 'VirtualService', [
  [
    'only GET',
    http(`match: [{ uri: { prefix: /a }, method: { exact: GET } }], ${cors}, ${to}`),
    'MW1116 http[0].corsPolicy',
  ],
  [
    'GET and PUT',
    http(`match: [{ method: { regex: "GET|PUT" } }, { method: { exact: POST } }], ${cors}, ${to}`),
    'MW1116 http[0].corsPolicy',
  ],
  ['OPTIONS among them', http(`match: [{ method: { regex: "GET|OPTIONS" } }], ${cors}, ${to}`)],
  [
    'any method of one of two',
    http(`match: [{ uri: { prefix: /b }, method: { exact: GET } }, { uri: { prefix: /a } }], ${cors}, ${to}`),
  ],
  ['no match', http(`${cors}, ${to}`)],
  [
    'a status that nobody redirects by',
    http('redirect: { uri: /, redirectCode: 304 }'),
    'MW1117 http[0].redirect.redirectCode',
  ],
  ['a status of redirects', http('redirect: { uri: /, redirectCode: 307 }')],
]);

const rewritten = (match: string, uri: string): string =>
  http(`match: [${match}], rewrite: { uri: ${uri} }, ${to}`);

mistakes('rewritten paths', 'VirtualService', [
  ['two slashes', rewritten('{ uri: { prefix: /api } }', '/'), 'MW1120 http[0].rewrite.uri'],
  [
    'two slashes, with more asked',
    rewritten('{ uri: { prefix: /api }, headers: { x: {} } }, { uri: { exact: /b } }', '/v1/'),
    'MW1120 http[0].rewrite.uri',
  ],
  ['no slash', rewritten('{ uri: { prefix: /api/ } }', '/v1'), 'MW1120 http[0].rewrite.uri'],
  ['slashes on both sides', rewritten('{ uri: { prefix: /api/ } }', '/')],
  ['the whole path', rewritten('{ uri: { exact: /api } }', '/')],
  ['neighbours', rewritten('{ uri: { prefix: /v2/data } }', '/data'), 'MW1121 http[0].match[0].uri.prefix'],
  [
    'neighbours of two',
    rewritten('{ uri: { prefix: /v2/data } }, { uri: { prefix: /v3/data } }', '/data'),
    'MW1121 http[0].match[0].uri.prefix',
  ],
  ['what changes nothing', rewritten('{ uri: { prefix: /data } }', '/data')],
  ['every path', rewritten('{ uri: { prefix: / } }', '/v1/')],
  ['no first slash', rewritten('{ uri: { exact: /a } }', 'b'), 'MW1122 http[0].rewrite.uri'],
]);

const policy = (rest: string): string => `host: web\ntrafficPolicy: { ${rest} }`;

mistakes('policies', 'DestinationRule', [
  [
    'certificates beside those of Istio',
    policy('tls: { mode: ISTIO_MUTUAL, clientCertificate: /a, privateKey: /b }'),
    'MW1130 trafficPolicy.tls.mode',
  ],
  ['only those of Istio', policy('tls: { mode: ISTIO_MUTUAL }')],
  [
    'certificates of its own',
    policy('tls: { mode: MUTUAL, clientCertificate: /a, privateKey: /b, caCertificates: /c }'),
  ],
  [
    'subsets alike',
    'host: web\nsubsets: [{ name: a, labels: { v: "1", w: "2" } }, { name: b, labels: { w: "2", v: "1" } }]',
    'MW1131 subsets[1].labels',
  ],
  [
    'subsets of another policy',
    'host: web\nsubsets: [{ name: a, labels: { v: "1" } }, { name: b, labels: { v: "1" }, trafficPolicy: { loadBalancer: { simple: RANDOM } } }]',
  ],
  [
    'a port without the pool',
    policy(
      'connectionPool: { tcp: { maxConnections: 1 } }, portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }]',
    ),
    'MW1132 trafficPolicy.portLevelSettings[0]',
  ],
  [
    'a port without TLS',
    policy(
      'tls: { mode: SIMPLE }, portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }]',
    ),
    'MW1132 trafficPolicy.portLevelSettings[0]',
  ],
  [
    'a port without a tunnel',
    policy(
      'tunnel: { targetHost: a.example, targetPort: 1 }, portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }]',
    ),
    'MW1132 trafficPolicy.portLevelSettings[0]',
  ],
  [
    'a port of a subset',
    'host: web\ntrafficPolicy: { tls: { mode: SIMPLE } }\nsubsets: [{ name: a, trafficPolicy: { portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: RANDOM } }] } }]',
    'MW1132 subsets[0].trafficPolicy.portLevelSettings[0]',
  ],
  [
    'a port that says it all',
    policy(
      'loadBalancer: { simple: RANDOM }, portLevelSettings: [{ port: { number: 80 }, loadBalancer: { simple: ROUND_ROBIN }, tls: { mode: SIMPLE } }]',
    ),
  ],
]);

const entry = (rest: string): string =>
  `hosts: [pay.example]\nports: [{ number: 443, name: tls, protocol: TLS }]\n${rest}`;

mistakes('endpoints of ServiceEntries', 'ServiceEntry', [
  ['nothing said', entry('location: MESH_EXTERNAL'), 'MW1140 hosts'],
  ['said', entry('resolution: NONE')],
  ['a star', entry('').replace('pay.', '"*.pay.').replace('example]', 'example"]')],
  ['an address', entry('addresses: [10.0.0.1]')],
  ['of the mesh', entry('location: MESH_INTERNAL')],
  ['none', entry('resolution: STATIC'), 'MW1141 resolution'],
  ['some', entry('resolution: STATIC\nendpoints: [{ address: 10.0.0.1 }]')],
  [
    'selected outside',
    entry('resolution: STATIC\nworkloadSelector: { labels: { app: pay } }'),
    'MW1142 workloadSelector',
  ],
  [
    'selected inside',
    entry('location: MESH_INTERNAL\nresolution: STATIC\nworkloadSelector: { labels: { app: pay } }'),
  ],
]);
