import { judged, type Case } from '../../rules.testkit.ts';

const http = 'port: { number: 80, name: http, protocol: HTTP }';
const https = 'port: { number: 443, name: https, protocol: HTTPS }';
const server = (name: string, lines: string, ...problems: string[]): Case => [
  name,
  `servers:\n  - ${lines.split('\n').join('\n    ')}`,
  ...problems.map((problem) =>
    problem.includes(' ') ? problem.replace(' ', ' servers[0].') : `${problem} servers[0]`,
  ),
];
const hosts = (name: string, host: string, ...codes: string[]): Case =>
  server(name, `${http}\nhosts: [${host}]`, ...codes.map((code) => `${code} hosts[0]`));
const tls = (name: string, settings: string, ...problems: string[]): Case =>
  server(
    name,
    `${https}\nhosts: ["*"]\ntls: ${settings}`,
    ...problems.map((problem) => (problem.includes(' ') ? problem.replace(' ', ' tls.') : `${problem} tls`)),
  );

judged('servers', 'Gateway', [
  ['none', 'servers: []', 'MW0701 servers'],
  server('no hosts', `${http}\nhosts: []`, 'MW0702 hosts'),
  server(
    'a port of 0',
    'port: { number: 0, name: http, protocol: HTTP }\nhosts: ["*"]',
    'MW0703 port.number',
  ),
  server(
    'a port without a name',
    'port: { number: 80, name: "", protocol: HTTP }\nhosts: ["*"]',
    'MW0704 port.name',
  ),
  server(
    'a protocol that is none',
    'port: { number: 80, name: http, protocol: "" }\nhosts: ["*"]',
    'MW0325 port.protocol',
  ),
  server(
    'a target port',
    'port: { number: 80, name: http, protocol: HTTP, targetPort: 8080 }\nhosts: ["*"]',
    'MW0326 port.targetPort',
    'MW0218 port.targetPort',
  ),
  [
    'two ports of one name',
    `servers:\n  - { ${http}, hosts: [a.example] }\n  - { ${http}, hosts: [b.example] }`,
    'MW0705 servers[1].port.name',
  ],
  server('at something that is no address', `${http}\nhosts: ["*"]\nbind: everywhere`, 'MW0706 bind'),
  server('at an address', `${http}\nhosts: ["*"]\nbind: "::"`),
  server('at a socket with a number', `${http}\nhosts: ["*"]\nbind: unix:///run/a`, 'MW0707 port.number'),
  server('at a socket', 'port: { number: 0, name: http, protocol: HTTP }\nhosts: ["*"]\nbind: unix:///run/a'),
]);

judged('hosts', 'Gateway', [
  hosts('all', '"*"'),
  hosts('of a namespace', 'team-a/shop.example'),
  hosts('of a namespace that cannot be', 'team_a/shop.example', 'MW0708'),
  hosts('of no namespace', '/shop.example', 'MW0708'),
  hosts('short', 'shop', 'MW0709'),
  hosts('with a port', '"shop.example:80"', 'MW0320'),
  hosts('a part of a label', '"*shop.example"', 'MW0322'),
  hosts('an address', '10.1.2.3'),
]);

judged('TLS of servers', 'Gateway', [
  server('none where it is needed', `${https}\nhosts: ["*"]`, 'MW0710'),
  server('on plain HTTP', `${http}\nhosts: ["*"]\ntls: { mode: SIMPLE, credentialName: a }`, 'MW0711 tls'),
  server('a redirect on plain HTTP', `${http}\nhosts: ["*"]\ntls: { httpsRedirect: true }`),
  server(
    'on plain TCP',
    'port: { number: 90, name: db, protocol: TCP }\nhosts: ["*"]\ntls: { mode: PASSTHROUGH }',
    'MW0711 tls',
  ),
  tls(
    'a redirect on HTTPS',
    '{ mode: SIMPLE, credentialName: a, httpsRedirect: true }',
    'MW0712 httpsRedirect',
  ),
  tls('a Secret', '{ mode: SIMPLE, credentialName: a }'),
  tls("a Secret beside Istio's own", '{ mode: ISTIO_MUTUAL, credentialName: a }', 'MW0713 credentialName'),
  tls('a Secret for bytes unopened', '{ mode: PASSTHROUGH, credentialName: a }', 'MW0714 credentialName'),
  tls(
    'a Secret and files',
    '{ mode: SIMPLE, credentialName: a, serverCertificate: /b, privateKey: /c }',
    'MW0715 credentialName',
  ),
  tls('no authority', '{ mode: MUTUAL, serverCertificate: /b, privateKey: /c }', 'MW0716'),
  tls('an authority', '{ mode: MUTUAL, serverCertificate: /b, privateKey: /c, caCertificates: /d }'),
  tls('no certificate', '{ mode: SIMPLE }', 'MW0717'),
  tls('half a pair', '{ mode: SIMPLE, tlsCertificates: [{ privateKey: /c }] }', 'MW0717 tlsCertificates[0]'),
  tls(
    'a revocation list for nobody',
    '{ mode: SIMPLE, serverCertificate: /b, privateKey: /c, caCrl: /d }',
    'MW0718 caCrl',
  ),
  tls(
    'an old version',
    '{ mode: SIMPLE, credentialName: a, minProtocolVersion: TLSV1_0 }',
    'MW0719 minProtocolVersion',
  ),
  tls(
    'an old version with its cipher',
    '{ mode: SIMPLE, credentialName: a, minProtocolVersion: TLSV1_0, cipherSuites: [AES128-SHA] }',
  ),
  tls(
    'an unknown cipher',
    '{ mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHAA] }',
    'MW0720 cipherSuites[0]',
  ),
  tls(
    'a cipher twice',
    '{ mode: SIMPLE, credentialName: a, cipherSuites: [AES128-SHA, AES128-SHA] }',
    'MW0720 cipherSuites[1]',
  ),
  tls('an expression', '{ mode: SIMPLE, credentialName: a, cipherSuites: [ALL, "!RC4"] }'),
]);
