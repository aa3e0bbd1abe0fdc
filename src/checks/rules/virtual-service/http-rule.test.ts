import { expect, it } from 'vitest';
import { check, resource } from '../../check.testkit.ts';
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
  ...problems.map((problem) => problem.replace(' ', ' http[0].')),
];

judged('destinations', 'VirtualService', [
  rule('anywhere', 'route: [{ destination: { host: "*" } }]', 'MW0321 route[0].destination.host'),
  rule('an address', 'route: [{ destination: { host: 10.1.2.3 } }]', 'MW0320 route[0].destination.host'),
  rule('a wildcard', 'route: [{ destination: { host: "*.example" } }]'),
  rule(
    'a port without a number',
    'route: [{ destination: { host: web, port: {} } }]',
    'MW0331 route[0].destination.port',
  ),
  rule(
    'a subset that cannot be',
    'route: [{ destination: { host: web, subset: v_1 } }]',
    'MW0328 route[0].destination.subset',
  ),
  rule('no weights', 'route: [{ destination: { host: a } }, { destination: { host: b } }]', 'MW0440 route'),
  rule('one weight', 'route: [{ destination: { host: a }, weight: 1 }, { destination: { host: b } }]'),
  rule(
    'mirrors in two ways',
    `${route}\nmirror: { host: a }\nmirrors: [{ destination: { host: b } }]`,
    'MW0425 mirror',
  ),
  rule('mirrors in one way', `${route}\nmirrors: [{ destination: { host: b } }]`),
  rule('an old share of copies', `${route}\nmirror: { host: a }\nmirrorPercent: 10`, 'MW0303 mirrorPercent'),
]);

judged('rewrites and headers', 'VirtualService', [
  rule('nothing rewritten', `${route}\nrewrite: {}`, 'MW0431 rewrite'),
  rule(
    'the path in two ways',
    `${route}\nrewrite: { uri: /a, uriRegexRewrite: { match: a, rewrite: b } }`,
    'MW0432 rewrite.uriRegexRewrite',
  ),
  rule(
    'half a rewrite',
    `${route}\nrewrite: { uriRegexRewrite: { match: a } }`,
    'MW0433 rewrite.uriRegexRewrite',
  ),
  rule('a whole one', `${route}\nrewrite: { uriRegexRewrite: { match: a, rewrite: b } }`),
  rule(
    'the host changed twice',
    `${route}\nrewrite: { authority: a.example }\nheaders: { request: { set: { Host: b.example } } }`,
    'MW0417 headers.request.set.Host',
  ),
  rule(
    'a part of the request set',
    `${route}\nheaders: { request: { set: { ":path": /a } } }`,
    'MW0415 headers.request.set[":path"]',
  ),
  rule('the host set', `${route}\nheaders: { request: { set: { ":authority": a.example } } }`),
  rule(
    'the host removed',
    `${route}\nheaders: { request: { remove: [host] } }`,
    'MW0415 headers.request.remove[0]',
  ),
  rule(
    'a percent sign',
    `${route}\nheaders: { response: { set: { x-load: "100%" } } }`,
    'MW0416 headers.response.set.x-load',
  ),
  rule('a variable', `${route}\nheaders: { response: { set: { x-path: "%REQ(:path)%" } } }`),
]);

judged('faults', 'VirtualService', [
  rule('nothing', `${route}\nfault: {}`, 'MW0420 fault'),
  rule(
    'a share too small',
    `${route}\nfault: { abort: { httpStatus: 503, percentage: { value: 0.00001 } } }`,
    'MW0421 fault.abort.percentage.value',
  ),
  rule('nobody', `${route}\nfault: { abort: { httpStatus: 503, percentage: { value: 0 } } }`),
  rule(
    'something never made',
    `${route}\nfault: { abort: { http2Error: x } }`,
    'MW0422 fault.abort.http2Error',
    'MW0218 fault.abort.http2Error',
  ),
  rule(
    'an abort without a status',
    `${route}\nfault: { abort: { percentage: { value: 1 } } }`,
    'MW0423 fault.abort',
  ),
  rule(
    'a gRPC status in small letters',
    `${route}\nfault: { abort: { grpcStatus: unavailable } }`,
    'MW0424 fault.abort.grpcStatus',
  ),
  rule('a gRPC status', `${route}\nfault: { abort: { grpcStatus: UNAVAILABLE } }`),
]);

judged('retries', 'VirtualService', [
  rule('settings without attempts', `${route}\nretries: { perTryTimeout: 1s }`, 'MW0434 retries'),
  rule('settings of none', `${route}\nretries: { attempts: 0, retryOn: 5xx }`, 'MW0434 retries.attempts'),
  rule('none', `${route}\nretries: { attempts: 0 }`),
  rule('spaces', `${route}\nretries: { attempts: 2, retryOn: "5xx, reset" }`, 'MW0435 retries.retryOn'),
  rule('a comma at the end', `${route}\nretries: { attempts: 2, retryOn: "5xx," }`, 'MW0435 retries.retryOn'),
  rule('a status', `${route}\nretries: { attempts: 2, retryOn: "reset,503" }`),
  rule(
    'a status that nobody has registered',
    `${route}\nretries: { attempts: 2, retryOn: "299" }`,
    'MW0435 retries.retryOn',
  ),
]);

judged('CORS', 'VirtualService', [
  rule(
    'an empty origin',
    `${route}\ncorsPolicy: { allowOrigins: [{ exact: "" }] }`,
    'MW0436 corsPolicy.allowOrigins[0].exact',
  ),
  rule('no origin', `${route}\ncorsPolicy: { allowOrigins: [{}] }`, 'MW0436 corsPolicy.allowOrigins[0]'),
  rule(
    'a method in small letters',
    `${route}\ncorsPolicy: { allowMethods: [get] }`,
    'MW0437 corsPolicy.allowMethods[0]',
  ),
  rule('all methods', `${route}\ncorsPolicy: { allowMethods: ["*"] }`),
  rule(
    'a header with a colon',
    `${route}\ncorsPolicy: { allowHeaders: ["x-a:"] }`,
    'MW0438 corsPolicy.allowHeaders[0]',
  ),
  rule('an age in milliseconds', `${route}\ncorsPolicy: { maxAge: 1500ms }`, 'MW0439 corsPolicy.maxAge'),
  rule('an age', `${route}\ncorsPolicy: { maxAge: 24h }`),
]);

const tls = (hosts: string): string =>
  `hosts: ["*.shop.example"]\ntls: [{ match: [{ sniHosts: ${hosts} }], ${route} }]`;

judged('names of TLS', 'VirtualService', [
  ['one outside', tls('[pay.example]'), 'MW0442 tls[0].match[0].sniHosts[0]'],
  ['one inside', tls('[pay.shop.example]')],
  ['an address', tls('[pay.shop.example, 10.1.2.3]'), 'MW0441 tls[0].match[0].sniHosts[1]'],
]);

const rules = (...lines: string[]): string =>
  `hosts: [shop.example]\nhttp:\n${lines.map((line) => `  - { ${line}, ${route} }`).join('\n')}`;

judged('rules in their order', 'VirtualService', [
  ['two that take all', `hosts: [shop.example]\nhttp: [{ ${route} }, { ${route} }]`, 'MW0450 http[1]'],
  [
    'one after the catch-all',
    `hosts: [shop.example]\nhttp:\n  - { ${route} }\n  - { match: [{ uri: { exact: /a } }], ${route} }`,
    'MW0450 http[1]',
  ],
  [
    'the catch-all at the end',
    `hosts: [shop.example]\nhttp:\n  - { match: [{ uri: { exact: /a } }], ${route} }\n  - { ${route} }`,
  ],
  [
    'after a delegate, which may not take all, though istiod warns',
    `hosts: [shop.example]\nhttp: [{ delegate: { name: b } }, { ${route} }]`,
    'MW0450 http[1]',
  ],
  [
    'a delegate after the catch-all',
    `hosts: [shop.example]\nhttp: [{ ${route} }, { delegate: { name: b } }]`,
    'MW0450 http[1]',
  ],
  [
    'a match like that of a delegate',
    `hosts: [shop.example]\nhttp:\n  - { match: [{ uri: { exact: /a } }], delegate: { name: b } }\n  - { match: [{ uri: { exact: /a } }], ${route} }`,
    'MW0450 http[1]',
  ],
  [
    'the same twice',
    rules('match: [{ uri: { exact: /a } }]', 'match: [{ uri: { exact: /a } }]'),
    'MW0450 http[1]',
  ],
  [
    'one of two the same',
    rules(
      'match: [{ uri: { exact: /a } }]',
      'match: [{ uri: { exact: /b } }, { name: x, uri: { exact: /a } }]',
    ),
    'MW0451 http[1].match[1]',
  ],
  [
    'a longer prefix',
    rules('match: [{ uri: { prefix: /a } }]', 'match: [{ uri: { prefix: /ab } }, { uri: { exact: /c } }]'),
    'MW0451 http[1].match[0]',
  ],
  [
    'a longer prefix of others',
    rules(
      'match: [{ uri: { prefix: /a }, headers: { x-lane: { exact: amber } } }]',
      'match: [{ uri: { prefix: /ab } }]',
    ),
  ],
  [
    'a longer prefix of callers elsewhere',
    rules('match: [{ uri: { prefix: /a }, gateways: [front] }]', 'match: [{ uri: { prefix: /ab } }]'),
  ],
]);

it.each([
  ['the very same match', '{ uri: { exact: /a } }', ['IST0130', 'IST0131']],
  ['a match by a shorter prefix', '{ uri: { prefix: /ab } }', ['IST0131']],
])('goes by the codes of istioctl where a rule is behind %s', (_, match, aliases) => {
  const spec = rules(`match: [{ uri: { exact: /a } }, { uri: { prefix: /a } }]`, `match: [${match}]`);
  const found = check(resource('VirtualService', spec)).filter(({ code }) => code === 'MW0450');
  expect(found).toMatchObject([{ aliases }]);
});

it.each([
  ['that hands on', '{ delegate: { name: b } }', 'info'],
  ['that takes all', `{ ${route} }`, 'warning'],
])('tells of a rule behind one %s as istiod warns, by what comes of it', (_, first, severity) => {
  const text = resource('VirtualService', `hosts: [shop.example]\nhttp: [${first}, { ${route} }]`);
  const found = check(text).filter(({ code }) => code === 'MW0450');
  expect(found).toMatchObject([{ severity, aliases: ['IST0130'], path: 'spec.http[1]' }]);
});
