import { judged, type Case } from '../../rules.testkit.ts';

const route = 'route: [{ destination: { host: web } }]';
const rule = (name: string, lines: string, ...problems: string[]): Case => [
  name,
  `
  hosts: [shop.example]
  http:
    - name: first
${lines
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
  `,
  ...problems.map((problem) => problem.replace(' ', ' http[0].').replace(/\.$/, '')),
];

judged('rules', 'VirtualService', [
  ['none at all', 'hosts: [shop.example]', 'MW0401'],
  ['an empty list of them', 'hosts: [shop.example]\nhttp: []', 'MW0401 http'],
  rule('a route', route),
  rule('nothing to do', 'timeout: 5s', 'MW0402 '),
  rule('an empty route', 'route: []', 'MW0402 '),
  ['TCP without a route', 'hosts: [shop.example]\ntcp: [{ match: [{ port: 1 }] }]', 'MW0402 tcp[0]'],
  ['TLS without a match', `hosts: [shop.example]\ntls: [{ match: [], ${route} }]`, 'MW0403 tls[0].match'],
  [
    'TLS without names',
    `hosts: [shop.example]\ntls: [{ match: [{ sniHosts: [] }], ${route} }]`,
    'MW0403 tls[0].match[0].sniHosts',
  ],
]);

judged('hosts', 'VirtualService', [
  ['a name with a port', `hosts: ["shop.example:80"]\nhttp: [{ ${route} }]`, 'MW0320 hosts[0]'],
  ['a URL', `hosts: ["https://shop.example/a"]\nhttp: [{ ${route} }]`, 'MW0320 hosts[0]'],
  ['an underscore', `hosts: [my_shop.example]\nhttp: [{ ${route} }]`, 'MW0320 hosts[0]'],
  ['addresses', `hosts: [10.1.2.3, "2001:db8::1"]\nhttp: [{ ${route} }]`],
  ['something like an address', `hosts: [10.1.2]\nhttp: [{ ${route} }]`, 'MW0320 hosts[0]'],
  ['everything in the mesh', `hosts: ["*"]\nhttp: [{ ${route} }]`, 'MW0407 hosts[0]'],
  ['everything at a gateway', `hosts: ["*"]\ngateways: [edge/front]\nhttp: [{ ${route} }]`],
  [
    'everything at a gateway and in the mesh',
    `hosts: ["*"]\ngateways: [edge/front, mesh]\nhttp: [{ ${route} }]`,
    'MW0407 hosts[0]',
  ],
  ['overlaps', `hosts: ["*.example", shop.example]\nhttp: [{ ${route} }]`, 'MW0408 hosts[1]'],
  [
    'a wildcard beside what it does not cover',
    `hosts: ["*.shop.example", shop.example]\nhttp: [{ ${route} }]`,
  ],
  [
    'a name between clusters',
    `hosts: [outbound_.80_._.web.shop.svc.cluster.local]\ngateways: [east]\ntls: [{ match: [{ sniHosts: [outbound_.80_._.web.shop.svc.cluster.local] }], ${route} }]`,
  ],
]);

judged('delegates', 'VirtualService', [
  ['a plain one', `http: [{ ${route} }]`],
  ['one with gateways', `gateways: [front]\nhttp: [{ ${route} }]`, 'MW0404 gateways'],
  ['one that delegates', 'http: [{ delegate: { name: b } }]', 'MW0405 http[0].delegate'],
  rule('a rule that delegates', 'delegate: { name: b }'),
  rule('a rule that delegates and routes', `delegate: { name: b }\n${route}`, 'MW0406 route'),
  rule(
    'a rule that delegates and redirects',
    'delegate: { name: b }\nredirect: { uri: /x }',
    'MW0406 redirect',
  ),
]);

judged('answers', 'VirtualService', [
  rule('a redirect and a route', `redirect: { uri: /a }\n${route}`, 'MW0409 route'),
  rule(
    'a direct response and a fault',
    'directResponse: { status: 200 }\nfault: { delay: { fixedDelay: 1s } }',
    'MW0409 fault',
  ),
  rule(
    'a direct response and a header',
    'directResponse: { status: 200 }\nheaders: { response: { set: { a: b } } }',
  ),
  rule('a redirect to nowhere', 'redirect: {}', 'MW0426 redirect'),
  rule('a redirect with a code only', 'redirect: { redirectCode: 302 }', 'MW0426 redirect'),
  rule('a redirect to a port', 'redirect: { port: 8080 }'),
  rule('two paths', 'redirect: { uri: /a, prefixRewrite: /b }', 'MW0427 redirect.prefixRewrite'),
  rule(
    'a prefix that was not matched',
    'match: [{ uri: { exact: /old } }]\nredirect: { prefixRewrite: /b }',
    'MW0428 redirect.prefixRewrite',
  ),
  rule('a prefix that was', 'match: [{ uri: { prefix: /old } }]\nredirect: { prefixRewrite: /b }'),
  rule('a status of success', 'redirect: { uri: /a, redirectCode: 200 }', 'MW0429 redirect.redirectCode'),
  rule('an unknown scheme', 'redirect: { uri: /a, scheme: HTTPS }', 'MW0430 redirect.scheme'),
  rule(
    'a large answer',
    `directResponse: { status: 200, body: { string: ${'x'.repeat(102_401)} } }`,
    'MW0419 directResponse.body.string',
  ),
  rule(
    'bytes that are text',
    'directResponse: { status: 200, body: { bytes: "Back soon." } }',
    'MW0443 directResponse.body.bytes',
  ),
  rule(
    'bytes cut short',
    'directResponse: { status: 200, body: { bytes: QUJDR } }',
    'MW0443 directResponse.body.bytes',
  ),
  rule('bytes in base64', 'directResponse: { status: 200, body: { bytes: QmFjayBzb29uLg== } }'),
  rule('bytes without padding', 'directResponse: { status: 200, body: { bytes: QmFjayBzb29uLg } }'),
  rule('bytes for URLs', 'directResponse: { status: 200, body: { bytes: _-8= } }'),
  rule('a fair answer', `directResponse: { status: 200, body: { string: ${'x'.repeat(102_400)} } }`),
]);

judged('matches', 'VirtualService', [
  rule('an empty prefix of the path', `match: [{ uri: { prefix: "" } }]\n${route}`),
  rule(
    'an empty prefix of the method',
    `match: [{ method: { prefix: "" } }]\n${route}`,
    'MW0410 match[0].method.prefix',
  ),
  rule(
    'a header with a space',
    `match: [{ headers: { "x user": { exact: a } } }]\n${route}`,
    'MW0411 match[0].headers["x user"]',
  ),
  rule('parts of the request', `match: [{ headers: { ":method": { exact: GET } } }]\n${route}`),
  rule(
    'a header without a value',
    `match: [{ headers: { x-user: } }]\n${route}`,
    'MW0412 match[0].headers.x-user',
    'MW0215 match[0].headers.x-user',
  ),
  rule('a header that is there', `match: [{ headers: { x-user: {} } }]\n${route}`),
  rule(
    'a claim in the mesh',
    `match: [{ headers: { "@request.auth.claims.group": { exact: a } } }]\n${route}`,
    'MW0413 match[0].headers["@request.auth.claims.group"]',
  ),
  rule(
    'a namespace that cannot be',
    `match: [{ sourceNamespace: a.b }]\n${route}`,
    'MW0414 match[0].sourceNamespace',
  ),
  rule(
    'labels that cannot be',
    `match: [{ sourceLabels: { "a b": c, d: "e f" } }]\n${route}`,
    'MW0316 match[0].sourceLabels["a b"]',
    'MW0317 match[0].sourceLabels.d',
  ),
  rule('look-ahead', `match: [{ uri: { regex: "/a(?=b)" } }]\n${route}`, 'MW0330 match[0].uri.regex'),
  rule('a pattern of files', `match: [{ uri: { regex: "*.css" } }]\n${route}`, 'MW0330 match[0].uri.regex'),
  rule('an empty pattern', `match: [{ uri: { regex: "" } }]\n${route}`, 'MW0329 match[0].uri.regex'),
  rule('a flag of RE2', `match: [{ uri: { regex: "(?i)/a.*" } }]\n${route}`),
  rule('any header absent', `match: [{ withoutHeaders: { x-user: { regex: "*" } } }]\n${route}`),
  rule('a range that is none', `match: [{ port: 80 }]\n${route}`),
  [
    'a subnet that is none',
    `hosts: [shop.example]\ntcp: [{ match: [{ destinationSubnets: [10.1.*] }], ${route} }]`,
    'MW0327 tcp[0].match[0].destinationSubnets[0]',
  ],
]);

judged('a claim at a gateway', 'VirtualService', [
  [
    'passes',
    `hosts: [shop.example]\ngateways: [edge/front]\nhttp: [{ match: [{ headers: { "@request.auth.claims[group]": { exact: a } } }], ${route} }]`,
  ],
  [
    'does not with the mesh beside it',
    `hosts: [shop.example]\ngateways: [edge/front, mesh]\nhttp: [{ match: [{ headers: { "@request.auth.claims[group]": { exact: a } } }], ${route} }]`,
    'MW0413 http[0].match[0].headers["@request.auth.claims[group]"]',
  ],
]);

judged('gateways', 'VirtualService', [
  [
    'a name with a space',
    `hosts: [shop.example]\ngateways: ["my gate"]\nhttp: [{ ${route} }]`,
    'MW0318 gateways[0]',
  ],
  ['half a name', `hosts: [shop.example]\ngateways: [edge/]\nhttp: [{ ${route} }]`, 'MW0318 gateways[0]'],
  [
    'an old name',
    `hosts: [shop.example]\ngateways: [front.edge]\nhttp: [{ ${route} }]`,
    'MW0319 gateways[0]',
  ],
  ['what istiod no longer reads', `hosts: [shop.example]\ngateways: [mesh, "my gate"]\nhttp: [{ ${route} }]`],
]);

judged('exportTo', 'VirtualService', [
  ['one namespace', `hosts: [shop.example]\nexportTo: [team-a]\nhttp: [{ ${route} }]`],
  ['nobody', `hosts: [shop.example]\nexportTo: ["~"]\nhttp: [{ ${route} }]`, 'MW0310 exportTo[0]'],
  [
    'this one twice',
    `hosts: [shop.example]\nexportTo: [".", shop]\nhttp: [{ ${route} }]`,
    'MW0311 exportTo[1]',
  ],
  [
    'all and some',
    `hosts: [shop.example]\nexportTo: ["*", team-a]\nhttp: [{ ${route} }]`,
    'MW0312 exportTo[0]',
  ],
]);
