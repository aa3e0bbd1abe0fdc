import { describe } from 'vitest';
import {
  choose,
  duplicate,
  holdsTo,
  moveTo,
  remove,
  removeItem,
  renameKey,
  typeAt,
} from './golden.testkit.ts';

const PEER = `apiVersion: security.istio.io/v1
kind: PeerAuthentication
metadata: {name: strict, namespace: shop}
spec:
  selector:
    matchLabels:
      app: front   # only these
  mtls: {mode: STRICT}
  portLevelMtls:
    8080: {mode: DISABLE}   # probes
`;

// A row a line, so that what belongs together is seen together.
// prettier-ignore
describe('PeerAuthentication', () => holdsTo(PEER, [
  ['enum', 'spec.mtls.mode', '{mode: STRICT}', ['PERMISSIVE', '{mode: PERMISSIVE}']],
  ['enum removed', 'spec.mtls', '  mtls: {mode: STRICT}\n', [remove, '']],
  ['label', 'spec.selector.matchLabels.app', '      app: front   # only these\n', ['back', '      app: back   # only these\n']],
  ['key', 'spec.selector.matchLabels.app', '      app: front   # only these\n', [renameKey('name'), '      name: front   # only these\n']],
  ['map of objects', 'spec.portLevelMtls["8080"].mode', '{mode: DISABLE}', ['STRICT', '{mode: STRICT}']],
  ['port that is a key', 'spec.portLevelMtls["8080"]', '    8080: {mode: DISABLE}   # probes\n', [renameKey('9090'), '    "9090": {mode: DISABLE}   # probes\n']],
  ['port more', 'spec.portLevelMtls["9090"].mode', '    8080: {mode: DISABLE}   # probes\n', ['PERMISSIVE', '+    "9090":\n      mode: PERMISSIVE\n'], ['STRICT', '+    "9090":\n      mode: STRICT\n'], [remove, '+']],
]));

const POLICY = `apiVersion: security.istio.io/v1
kind: AuthorizationPolicy
metadata: {name: allow, namespace: shop}
spec:
  selector: {matchLabels: {app: front}}
  action: ALLOW
  rules:
  # readers
  - from:
    - source:
        principals: ["cluster.local/ns/shop/sa/web"]
        namespaces:
        - shop  # home
    - source: {ipBlocks: [10.0.0.0/8]}
    to:
    - operation: {methods: [GET], paths: ["/info*"]}
    when:
    - key: request.auth.claims[iss]
      values: ["https://accounts.example"]
`;
const SOURCES = `    - source:
        principals: ["cluster.local/ns/shop/sa/web"]
        namespaces:
        - shop  # home
    - source: {ipBlocks: [10.0.0.0/8]}
`;
const RULES = POLICY.slice(POLICY.indexOf('  action'));
const END = '      values: ["https://accounts.example"]\n';

// prettier-ignore
describe('AuthorizationPolicy', () => holdsTo(POLICY, [
  ['enum', 'spec.action', '  action: ALLOW\n', ['DENY', '  action: DENY\n'], [remove, '']],
  ['text in brackets', 'spec.rules[0].from[0].source.principals[0]', '["cluster.local/ns/shop/sa/web"]', ['*', '["*"]']],
  ['item of a list', 'spec.rules[0].from[0].source.namespaces[1]', '        - shop  # home\n', ['front', '+        - front\n'], [remove, '+']],
  ['method', 'spec.rules[0].to[0].operation.methods[1]', '[GET]', ['HEAD', '[GET, HEAD]'], [remove, '+']],
  ['port as text', 'spec.rules[0].to[0].operation.ports[0]', '{methods: [GET], paths: ["/info*"]}', ['8080', '{methods: [GET], paths: ["/info*"], ports: ["8080"]}'], [remove, '+']],
  ['text', 'spec.rules[0].when[0].key', 'key: request.auth.claims[iss]', ['source.ip', 'key: source.ip']],
  ['list not there', 'spec.rules[0].when[0].notValues[0]', END, ['no', '+      notValues:\n      - "no"\n'], [remove, '+']],
  ['source more', 'spec.rules[0].from[2].source.namespaces[0]', '    - source: {ipBlocks: [10.0.0.0/8]}\n', ['front', '+    - source:\n        namespaces:\n        - front\n'], [remove, '+']],
  ['source copied', 'spec.rules[0].from[1]', '    - source: {ipBlocks: [10.0.0.0/8]}\n', [duplicate, '+    - source: {ipBlocks: [10.0.0.0/8]}\n']],
  ['source moved', 'spec.rules[0].from[1]', SOURCES, [moveTo(0), `    - source: {ipBlocks: [10.0.0.0/8]}
    - source:
        principals: ["cluster.local/ns/shop/sa/web"]
        namespaces:
        - shop  # home
`]],
  ['source removed', 'spec.rules[0].from[1]', '    - source: {ipBlocks: [10.0.0.0/8]}\n', [removeItem, '']],
  ['rule more', 'spec.rules[1].to[0].operation.paths[0]', END, ['/health', '+  - to:\n    - operation:\n        paths:\n        - /health\n'], [remove, '+']],
  ['union', 'spec', POLICY.slice(POLICY.indexOf('  selector')),
    [choose('targetRefs'), '+'],
    [typeAt('targetRefs[0].kind', 'Gateway'), '  targetRefs:\n  - kind: Gateway\n' + RULES],
    [choose('selector'), '  selector:\n    matchLabels:\n      app: front\n' + RULES]],
]));

const TOKENS = `apiVersion: security.istio.io/v1
kind: RequestAuthentication
metadata: {name: jwt, namespace: shop}
spec:
  jwtRules:
  - issuer: https://accounts.example   # ours
    jwksUri: "https://accounts.example/keys"
    audiences: [shop]
    forwardOriginalToken: true
    fromHeaders:
    - {name: Authorization, prefix: "Bearer "}
    outputClaimToHeaders:
    - header: x-sub
      claim: sub
    timeout: 5s
  - issuer: partner
`;

// prettier-ignore
describe('RequestAuthentication', () => holdsTo(TOKENS, [
  ['text', 'spec.jwtRules[0].issuer', 'issuer: https://accounts.example   # ours', ['https://id.example', 'issuer: https://id.example   # ours']],
  ['text with an end that shows only in quotes', 'spec.jwtRules[0].fromHeaders[0].prefix', '"Bearer "', ['Token ', '"Token "']],
  ['boolean', 'spec.jwtRules[0].forwardOriginalToken', '    forwardOriginalToken: true\n', ['false', '    forwardOriginalToken: false\n'], [remove, '']],
  ['duration', 'spec.jwtRules[0].timeout', '    timeout: 5s\n', ['500ms', '    timeout: 500ms\n'], [remove, '']],
  ['enum', 'spec.jwtRules[1].presence', '  - issuer: partner\n', ['REQUIRED', '+    presence: REQUIRED\n'], ['OPTIONAL', '+    presence: OPTIONAL\n'], [remove, '+']],
  ['list in brackets', 'spec.jwtRules[0].audiences[1]', '[shop]', ['cart', '[shop, cart]'], [remove, '+']],
  ['item of a list', 'spec.jwtRules[0].outputClaimToHeaders[0].claim', '      claim: sub\n', ['email', '      claim: email\n']],
  ['map', 'spec.selector.matchLabels.app', 'spec:\n  jwtRules:\n', ['front', 'spec:\n  selector:\n    matchLabels:\n      app: front\n  jwtRules:\n'], [remove, '+']],
  ['rule more', 'spec.jwtRules[2].issuer', '  - issuer: partner\n', ['guest', '+  - issuer: guest\n'], [remove, '+']],
  ['rule copied', 'spec.jwtRules[1]', '  - issuer: partner\n', [duplicate, '+  - issuer: partner\n']],
  ['rule moved', 'spec.jwtRules[1]', TOKENS.slice(TOKENS.indexOf('  - issuer')), [moveTo(0), '  - issuer: partner\n' + TOKENS.slice(TOKENS.indexOf('  - issuer'), TOKENS.indexOf('  - issuer: partner'))]],
  ['rule removed', 'spec.jwtRules[1]', '  - issuer: partner\n', [removeItem, '']],
  ['union', 'spec.jwtRules[0]', '    jwksUri: "https://accounts.example/keys"\n',
    [choose('jwks'), '+'],
    [typeAt('jwks', '{"keys": []}'), '    jwks: "{\\"keys\\": []}"\n'],
    [choose('jwksUri'), '    jwksUri: https://accounts.example/keys\n']],
]));
