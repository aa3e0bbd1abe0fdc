import { check, resource } from '../../check.testkit.ts';
import { judged, type Case } from '../../rules.testkit.ts';
import { expect, it } from 'vitest';

const policy = (name: string, lines: string, ...problems: string[]): Case => [
  name,
  `host: web.example\ntrafficPolicy:\n${lines
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n')}`,
  ...problems.map((problem) =>
    problem.includes(' ') ? problem.replace(' ', ' trafficPolicy.') : `${problem} trafficPolicy`,
  ),
];

it('needs a host', () => {
  const text = resource('DestinationRule', 'host: a').replace(/spec:[^]*$/, '');
  expect(check(text)).toMatchObject([{ code: 'MW0501', severity: 'error' }]);
});

judged('hosts and subsets', 'DestinationRule', [
  ['everything', 'host: "*"'],
  ['a URL', 'host: "http://web.example"', 'MW0320 host'],
  ['an address', 'host: 10.1.2.3', 'MW0320 host'],
  [
    'two subsets of one name',
    'host: web\nsubsets: [{ name: v1 }, { name: v1, labels: { a: b } }]',
    'MW0521 subsets[1].name',
  ],
  ['a subset without a name', 'host: web\nsubsets: [{ name: "" }]', 'MW0328 subsets[0].name'],
  [
    'a label that cannot be',
    'host: web\nsubsets: [{ name: v1, labels: { version: "v 1" } }]',
    'MW0317 subsets[0].labels.version',
  ],
  [
    'a selector, and shown to others',
    'host: web\nworkloadSelector: { matchLabels: { app: a } }\nexportTo: ["*"]',
    'MW0313 exportTo',
  ],
  ['a selector, and shown here', 'host: web\nworkloadSelector: { matchLabels: { app: a } }\nexportTo: ["."]'],
  ['a selector without labels', 'host: web\nworkloadSelector: {}', 'MW0314 workloadSelector'],
]);

judged('policies', 'DestinationRule', [
  ['an empty one', 'host: web\ntrafficPolicy: {}', 'MW0502 trafficPolicy'],
  [
    'an empty one of a subset',
    'host: web\nsubsets: [{ name: v1, trafficPolicy: {} }]',
    'MW0502 subsets[0].trafficPolicy',
  ],
  policy('a budget alone', 'retryBudget: { percent: 10 }'),
  policy(
    'a tunnel and the PROXY protocol',
    'tunnel: { targetHost: a.example, targetPort: 443 }\nproxyProtocol: { version: V1 }',
    'MW0503 proxyProtocol',
  ),
  policy(
    'a tunnel by GET',
    'tunnel: { targetHost: a.example, targetPort: 443, protocol: GET }',
    'MW0520 tunnel.protocol',
  ),
  policy('a tunnel to an address', 'tunnel: { targetHost: 10.1.2.3, targetPort: 443 }'),
  policy(
    'a tunnel to a wildcard',
    'tunnel: { targetHost: "*.example", targetPort: 443 }',
    'MW0320 tunnel.targetHost',
  ),
  policy(
    'a port without a number',
    'portLevelSettings: [{ tls: { mode: DISABLE } }]',
    'MW0504 portLevelSettings[0]',
  ),
  policy(
    'a port without settings',
    'portLevelSettings: [{ port: { number: 80 } }]',
    'MW0502 portLevelSettings[0]',
  ),
]);

judged('outlier detection and pools', 'DestinationRule', [
  policy(
    'local failures that are not counted',
    'outlierDetection: { consecutiveLocalOriginFailures: 3 }',
    'MW0505 outlierDetection.consecutiveLocalOriginFailures',
  ),
  policy(
    'local failures that are',
    'outlierDetection: { consecutiveLocalOriginFailures: 3, splitExternalLocalOriginErrors: true }',
  ),
  policy(
    'an old limit',
    'outlierDetection: { consecutiveErrors: 3 }',
    'MW0303 outlierDetection.consecutiveErrors',
  ),
  policy('an empty pool', 'connectionPool: {}', 'MW0506 connectionPool'),
  policy(
    'both ways to HTTP/2',
    'connectionPool: { http: { h2UpgradePolicy: UPGRADE, useClientProtocol: true } }',
    'MW0507 connectionPool.http.useClientProtocol',
  ),
  policy(
    'half a ping',
    'connectionPool: { http: { http2KeepAlive: { interval: 5s } } }',
    'MW0508 connectionPool.http.http2KeepAlive',
  ),
  policy(
    'idle for less than nothing',
    'connectionPool: { tcp: { idleTimeout: -5s } }',
    'MW0214 connectionPool.tcp.idleTimeout',
  ),
  policy('idle for ever', 'connectionPool: { tcp: { idleTimeout: 0s } }'),
]);

judged('hashing', 'DestinationRule', [
  policy(
    'a cookie without a name',
    'loadBalancer: { consistentHash: { httpCookie: { name: "" } } }',
    'MW0509 loadBalancer.consistentHash.httpCookie.name',
  ),
  policy(
    'an attribute twice',
    'loadBalancer: { consistentHash: { httpCookie: { name: a, attributes: [{ name: b }, { name: b }] } } }',
    'MW0509 loadBalancer.consistentHash.httpCookie.attributes[1].name',
  ),
  policy(
    'an old size',
    'loadBalancer: { consistentHash: { useSourceIp: true, minimumRingSize: 64 } }',
    'MW0303 loadBalancer.consistentHash.minimumRingSize',
  ),
  policy(
    'an old size beside a table',
    'loadBalancer: { consistentHash: { useSourceIp: true, minimumRingSize: 64, ringHash: {} } }',
    'MW0510 loadBalancer.consistentHash.minimumRingSize',
  ),
  policy(
    'a table without a size',
    'loadBalancer: { consistentHash: { useSourceIp: true, maglev: {} } }',
    'MW0511 loadBalancer.consistentHash.maglev',
  ),
  policy(
    'a table of an even size',
    'loadBalancer: { consistentHash: { useSourceIp: true, maglev: { tableSize: 65536 } } }',
    'MW0511 loadBalancer.consistentHash.maglev.tableSize',
  ),
  policy(
    'a table of a prime size',
    'loadBalancer: { consistentHash: { useSourceIp: true, maglev: { tableSize: 65537 } } }',
  ),
  policy(
    'no growth',
    'loadBalancer: { simple: RANDOM, warmup: { duration: 10s, aggression: 0 } }',
    'MW0519 loadBalancer.warmup.aggression',
  ),
  policy(
    'a warm-up of no time, as it was written',
    'loadBalancer: { simple: RANDOM, warmupDurationSecs: 0s }',
    'MW0214 loadBalancer.warmupDurationSecs',
    'MW0218 loadBalancer.warmupDurationSecs',
  ),
  policy(
    'a fine warm-up, as it was written',
    'loadBalancer: { simple: RANDOM, warmupDurationSecs: 1.5ms }',
    'MW0218 loadBalancer.warmupDurationSecs',
  ),
]);

const outlier = 'outlierDetection: { consecutive5xxErrors: 5 }';
const locality = (name: string, setting: string, ...problems: string[]): Case =>
  policy(
    name,
    `${outlier}\nloadBalancer: { localityLbSetting: ${setting} }`,
    ...problems.map((problem) => problem.replace(' ', ' loadBalancer.localityLbSetting.')),
  );

judged('locality', 'DestinationRule', [
  policy(
    'two settings',
    `${outlier}\nloadBalancer: { localityLbSetting: { enabled: true }, zoneAwareLbSetting: { enabled: true } }`,
    'MW0512 loadBalancer.zoneAwareLbSetting',
  ),
  locality(
    'two strategies',
    '{ distribute: [{ from: eu, to: { eu: 100 } }], failover: [{ from: eu, to: us }] }',
    'MW0513 failover',
  ),
  locality(
    'a priority that is decided',
    '{ failover: [{ from: eu, to: us }], failoverPriority: [topology.kubernetes.io/region] }',
    'MW0514 failoverPriority[0]',
  ),
  locality('a priority of its own', '{ failoverPriority: [topology.kubernetes.io/region] }'),
  locality('a failover to itself', '{ failover: [{ from: eu, to: eu }] }', 'MW0515 failover[0].to'),
  locality('a failover to a zone', '{ failover: [{ from: eu, to: us/a }] }', 'MW0515 failover[0].to'),
  policy(
    'a failover unnoticed',
    'loadBalancer: { localityLbSetting: { failover: [{ from: eu, to: us }] } }',
    'MW0516 loadBalancer.localityLbSetting.failover',
  ),
  locality('a failover', '{ failover: [{ from: eu, to: us }] }'),
  locality(
    'shares of 90',
    '{ distribute: [{ from: eu, to: { eu: 60, us: 30 } }] }',
    'MW0517 distribute[0].to',
  ),
  locality('shares of 100', '{ distribute: [{ from: eu/*, to: { eu/a: 60, us: 40 } }] }'),
  locality(
    'a place within an earlier one',
    '{ distribute: [{ from: eu, to: { us: 100 } }, { from: eu/a, to: { us: 100 } }] }',
    'MW0518 distribute[1].from',
  ),
  locality(
    'a wider place with a star after it',
    '{ distribute: [{ from: eu/a, to: { us: 100 } }, { from: eu/*, to: { us: 100 } }] }',
  ),
  locality(
    'a star in the middle',
    '{ distribute: [{ from: "eu/*/a", to: { us: 100 } }] }',
    'MW0518 distribute[0].from',
  ),
  locality(
    'an empty zone',
    '{ distribute: [{ from: eu//a, to: { us: 100 } }] }',
    'MW0518 distribute[0].from',
  ),
]);

judged('TLS', 'DestinationRule', [
  policy('mutual without a certificate', 'tls: { mode: MUTUAL }', 'MW0525 tls'),
  policy('mutual with a Secret', 'tls: { mode: MUTUAL, credentialName: a }'),
  policy(
    'a Secret and files',
    'tls: { mode: SIMPLE, credentialName: a, caCertificates: /b }',
    'MW0524 tls.credentialName',
  ),
  policy(
    'checked and not',
    'tls: { mode: SIMPLE, insecureSkipVerify: true, caCertificates: /b, subjectAltNames: [a.example] }',
    'MW0523 tls.insecureSkipVerify',
  ),
  policy('Istio with what it does not look at', 'tls: { mode: ISTIO_MUTUAL, caCertificates: /b }'),
  policy(
    'a ConfigMap elsewhere',
    'tls: { mode: SIMPLE, credentialName: "configmap://team-a/roots" }',
    'MW0522 tls.credentialName',
  ),
  policy(
    'a ConfigMap without its namespace',
    'tls: { mode: SIMPLE, credentialName: "configmap://roots" }',
    'MW0522 tls.credentialName',
  ),
  policy('a ConfigMap here', 'tls: { mode: SIMPLE, credentialName: "configmap://shop/roots" }'),
]);

it('says softly what istiod overlooks', () => {
  const text = resource(
    'DestinationRule',
    'host: web\nsubsets: [{ name: v1, trafficPolicy: { outlierDetection: { consecutiveErrors: 3 } } }]',
  );
  expect(check(text)).toMatchObject([{ code: 'MW0303', severity: 'info', aliases: [] }]);
});
