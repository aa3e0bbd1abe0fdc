import { expect, it } from 'vitest';
import { check, resource } from '../../check.testkit.ts';
import { expectMended, judged, type Case } from '../../rules.testkit.ts';

judged('PeerAuthentication', 'PeerAuthentication', [
  ['ports of no pods', 'portLevelMtls: { 80: { mode: STRICT } }', 'MW0901 portLevelMtls'],
  ['ports of some', 'selector: { matchLabels: { app: a } }\nportLevelMtls: { 80: { mode: STRICT } }'],
  ['a selector without labels', 'selector: {}', 'MW0314 selector'],
]);

const jwt = (name: string, rule: string, ...problems: string[]): Case => [
  name,
  `jwtRules: [${rule}]`,
  ...problems.map((problem) =>
    problem.includes(' ') ? problem.replace(' ', ' jwtRules[0].') : `${problem} jwtRules[0]`,
  ),
];

judged('RequestAuthentication', 'RequestAuthentication', [
  jwt('keys at an address', '{ issuer: a.example, jwksUri: "https://a.example:8443/keys" }'),
  jwt('nobody', '{ audiences: [web] }', 'MW0912'),
  jwt('keys at no address', '{ issuer: a.example, jwksUri: a.example/keys }', 'MW0913 jwksUri'),
  jwt(
    'keys at a port that is none',
    '{ issuer: a.example, jwksUri: "https://a.example:web" }',
    'MW0913 jwksUri',
  ),
  jwt('keys that are none', '{ issuer: a.example, jwks: "{}}" }', 'MW0914 jwks'),
  jwt('private keys', `{ issuer: a.example, jwks: '{"keys":[{"kty":"EC","d":"x"}]}' }`, 'MW0915 jwks'),
  jwt('public keys', `{ issuer: a.example, jwks: '{"keys":[{"kty":"EC"}]}' }`),
  ['a Deployment', 'targetRefs: [{ kind: Deployment, name: web }]', 'MW0910 targetRefs[0].kind'],
  [
    'a Gateway in the wrong group',
    'targetRefs: [{ kind: Gateway, name: web, group: networking.istio.io }]',
    'MW0910 targetRefs[0].group',
  ],
  ['a Service', 'targetRefs: [{ kind: Service, name: web }]'],
  [
    'something elsewhere',
    'targetRefs: [{ kind: Service, name: web, namespace: b }]',
    'MW0911 targetRefs[0].namespace',
  ],
]);

const to = (name: string, operation: string, ...problems: string[]): Case => [
  name,
  `rules: [{ to: [{ operation: ${operation} }] }]`,
  ...problems.map((problem) => problem.replace(' ', ' rules[0].to[0].operation.').replace(/\.$/, '')),
];
const from = (name: string, source: string, ...problems: string[]): Case => [
  name,
  `rules: [{ from: [{ source: ${source} }] }]`,
  ...problems.map((problem) => problem.replace(' ', ' rules[0].from[0].source.').replace(/\.$/, '')),
];
const when = (name: string, condition: string, ...problems: string[]): Case => [
  name,
  `rules: [{ when: [${condition}] }]`,
  ...problems.map((problem) =>
    problem.includes(' ') ? problem.replace(' ', ' rules[0].when[0].') : `${problem} rules[0].when[0]`,
  ),
];

judged('actions', 'AuthorizationPolicy', [
  ['deny nothing', 'action: DENY', 'MW0920 action'],
  ['allow nothing', 'action: ALLOW'],
  ['a provider that is not asked', 'provider: { name: a }\nrules: [{}]', 'MW0921 provider'],
  ['CUSTOM without a provider', 'action: CUSTOM\nrules: [{}]', 'MW0922 action'],
  [
    'CUSTOM with one',
    'action: CUSTOM\nprovider: { name: a }\nrules: [{ to: [{ operation: { paths: [/a] } }] }]',
  ],
  [
    'CUSTOM by the caller',
    'action: CUSTOM\nprovider: { name: a }\nrules: [{ from: [{ source: { namespaces: [b] } }], when: [{ key: source.principal, values: [c] }] }]',
    'MW0923 rules[0].from[0].source.namespaces',
    'MW0923 rules[0].when[0].key',
  ],
  [
    'denying by the path',
    'action: DENY\nrules: [{ to: [{ operation: { paths: [/a] } }] }]',
    'MW0933 rules[0].to[0].operation',
  ],
  [
    'denying by the path at a port',
    'action: DENY\nrules: [{ to: [{ operation: { paths: [/a], ports: ["80"] } }] }]',
  ],
  ['denying by the namespace', 'action: DENY\nrules: [{ from: [{ source: { namespaces: [a] } }] }]'],
]);

judged('rules', 'AuthorizationPolicy', [
  from('nobody', '{}', 'MW0924 '),
  from('empty lists', '{ namespaces: [] }', 'MW0924 '),
  from('an empty text', '{ namespaces: [""] }', 'MW0927 namespaces[0]'),
  from('an address that is none', '{ ipBlocks: [10.1.2] }', 'MW0327 ipBlocks[0]'),
  from('a trust domain with a path', '{ trustDomains: [a.example/ns] }', 'MW0926 trustDomains[0]'),
  from('accounts', '{ serviceAccounts: [a, b/c] }'),
  from('accounts by identity', '{ serviceAccounts: [cluster.local/ns/a/sa/b] }', 'MW0928 serviceAccounts[0]'),
  from('accounts with namespaces', '{ serviceAccounts: [a], namespaces: [b] }', 'MW0929 namespaces'),
  to('a port that is none', '{ ports: [http] }', 'MW0925 ports[0]'),
  to('templates', '{ paths: ["/a/{*}/b/{**}"] }'),
  to('a name in braces', '{ paths: ["/a/{id}"] }', 'MW0930 paths[0]'),
  to('something after everything', '{ paths: ["/{**}/{*}"] }', 'MW0930 paths[0]'),
  to('plain text after everything', '{ paths: ["/{**}/a"] }'),
  to('a star beside a template', '{ paths: ["/{*}/a*"] }', 'MW0930 paths[0]'),
  when('a header', '{ key: "request.headers[x-user]", values: [a] }'),
  when('a header with a dot', '{ key: request.headers.x-user, values: [a] }', 'MW0931 key'),
  when('something unknown', '{ key: source.ipp, values: [10.1.2.3] }', 'MW0931 key'),
  when('no values', '{ key: source.ip }', 'MW0932'),
  when('an empty value', '{ key: source.namespace, values: [""] }', 'MW0927 values[0]'),
  when('an address that is none', '{ key: source.ip, notValues: [a] }', 'MW0327 notValues[0]'),
  when('a port that is none', '{ key: destination.port, values: [a] }', 'MW0925 values[0]'),
  when('an account that is none', '{ key: source.serviceAccount, values: ["a/*"] }', 'MW0928 values[0]'),
]);

const annotated = (kind: string, spec: string, annotation: string): string =>
  resource(kind, spec).replace('  namespace: shop', `  namespace: shop\n  annotations: { ${annotation} }`);

it.each([
  ['Sidecar', 'outboundTrafficPolicy: { mode: ALLOW_ANY }', 'internal.istio.io/parents: a', 'MW0301'],
  ['Sidecar', 'outboundTrafficPolicy: { mode: ALLOW_ANY }', 'istio.io/dry-run: "true"', 'MW0302'],
  ['AuthorizationPolicy', 'action: AUDIT', 'istio.io/dry-run: "true"', 'MW0302'],
  ['AuthorizationPolicy', 'action: ALLOW', 'istio.io/dry-run: "yes"', 'MW0302'],
])('refuses on %s with %s the annotation %s', (kind, spec, annotation, code) => {
  const text = annotated(kind, spec, annotation);
  expect(check(text)).toMatchObject([{ code, severity: 'error' }]);
  expectMended(text);
});

it('takes a dry run of a policy that allows', () => {
  expect(check(annotated('AuthorizationPolicy', 'action: ALLOW', 'istio.io/dry-run: "true"'))).toEqual([]);
});
