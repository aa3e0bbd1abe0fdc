import { judged, type Case } from '../../rules.testkit.ts';

const ingress = (name: string, lines: string, ...problems: string[]): Case => [
  name,
  `ingress:\n  - port: { number: 9080, name: http, protocol: HTTP }\n    ${lines.split('\n').join('\n    ')}`,
  ...problems.map((problem) => problem.replace(' ', ' ingress[0].')),
];
const egress = (name: string, lines: string, ...problems: string[]): Case => [
  name,
  `egress:\n${lines}`,
  ...problems,
];
const hosts = (name: string, list: string, ...problems: string[]): Case =>
  egress(name, `  - hosts: ${list}`, ...problems.map((problem) => problem.replace(' ', ' egress[0].')));

judged('ingress', 'Sidecar', [
  ['nothing at all', '{}', 'MW0801'],
  ingress('an application here', 'defaultEndpoint: 127.0.0.1:8080'),
  ingress('an application elsewhere', 'defaultEndpoint: 10.1.2.3:8080', 'MW0802 defaultEndpoint'),
  ingress('an application without a port', 'defaultEndpoint: 127.0.0.1', 'MW0802 defaultEndpoint'),
  ingress('an application at IPv6', 'defaultEndpoint: "[::1]:8080"'),
  ingress('a socket that cannot be', 'defaultEndpoint: unix://a', 'MW0706 defaultEndpoint'),
  ingress('at a socket', 'bind: unix:///run/a', 'MW0706 bind'),
  [
    'one port twice',
    'ingress:\n  - { port: { number: 80, protocol: HTTP } }\n  - { port: { number: 80, protocol: HTTP } }',
    'MW0602 ingress[1].port.number',
  ],
  ingress(
    'a Secret',
    'tls: { mode: SIMPLE, credentialName: a }',
    'MW0803 tls.credentialName',
    'MW0805 port.protocol',
  ),
  ingress('a mode of Gateways', 'tls: { mode: AUTO_PASSTHROUGH }', 'MW0804 tls.mode', 'MW0805 port.protocol'),
  [
    'TLS',
    'ingress:\n  - port: { number: 443, protocol: HTTPS }\n    tls: { mode: SIMPLE, serverCertificate: /a, privateKey: /b }',
  ],
  [
    'limits for HTTP on TCP',
    'ingress:\n  - port: { number: 90, protocol: TCP }\n    connectionPool: { http: { maxRetries: 1 } }',
    'MW0806 ingress[0].connectionPool.http',
  ],
  ['no limits', 'inboundConnectionPool: {}', 'MW0506 inboundConnectionPool'],
]);

judged('egress', 'Sidecar', [
  egress(
    'the rest first',
    '  - hosts: ["./*"]\n  - port: { number: 80, protocol: HTTP }\n    hosts: ["./*"]',
    'MW0807 egress[0]',
  ),
  egress('the rest last', '  - port: { number: 80, protocol: HTTP }\n    hosts: ["./*"]\n  - hosts: ["./*"]'),
  egress('the rest twice', '  - hosts: ["./*"]\n  - hosts: ["./*"]', 'MW0807 egress[0]'),
  egress(
    'no number and no socket',
    '  - port: { number: 0, protocol: HTTP }\n    hosts: ["./*"]',
    'MW0808 egress[0].port',
  ),
  egress('a socket', '  - port: { number: 0, protocol: HTTP }\n    bind: unix:///run/a\n    hosts: ["./*"]'),
  egress(
    'redirection to a socket',
    '  - port: { number: 0, protocol: HTTP }\n    bind: unix:///run/a\n    captureMode: IPTABLES\n    hosts: ["./*"]',
    'MW0809 egress[0].captureMode',
  ),
  egress(
    'one socket twice',
    '  - port: { protocol: HTTP }\n    bind: unix:///run/a\n    hosts: ["./*"]\n  - port: { protocol: HTTP }\n    bind: unix:///run/a\n    hosts: ["./*"]',
    'MW0810 egress[1].bind',
  ),
  hosts('nothing', '[]', 'MW0811 hosts'),
  hosts('no namespace', '[web.example]', 'MW0812 hosts[0]'),
  hosts('a short name', '["./web"]', 'MW0709 hosts[0]'),
  hosts('an address', '["*/10.1.2.3"]', 'MW0320 hosts[0]'),
  hosts('all but a namespace', '["~team-a/*", "*/*"]'),
  hosts('covered already', '["./*", shop/web.example]', 'MW0813 hosts[1]'),
  hosts('everything and more', '["*/*", "team-a/*"]', 'MW0814 hosts[0]'),
  hosts('two namespaces', '["./*", "istio-system/*"]'),
]);

judged('outbound traffic', 'Sidecar', [
  [
    'a proxy for what may not go out',
    'outboundTrafficPolicy: { egressProxy: { host: a.example, port: { number: 80 } } }',
    'MW0815 outboundTrafficPolicy.egressProxy',
  ],
  [
    'a proxy without a port',
    'outboundTrafficPolicy: { mode: ALLOW_ANY, egressProxy: { host: a.example } }',
    'MW0816 outboundTrafficPolicy.egressProxy',
  ],
  ['no proxy', 'outboundTrafficPolicy: { mode: ALLOW_ANY }'],
]);
