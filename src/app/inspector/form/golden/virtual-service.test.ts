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

const TEXT = `# Who answers for the shop
apiVersion: networking.istio.io/v1
kind: VirtualService
metadata:
    name: shop   # four columns here
    namespace: front
spec:
  hosts:
  - shop.example  # outside
  -   shop        # inside
  gateways: [ mesh, front-gate ]

  http:
  - name: canary  # first
    match:
    - uri: {prefix: /v2}   # new ones
      headers:
        x-user: {exact: "7"}
    # ways
    route:
    - destination: {host: shop, subset: v2}
      weight: 30   # careful
    - destination:
        host: 'stock'
        subset: v1
      weight: 70
    timeout: 5s     # slow days
    retries: {attempts: 3}
    corsPolicy:
      allowCredentials: true # cookies
      allowOrigins:
      - exact: https://shop.example
  # the rest
  - route:
    - destination: {host: cart}
  tls:
  - match: [{sniHosts: [shop.example]}]
    route: [{destination: {host: shop}}]
---
kind: ConfigMap   # stays
`;

const CART = '    - destination: {host: cart}\n';
const RETRIES = '    retries: {attempts: 3}\n';
const USER = '        x-user: {exact: "7"}\n';
const WAYS = `    - destination: {host: shop, subset: v2}
      weight: 30   # careful
    - destination:
        host: 'stock'
        subset: v1
      weight: 70
`;

// A row a line, so that what belongs together is seen together.
// prettier-ignore
describe('texts, numbers, yes and no', () => holdsTo(TEXT, [
  ['text', 'spec.http[0].name', '  - name: canary  # first\n', ['pilot', '  - name: pilot  # first\n']],
  ['text that needs quotes', 'spec.tls[0].route[0].destination.subset', '{host: shop}}]\n', ['yes', '{host: shop, subset: "yes"}}]\n'], ['v1', '{host: shop, subset: "v1"}}]\n'], [remove, '+']],
  ['text in quotes', 'spec.http[0].route[1].destination.host', "host: 'stock'", ["d'or", "host: 'd''or'"], ['stock2', "host: 'stock2'"]],
  ['text of several lines', 'spec.http[0].match[0].headers.x-user.exact', '"7"', ['8\n9', '"8\\n9"'], ['8', '"8"']],
  ['number', 'spec.http[0].retries.attempts', '{attempts: 3}', ['0', '{attempts: 0}'], ['12', '{attempts: 12}'], [remove, '{}']],
  ['number not there', 'spec.http[0].match[0].port', USER, ['8080', '+      port: 8080\n'], ['81', '+      port: 81\n'], [remove, '+']],
  ['boolean', 'spec.http[0].corsPolicy.allowCredentials', '      allowCredentials: true # cookies\n', ['false', '      allowCredentials: false # cookies\n'], [remove, '']],
  ['boolean not there', 'spec.http[0].match[0].ignoreUriCase', USER, ['true', '+      ignoreUriCase: true\n'], ['false', '+      ignoreUriCase: false\n'], [remove, '+']],
  ['enum', 'spec.http[0].corsPolicy.unmatchedPreflights', '      - exact: https://shop.example\n', ['IGNORE', '+      unmatchedPreflights: IGNORE\n'], ['FORWARD', '+      unmatchedPreflights: FORWARD\n'], [remove, '+']],
  ['any', 'metadata.managedFields[0]', '    namespace: front\n', ['{manager: kubectl, fieldsV1: {"f:spec": {}}}', '+    managedFields:\n    - manager: kubectl\n      fieldsV1:\n        f:spec: {}\n'], ['[]', '+    managedFields:\n    - []\n'], [remove, '+']],
]));

// prettier-ignore
describe('durations, percents, hosts and ports', () => holdsTo(TEXT, [
  ['duration', 'spec.http[0].timeout', '    timeout: 5s     # slow days\n', ['1m30s', '    timeout: 1m30s     # slow days\n'], [remove, '']],
  ['duration in braces', 'spec.http[0].retries.perTryTimeout', '{attempts: 3}', ['250ms', '{attempts: 3, perTryTimeout: 250ms}'], ['2s', '{attempts: 3, perTryTimeout: 2s}'], [remove, '+']],
  ['percent in an object of its own', 'spec.http[0].fault.abort.percentage.value', RETRIES, ['0.1', '+    fault:\n      abort:\n        percentage:\n          value: 0.1\n'], ['50', '+    fault:\n      abort:\n        percentage:\n          value: 50\n'], [remove, '+']],
  ['percent', 'spec.http[1].mirrorPercentage.value', CART, ['5', '+    mirrorPercentage:\n      value: 5\n'], [remove, '+']],
  ['host', 'spec.http[1].route[0].destination.host', '{host: cart}', ['shop.front.svc.cluster.local', '{host: shop.front.svc.cluster.local}'], ['*.front', '{host: "*.front"}']],
  ['subset', 'spec.http[1].route[0].destination.subset', '{host: cart}', ['v1', '{host: cart, subset: v1}'], ['v2', '{host: cart, subset: v2}'], [remove, '+']],
  ['port of a host', 'spec.http[0].route[1].destination.port.number', '        subset: v1\n', ['9080', '+        port:\n          number: 9080\n'], ['81', '+        port:\n          number: 81\n'], [remove, '+']],
  ['host, left empty and written anew', 'spec.http[1].route[0].destination.host', ' {host: cart}', [remove, ' {}'], ['till', '\n        host: till']],
]));

// prettier-ignore
describe('lists and maps of texts', () => holdsTo(TEXT, [
  ['item', 'spec.hosts[1]', '  -   shop        # inside\n', ['cart', '  -   cart        # inside\n'], [remove, '']],
  ['one item more', 'spec.hosts[2]', '  -   shop        # inside\n', ['cart', '+  - cart\n'], ['till', '+  - till\n'], [remove, '+']],
  ['item in brackets', 'spec.gateways[1]', '[ mesh, front-gate ]', ['edge/gate', '[ mesh, edge/gate ]'], [remove, '[ mesh ]']],
  ['item moved', 'spec.hosts[0]', '  - shop.example  # outside\n  -   shop        # inside\n', [moveTo(1), '  -   shop        # inside\n  - shop.example  # outside\n']],
  ['all items', 'spec.gateways', '  gateways: [ mesh, front-gate ]\n', [remove, '']],
  ['list not there', 'spec.exportTo[0]', '    route: [{destination: {host: shop}}]\n', ['.', '+  exportTo:\n  - .\n'], ['*', '+  exportTo:\n  - "*"\n'], [remove, '+']],
  ['value of a map', 'spec.http[0].match[0].headers.x-user.exact', USER, ['8', '        x-user: {exact: "8"}\n']],
  ['key', 'spec.http[0].match[0].headers.x-user', USER, [renameKey('x-client'), '        x-client: {exact: "7"}\n']],
  ['one key more', 'spec.http[0].match[0].headers.x-debug.prefix', USER, ['1', '+        x-debug:\n          prefix: "1"\n'], [remove, '+']],
  ['only key', 'spec.http[0].match[0].headers.x-user', '      headers:\n        x-user: {exact: "7"}\n', [remove, '']],
  ['map not there', 'spec.http[1].headers.request.set["x/way"]', CART, ['main', '+    headers:\n      request:\n        set:\n          x/way: main\n'], ['', '+    headers:\n      request:\n        set:\n          x/way: ""\n'], [remove, '+']],
  ['label', 'metadata.labels["app.kubernetes.io/name"]', '    namespace: front\n', ['shop', '+    labels:\n      app.kubernetes.io/name: shop\n'], ['7', '+    labels:\n      app.kubernetes.io/name: "7"\n'], [remove, '+']],
]));

// prettier-ignore
describe('lists of objects', () => holdsTo(TEXT, [
  ['one more', 'spec.http[2].redirect.uri', CART, ['/new', '+  - redirect:\n      uri: /new\n'], ['/newer', '+  - redirect:\n      uri: /newer\n'], [remove, '+']],
  ['one more inside', 'spec.http[0].match[1].method.exact', USER, ['GET', '+    - method:\n        exact: GET\n'], [remove, '+']],
  ['copied', 'spec.http[0].corsPolicy.allowOrigins[0]', '      - exact: https://shop.example\n', [duplicate, '+      - exact: https://shop.example\n']],
  ['moved, with what is said of it', 'spec.http[1]', `  - name: canary  # first
    match:
    - uri: {prefix: /v2}   # new ones
      headers:
        x-user: {exact: "7"}
    # ways
    route:
${WAYS}    timeout: 5s     # slow days
    retries: {attempts: 3}
    corsPolicy:
      allowCredentials: true # cookies
      allowOrigins:
      - exact: https://shop.example
  # the rest
  - route:
    - destination: {host: cart}
`, [moveTo(0), `  # the rest
  - route:
    - destination: {host: cart}
  - name: canary  # first
    match:
    - uri: {prefix: /v2}   # new ones
      headers:
        x-user: {exact: "7"}
    # ways
    route:
${WAYS}    timeout: 5s     # slow days
    retries: {attempts: 3}
    corsPolicy:
      allowCredentials: true # cookies
      allowOrigins:
      - exact: https://shop.example
`]],
  ['removed', 'spec.http[1]', '  # the rest\n  - route:\n    - destination: {host: cart}\n', [removeItem, '  # the rest\n']],
]));

// prettier-ignore
describe('destinations that share traffic', () => holdsTo(TEXT, [
  ['one more takes its share of the others', 'spec.http[0].route[2].destination.host', WAYS, ['till', `    - destination: {host: shop, subset: v2}
      weight: 20   # careful
    - destination:
        host: 'stock'
        subset: v1
      weight: 47
    - destination:
        host: till
      weight: 33
`]],
  ['one that is removed leaves its share', 'spec.http[0].route[0]', WAYS, [removeItem, `    - destination:
        host: 'stock'
        subset: v1
      weight: 100
`]],
  ['a copy halves the share', 'spec.http[0].route[1]', WAYS, [duplicate, `    - destination: {host: shop, subset: v2}
      weight: 30   # careful
    - destination:
        host: 'stock'
        subset: v1
      weight: 35
    - destination:
        host: 'stock'
        subset: v1
      weight: 35
`]],
  ['a second one makes two that share', 'spec.http[1].route[1].destination.host', CART, ['till', '+      weight: 50\n    - destination:\n        host: till\n      weight: 50\n']],
  ['the last one is only removed', 'spec.http[1].route[0]', '  - route:\n    - destination: {host: cart}\n', [removeItem, '  - {}\n']],
]));

// prettier-ignore
describe('unions', () => holdsTo(TEXT, [
  ['a branch that is only looked into', 'spec.http[1]', CART, [choose('redirect'), '+']],
  ['a branch takes the place of another, and gives it back', 'spec.http[1]', '  - route:\n    - destination: {host: cart}\n',
    [choose('redirect'), '+'],
    [typeAt('redirect.uri', '/new'), '  - redirect:\n      uri: /new\n'],
    [choose('route'), '  - route:\n    - destination:\n        host: cart\n'],
    [choose('redirect'), '  - redirect:\n      uri: /new\n'],
    [choose('directResponse'), '  - redirect:\n      uri: /new\n'],
    [typeAt('directResponse.status', '503'), '  - directResponse:\n      status: 503\n'],
    [choose('route'), '  - route:\n    - destination:\n        host: cart\n']],
  ['nothing chosen', 'spec.http[1]', '  - route:\n    - destination: {host: cart}\n', [clear('route'), '  - {}\n']],
  ['a way to match', 'spec.http[0].match[0].uri.prefix', '{prefix: /v2}', [renameKey('regex'), '{regex: /v2}']],
]));
