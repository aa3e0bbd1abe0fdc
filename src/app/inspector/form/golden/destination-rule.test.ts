import { describe } from 'vitest';
import {
  choose,
  clear,
  duplicate,
  holdsTo,
  moveTo,
  remove,
  removeItem,
  renameKey,
  typeAt,
} from './golden.testkit.ts';

const TEXT = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: stock, namespace: shop, labels: {team: "7"}}  # one line
spec:
    host:   stock   # aligned
    trafficPolicy:
        # against storms
        connectionPool:
            tcp: {maxConnections: 100}
            http:
                http2MaxRequests: 1000   # measured
                idleTimeout: 1h
        outlierDetection:
            consecutive5xxErrors: 7

            maxEjectionPercent: 50
        loadBalancer:
            simple: LEAST_REQUEST  # default
        tls:
            mode: SIMPLE
            subjectAltNames: [stock.example]
    subsets:
    # stable
    - name: v1
      labels:
          version: v1 # pods
          "7": seven
    - {name: v2, labels: {version: v2}}
    workloadSelector:
        matchLabels: {app: front}
`;

const CONNECTIONS = '{maxConnections: 100}';
const ERRORS = '            consecutive5xxErrors: 7\n';
const SIMPLE = '            simple: LEAST_REQUEST  # default\n';
const LABELS = '          version: v1 # pods\n';
const SECOND = '    - {name: v2, labels: {version: v2}}\n';
const POLICY = '            subjectAltNames: [stock.example]\n';

// A row a line, so that what belongs together is seen together.
// prettier-ignore
describe('DestinationRule', () => holdsTo(TEXT, [
  ['host', 'spec.host', '    host:   stock   # aligned\n', ['stock.shop.svc.cluster.local', '    host:   stock.shop.svc.cluster.local   # aligned\n'], ['*.shop', '    host:   "*.shop"   # aligned\n']],
  ['text', 'spec.trafficPolicy.tls.sni', '            mode: SIMPLE\n', ['true.example', '+            sni: true.example\n'], ['true', '+            sni: "true"\n'], [remove, '+']],
  ['number', 'spec.trafficPolicy.connectionPool.http.http2MaxRequests', 'http2MaxRequests: 1000   # measured', ['64', 'http2MaxRequests: 64   # measured']],
  ['number in braces', 'spec.trafficPolicy.connectionPool.tcp.maxConnections', CONNECTIONS, ['0', '{maxConnections: 0}'], [remove, '{}']],
  ['wrapped number', 'spec.trafficPolicy.outlierDetection.consecutive5xxErrors', ERRORS, ['0', '            consecutive5xxErrors: 0\n'], [remove, '']],
  ['wrapped number not there', 'spec.trafficPolicy.outlierDetection.consecutiveGatewayErrors', '            maxEjectionPercent: 50\n', ['5', '+            consecutiveGatewayErrors: 5\n'], [remove, '+']],
  ['fraction', 'spec.trafficPolicy.loadBalancer.warmup.aggression', SIMPLE, ['1.5', '+            warmup:\n                aggression: 1.5\n'], ['2', '+            warmup:\n                aggression: 2\n'], [remove, '+']],
  ['boolean', 'spec.trafficPolicy.tls.insecureSkipVerify', POLICY, ['true', '+            insecureSkipVerify: true\n'], ['false', '+            insecureSkipVerify: false\n'], [remove, '+']],
  ['enum', 'spec.trafficPolicy.tls.mode', 'mode: SIMPLE', ['ISTIO_MUTUAL', 'mode: ISTIO_MUTUAL']],
  ['duration', 'spec.trafficPolicy.connectionPool.http.idleTimeout', '                idleTimeout: 1h\n', ['90s', '                idleTimeout: 90s\n'], [remove, '']],
  ['duration in braces', 'spec.trafficPolicy.connectionPool.tcp.connectTimeout', CONNECTIONS, ['30ms', '{maxConnections: 100, connectTimeout: 30ms}'], ['1s', '{maxConnections: 100, connectTimeout: 1s}'], [remove, '+']],
  ['percent', 'spec.trafficPolicy.outlierDetection.maxEjectionPercent', 'maxEjectionPercent: 50', ['100', 'maxEjectionPercent: 100']],
  ['port', 'spec.trafficPolicy.portLevelSettings[0].port.number', POLICY, ['8080', '+        portLevelSettings:\n        - port:\n              number: 8080\n'], ['81', '+        portLevelSettings:\n        - port:\n              number: 81\n'], [remove, '+']],
  ['list in brackets', 'spec.trafficPolicy.tls.subjectAltNames[1]', '[stock.example]', ['*.example', '[stock.example, "*.example"]'], ['b.example', '[stock.example, "b.example"]'], [remove, '+']],
  ['value of a map', 'spec.subsets[0].labels.version', LABELS, ['v3', '          version: v3 # pods\n'], ['3', '          version: "3" # pods\n']],
  ['key of a map', 'spec.subsets[0].labels.version', LABELS, [renameKey('release'), '          release: v1 # pods\n']],
  ['key that needs quotes', 'spec.subsets[0].labels.version', LABELS, [renameKey('8'), '          "8": v1 # pods\n']],
  ['key in braces', 'spec.workloadSelector.matchLabels.version', '{app: front}', ['v1', '{app: front, version: v1}'], [remove, '+']],
  ['label', 'metadata.labels.team', 'labels: {team: "7"}', ['8', 'labels: {team: "8"}']],
  ['last label', 'metadata.labels.team', ', labels: {team: "7"}', [remove, '']],
  ['annotation', 'metadata.annotations["example.io/why"]', '{team: "7"}', ['a # no comment', '{team: "7"}, annotations: {example.io/why: "a # no comment"}'], [remove, '+']],
  ['subset more', 'spec.subsets[2].name', SECOND, ['v3', '+    - name: v3\n'], [remove, '+']],
  ['subset copied', 'spec.subsets[1]', SECOND, [duplicate, '+    - {name: v2, labels: {version: v2}}\n']],
  ['subset removed', 'spec.subsets[1]', SECOND, [removeItem, '']],
  ['subset moved', 'spec.subsets[1]', `    # stable
    - name: v1
      labels:
          version: v1 # pods
          "7": seven
${SECOND}`, [moveTo(0), `${SECOND}    # stable
    - name: v1
      labels:
          version: v1 # pods
          "7": seven
`]],
  ['policy of a subset', 'spec.subsets[1].trafficPolicy.loadBalancer.simple', SECOND, ['RANDOM', '    - {name: v2, labels: {version: v2}, trafficPolicy: {loadBalancer: {simple: RANDOM}}}\n'], ['ROUND_ROBIN', '    - {name: v2, labels: {version: v2}, trafficPolicy: {loadBalancer: {simple: ROUND_ROBIN}}}\n'], [remove, '+']],
  ['section', 'spec.trafficPolicy.outlierDetection', `        outlierDetection:
            consecutive5xxErrors: 7

            maxEjectionPercent: 50
`, [remove, '']],
  ['union', 'spec.trafficPolicy.loadBalancer', `\n${SIMPLE}`,
    [choose('consistentHash'), '+'],
    [typeAt('consistentHash.httpCookie.name', 'user'), '\n            consistentHash:\n                httpCookie:\n                    name: user\n'],
    [choose('simple'), '\n            simple: LEAST_REQUEST\n'],
    [choose('consistentHash'), '\n            consistentHash:\n                httpCookie:\n                    name: user\n'],
    [clear('consistentHash'), ' {}\n']],
]));

const HASH = `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: {name: stock}
spec:
  host: stock
  trafficPolicy:
    loadBalancer:
      consistentHash:   # sticky
        httpHeaderName: x-user # who
        maglev: {tableSize: 65537}
`;

// prettier-ignore
describe('unions inside unions', () => holdsTo(HASH, [
  ['the inner one', 'spec.trafficPolicy.loadBalancer.consistentHash', '        httpHeaderName: x-user # who\n        maglev: {tableSize: 65537}\n',
    [choose('useSourceIp'), '+'],
    [typeAt('useSourceIp', 'true'), '        useSourceIp: true\n        maglev: {tableSize: 65537}\n'],
    [choose('httpHeaderName'), '        httpHeaderName: x-user\n        maglev: {tableSize: 65537}\n']],
  ['beside it', 'spec.trafficPolicy.loadBalancer.consistentHash', '        maglev: {tableSize: 65537}\n',
    [choose('ringHash'), '+'],
    [typeAt('ringHash.minimumRingSize', '2048'), '        ringHash:\n          minimumRingSize: 2048\n'],
    [choose('maglev'), '        maglev:\n          tableSize: 65537\n']],
]));
