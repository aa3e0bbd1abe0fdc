import { expect, test } from 'vitest';
import { formatPath } from '../yaml/index.ts';
import { meshOf } from '../istio/mesh.testkit.ts';
import { destinationRuleFor } from './destination-rules.ts';
import { effectivePolicy, tlsMode } from './policy.ts';

const mesh = meshOf(`
apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: r, namespace: a}
spec:
  host: x.example
  trafficPolicy:
    connectionPool: {tcp: {maxConnections: 1}}
    tls: {mode: SIMPLE}
    tunnel: {targetHost: t, targetPort: 1}
    portLevelSettings:
    - {port: {number: 443}, loadBalancer: {simple: RANDOM}}
  subsets:
  - name: plain
  - name: own
    trafficPolicy: {connectionPool: {http: {maxRetries: 1}}}
  - name: ported
    trafficPolicy:
      connectionPool: {}
      portLevelSettings: [{port: {number: 80}, tls: {mode: MUTUAL}}]
  - name: off
    trafficPolicy: {tls: {mode: DISABLE}}
`);
const merged = destinationRuleFor(mesh, { host: 'x.example', hostNamespace: 'a', clientNamespace: 'a' });
const policy = (port: number | undefined, subset: string | null) => {
  if (!merged) throw new Error('the rule counts');
  return effectivePolicy(merged, port, subset);
};
const places = (port: number | undefined, subset: string | null): string[] =>
  Object.values(policy(port, subset))
    .map(({ path }) => formatPath(path))
    .sort();

test.each([
  [
    'the top level',
    80,
    null,
    ['spec.trafficPolicy.connectionPool', 'spec.trafficPolicy.tls', 'spec.trafficPolicy.tunnel'],
  ],
  [
    "a port's entry alone, what it omits unset",
    443,
    null,
    ['spec.trafficPolicy.portLevelSettings[0].loadBalancer'],
  ],
  [
    'the parent for a subset without a policy',
    443,
    'plain',
    ['spec.trafficPolicy.portLevelSettings[0].loadBalancer'],
  ],
  [
    "a subset's members, whole objects each",
    80,
    'own',
    ['spec.subsets[1].trafficPolicy.connectionPool', 'spec.trafficPolicy.tls', 'spec.trafficPolicy.tunnel'],
  ],
  [
    "a subset's port entry, its own top level ignored",
    80,
    'ported',
    ['spec.subsets[2].trafficPolicy.portLevelSettings[0].tls', 'spec.trafficPolicy.tunnel'],
  ],
  [
    "a subset's top level where the port has no entry",
    81,
    'ported',
    ['spec.subsets[2].trafficPolicy.connectionPool', 'spec.trafficPolicy.tls', 'spec.trafficPolicy.tunnel'],
  ],
  [
    'the parent for a subset that is not there',
    80,
    'missing',
    ['spec.trafficPolicy.connectionPool', 'spec.trafficPolicy.tls', 'spec.trafficPolicy.tunnel'],
  ],
])('%s', (_, port, subset, expected) => {
  expect(places(port, subset)).toEqual(expected);
});

test.each([
  [80, null, 'SIMPLE'],
  [443, null, null],
  [80, 'ported', 'MUTUAL'],
  [80, 'off', null],
  [undefined, null, 'SIMPLE'],
])('the TLS mode at port %s, subset %s is %s', (port, subset, expected) => {
  expect(tlsMode(policy(port, subset))).toBe(expected);
});
