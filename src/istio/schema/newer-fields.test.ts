import { expect, it } from 'vitest';
import { fieldAt, knownIn } from './index.ts';

const policies = [
  ['spec', 'trafficPolicy'],
  ['spec', 'subsets', 0, 'trafficPolicy'],
];
const ports = policies.map((path) => [...path, 'portLevelSettings', 0]);
const everywhere = [...policies, ...ports];
const pools = [
  ...everywhere.map((path) => ['DestinationRule', [...path, 'connectionPool']] as const),
  ['Sidecar', ['spec', 'inboundConnectionPool']] as const,
  ['Sidecar', ['spec', 'ingress', 0, 'connectionPool']] as const,
];
const balancers = everywhere.map((path) => ['DestinationRule', [...path, 'loadBalancer']] as const);
const serverTls = [
  ['Gateway', ['spec', 'servers', 0, 'tls']],
  ['Sidecar', ['spec', 'ingress', 0, 'tls']],
] as const;
const source = ['AuthorizationPolicy', ['spec', 'rules', 0, 'from', 0, 'source']] as const;

/** What Istio has added since 1.29.2, the version that the dependency knows. */
const newer: [string, readonly (string | number)[], string, string][] = [
  ['VirtualService', ['spec', 'http', 0, 'redirect', 'prefixRewrite'], 'string', '1.31'],
  ['RequestAuthentication', ['spec', 'jwtRules', 0, 'presence'], 'enum', '1.32'],
  [source[0], [...source[1], 'trustDomains'], 'list', '1.31'],
  [source[0], [...source[1], 'notTrustDomains'], 'list', '1.31'],
];
for (const [kind, path] of pools) {
  newer.push([kind, [...path, 'http', 'http2KeepAlive'], 'object', '1.31']);
  newer.push([kind, [...path, 'http', 'http2KeepAlive', 'interval'], 'string', '1.31']);
  newer.push([kind, [...path, 'http', 'http2KeepAlive', 'timeout'], 'string', '1.31']);
}
for (const [kind, path] of balancers) {
  const backend = [...path, 'backendUtilization'];
  newer.push([kind, backend, 'object', '1.32']);
  newer.push([kind, [...backend, 'errorUtilizationPenaltyPercent'], 'integer', '1.32']);
  newer.push([kind, [...backend, 'metricNamesForComputingUtilization'], 'list', '1.32']);
  newer.push([kind, [...backend, 'weightExpirationPeriod'], 'string', '1.32']);
  newer.push([kind, [...backend, 'weightStabilizationPeriod'], 'string', '1.32']);
  newer.push([kind, [...backend, 'weightUpdatePeriod'], 'string', '1.32']);
  const zone = [...path, 'zoneAwareLbSetting'];
  newer.push([kind, zone, 'object', '1.31']);
  newer.push([kind, [...zone, 'enabled'], 'boolean', '1.31']);
  newer.push([kind, [...zone, 'failover', 0, 'from'], 'string', '1.31']);
  newer.push([kind, [...zone, 'failover', 0, 'to'], 'string', '1.31']);
  newer.push([kind, [...zone, 'failoverPriority', 0], 'string', '1.31']);
  newer.push([kind, [...zone, 'minClusterSize'], 'integer', '1.31']);
}
for (const path of everywhere) {
  newer.push([
    'DestinationRule',
    [...path, 'outlierDetection', 'outlierDetectionHttpErrorCodes'],
    'list',
    '1.32',
  ]);
}
for (const path of policies)
  newer.push(['DestinationRule', [...path, 'retryBudget', 'budgetInterval'], 'string', '1.31']);
for (const [kind, path] of serverTls) {
  newer.push([kind, [...path, 'ecdhCurves'], 'list', '1.32']);
  newer.push([kind, [...path, 'insecureSkipVerify'], 'boolean', '1.31']);
}

it.each(newer)('%s has %j, a %s since %s', (kind, path, type, since) => {
  const field = fieldAt(kind, path);
  expect(field?.kind).toBe(type);
  if (typeof path.at(-1) === 'string') expect(field?.since ?? 'inside a newer field').toMatch(since);
});

it.each([
  [
    'DestinationRule',
    ['spec', 'trafficPolicy', 'loadBalancer', 'zoneAwareLbSetting', 'minClusterSize'],
    { min: 1 },
  ],
  [
    'DestinationRule',
    ['spec', 'trafficPolicy', 'outlierDetection', 'outlierDetectionHttpErrorCodes', 0],
    { min: 100, max: 599 },
  ],
  ['RequestAuthentication', ['spec', 'jwtRules', 0, 'presence'], { values: ['OPTIONAL', 'REQUIRED'] }],
])('limits %s %j', (kind, path, limits) => {
  expect(fieldAt(kind, path)).toMatchObject(limits);
});

it('knows a newer field only in newer versions', () => {
  const field = fieldAt('VirtualService', ['spec', 'http', 0, 'redirect', 'prefixRewrite']);
  expect(field && knownIn(field, '1.30')).toBe(false);
  expect(field && knownIn(field, '1.31')).toBe(true);
  const old = fieldAt('VirtualService', ['spec', 'http', 0, 'redirect', 'uri']);
  expect(old && knownIn(old, '1.24')).toBe(true);
});
